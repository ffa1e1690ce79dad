"""Scenes of the wall: one painter a kind, in the design space of 1920 x 1080.

`still(painter, scene, look)` paints what stays; a scene that moves also has
`moving(painter, scene, frame)`, which is painted over it in every frame.
"""
