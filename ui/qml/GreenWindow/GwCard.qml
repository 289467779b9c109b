import QtQuick

// A sheet to put things on: white, rounded, with a hairline instead of a shadow.
Rectangle {
    color: Theme.surface
    radius: Theme.radius
    border.width: 2
    border.color: Theme.line
}
