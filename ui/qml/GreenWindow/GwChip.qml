import QtQuick

// A small rounded label. tone: "neutral", "accent", "blue", "orange".
Rectangle {
    id: chip
    property string text
    property string spoken: text
    property string iconName
    property string tone: "neutral"
    property int fontSize: Theme.note

    readonly property color ink: tone === "accent" ? (Theme.dark ? Theme.accent : Theme.accentDeep)
        : tone === "blue" ? Theme.blue : tone === "orange" ? Theme.orange : Theme.text

    implicitWidth: words.implicitWidth + 2 * Math.round(fontSize * 0.8)
    implicitHeight: words.implicitHeight + Math.round(fontSize * 0.5)
    radius: height / 2
    color: tone === "accent" ? Theme.accentSoft : tone === "blue" ? Theme.blueSoft
        : tone === "orange" ? Theme.orangeSoft : Theme.sunken

    GwIconLabel {
        id: words
        anchors.centerIn: parent
        text: chip.text
        spoken: chip.spoken
        iconName: chip.iconName
        color: chip.ink
        fontSize: chip.fontSize
        fontWeight: Font.Medium
    }
}
