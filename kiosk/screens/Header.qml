import QtQuick
import GreenWindow

// Whose kiosk this is.
Item {
    id: header
    property string hallName
    implicitHeight: Math.max(mark.height, name.implicitHeight) + 2 * Theme.s3

    Rectangle {
        id: mark
        anchors { left: parent.left; leftMargin: Theme.s4; verticalCenter: parent.verticalCenter }
        width: Theme.gap(56)
        height: width
        radius: Theme.gap(14)
        color: Theme.accent
        GwIcon { anchors.centerIn: parent; name: "window"; color: Theme.inkOnAccent; size: parent.width * 0.62 }
    }
    GwText {
        id: name
        anchors {
            left: mark.right; leftMargin: Theme.s2; right: parent.right; rightMargin: Theme.s4
            verticalCenter: parent.verticalCenter
        }
        text: header.hallName
        font.weight: Font.Medium
        color: Theme.muted
        font.pixelSize: Theme.note
    }
}
