"""The clerk's pad: what a press means, and a window that shows one counter's truth and sends each press once.

`actions`, `presses`, `picture`, `words`, `search` know no Qt; `backend`, `app` and `screens/` are the window.
"""
