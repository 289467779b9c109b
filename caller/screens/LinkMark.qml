import QtQuick
import GreenWindow

// Whether the hall is there: mark and word; on a narrow pad a mark alone says that all is well.
Rectangle {
    id: link
    required property bool online
    required property bool wordless
    readonly property string text: online ? qsTr("Online") : qsTr("Offline")
    readonly property color ink: online ? Theme.accentDeep : Theme.orange
    readonly property int pad: Math.round(Theme.note * (words.visible ? 0.8 : 0.45))

    implicitWidth: row.implicitWidth + 2 * pad
    implicitHeight: row.implicitHeight + Math.round(Theme.note * 0.5)
    radius: height / 2
    color: online ? Theme.accentSoft : Theme.orangeSoft
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Math.round(Theme.note * 0.4)
        GwIcon {
            name: link.online ? "check" : "offline"
            color: link.ink
            size: Math.round(Theme.note * 1.1)
            anchors.verticalCenter: parent.verticalCenter
        }
        GwText {
            id: words
            visible: !(link.wordless && link.online)
            text: link.text
            color: link.ink
            font.pixelSize: Theme.note
            font.weight: Font.Medium
            Accessible.ignored: true
        }
    }
}
