"""The command line and the demo: the only room that knows all others."""

VERSION = "0.1.0"
