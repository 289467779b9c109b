import QtQuick

// The key that does the same, drawn as a key cap.
Rectangle {
    id: cap
    property string text
    property color ink: Theme.muted
    property int fontSize: Math.max(14, Math.round(Theme.note * 0.75))

    visible: text !== ""
    implicitWidth: visible ? Math.max(implicitHeight, words.implicitWidth + fontSize) : 0
    implicitHeight: words.implicitHeight + Math.round(fontSize * 0.4)
    radius: Math.round(fontSize * 0.35)
    color: "transparent"
    border.width: 1
    border.color: ink

    GwText {
        id: words
        anchors.centerIn: parent
        text: cap.text
        color: cap.ink
        font.pixelSize: cap.fontSize
        Accessible.ignored: true
    }
}
