"""Number truth: generated workshops, their files read back, and the library beside them."""

import pytest

pytest.register_assert_rewrite("tests.exports.truth.checks", "tests.exports.truth.written")
