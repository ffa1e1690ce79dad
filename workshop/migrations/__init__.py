"""One small step per version of the schema; a step, once released, is never changed again."""
