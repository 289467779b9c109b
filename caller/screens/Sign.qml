import QtQuick
import GreenWindow

// A chip whose words may be a sentence (a need for help in a guide's own words): it wraps within `room`.
Rectangle {
    id: sign
    objectName: "sign"
    required property var what
    property int fontSize: Theme.note
    property real room: 1e6
    property int lines: 100

    readonly property string text: what.text
    readonly property string tone: what.tone
    readonly property color ink: tone === "accent" ? Theme.accentDeep : tone === "blue" ? Theme.blue
        : tone === "orange" ? Theme.orange : Theme.text
    readonly property int pad: Math.round(fontSize * 0.8)

    implicitWidth: icon.width + words.width + 2 * pad + (icon.visible ? row.spacing : 0)
    implicitHeight: words.implicitHeight + Math.round(fontSize * 0.5)
    radius: Math.min(height / 2, fontSize)
    color: tone === "accent" ? Theme.accentSoft : tone === "blue" ? Theme.blueSoft
        : tone === "orange" ? Theme.orangeSoft : Theme.sunken

    // Elided text changes its own implicit width: its natural one is measured apart.
    TextMetrics { id: natural; font: words.font; text: words.text }
    Row {
        id: row
        anchors.centerIn: parent
        spacing: Math.round(sign.fontSize * 0.4)
        GwIcon {
            id: icon
            name: sign.what.icon
            width: visible ? implicitWidth : 0
            color: sign.ink
            size: Math.round(sign.fontSize * 1.1)
            anchors.verticalCenter: parent.verticalCenter
        }
        GwText {
            id: words
            text: sign.what.text
            color: sign.ink
            font.pixelSize: sign.fontSize
            font.weight: Font.Medium
            maximumLineCount: sign.lines
            elide: Text.ElideRight
            width: Math.min(Math.ceil(natural.advanceWidth) + 1, sign.room - 2 * sign.pad - (icon.visible ? icon.size + row.spacing : 0))
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
