import QtQuick
import QtQuick.Templates as T
import GreenWindow

// A key of a keyboard on the screen: a letter, a digit, or an icon.
T.AbstractButton {
    id: key
    property string iconName
    property int fontSize: Theme.heading
    focusPolicy: Qt.StrongFocus
    scale: down ? 0.96 : 1.0
    Accessible.role: Accessible.Button
    Accessible.name: text

    background: Rectangle {
        radius: Math.min(Theme.radius, key.height / 5)
        color: key.down ? Theme.accentSoft : Theme.surface
        border.width: key.visualFocus ? 4 : 2
        border.color: key.visualFocus ? Theme.blue : key.down ? Theme.accent : Theme.line
    }
    contentItem: Item {
        GwText {
            anchors.centerIn: parent
            visible: key.iconName === ""
            text: key.text
            font.pixelSize: key.fontSize
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
        GwIcon {
            anchors.centerIn: parent
            name: key.iconName
            size: Math.round(key.fontSize * 1.1)
        }
    }
}
