"""What the windows share: theme, QML components, languages, the bridge to Qt's thread, the automation socket.

Nothing is imported here, so that `ui.languages.Texts` and `ui.automation.Automation` stay usable without Qt.
"""
