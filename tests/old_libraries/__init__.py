"""One real, filled library file for every version of the schema there has been."""
