"""Pads that are things: what their keys mean at a counter, and what their digits and beeps say of it. Knows no Qt.

`meaning` turns a key into a press, `desk` is one counter's pad, `bank` all pads of a process, `app` the process without
a window.
"""
