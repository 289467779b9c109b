"""Drives a station's window from outside, through a Unix socket that exists only when asked for.

Importing this room needs no Qt: the client is plain Python; stations import `ui.automation.server`.
"""

from ui.automation.client import Automation, AutomationError

__all__ = ["Automation", "AutomationError"]
