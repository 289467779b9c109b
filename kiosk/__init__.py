"""The kiosk: where a resident takes a ticket. Flow (Qt-free), screens (QML), printing, and the app that joins them.

Nothing is imported here: the flow is used without Qt, the app with it.
"""
