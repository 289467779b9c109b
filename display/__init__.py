"""The hall's display: the screen everybody looks at, the strips above the windows, and the voice.

`board`, `announcer` and `strip` know no Qt; `backend`, `app` and `screens/` are the window.
"""
