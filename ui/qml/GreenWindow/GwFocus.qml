import QtQuick

// The ring around the control that has the keyboard: outside it, with a gap, so that it shows on every fill.
Rectangle {
    property var target: parent
    readonly property real around: target && target.background ? target.background.radius : Theme.radius
    anchors { fill: parent; margins: -8 }
    visible: target !== null && target.visualFocus
    z: 10
    color: "transparent"
    radius: around + 8
    border { width: 5; color: Theme.focus }
}
