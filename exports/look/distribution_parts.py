"""Where the parts of a question's chart stand, for the painter of wall and console and of files.

Distances in parts of a type role's size, measured from the drawings, unless they say otherwise.
"""

from __future__ import annotations

from typing import Final

COUNT_LIFT: Final = 0.28  # from a bar's top to its count's baseline
COUNT_HEIGHT: Final = 0.73  # of a digit
PLOT_TOP: Final = 1.25  # room for the count above the highest bar
STEP_GAP: Final = 0.36  # from the axis to the median's circle
STEP_CIRCLE: Final = 0.83  # radius of that circle
STEP_CIRCLE_MOST: Final = 0.36  # of the pitch,
STEP_CIRCLE_LEAST: Final = 0.55  # but no less than a digit needs
STEP_MARK_AIR: Final = 0.2  # beside a number that is wider than its circle
STEP_DROP: Final = 0.35  # from a digit's middle to its baseline
LABEL_GAP: Final = 0.12  # between the circle and the labels
GHOST_GAP: Final = 0.2  # between the labels and the ghost's counts
FIRST_GHOST: Final = 3.8  # the least width for the count that names its round
MANY_STEPS: Final = 8  # from here on labels stand only at the ends and in the middle
