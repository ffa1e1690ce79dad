"""Focus shape: the properties by which a control tells the focus ring where to stand."""

from __future__ import annotations

from typing import Final

FOCUS_RADIUS: Final = "focusRadius"  # the property that tells the corner radius of a control
FOCUS_BOX: Final = "focusBox"  # the part of a control that is stood on, as a row; empty: all of it
FOCUS_HEIGHT: Final = "focusHeight"  # how much of its height is control, where words stand below
