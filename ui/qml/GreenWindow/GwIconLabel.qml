import QtQuick

// An icon with its words.
Row {
    id: label
    property string iconName
    property string text
    property string spoken: text        // for readers, where the words are short for the eye
    property color color: Theme.muted
    property int fontSize: Theme.note
    property int fontWeight: Font.Normal
    property real maximumWidth: 1e6

    spacing: Math.round(fontSize * 0.4)

    GwIcon {
        name: label.iconName
        color: label.color
        size: Math.round(label.fontSize * 1.1)
        anchors.verticalCenter: parent.verticalCenter
    }
    GwText {
        text: label.text
        Accessible.name: label.spoken
        color: label.color
        font.pixelSize: label.fontSize
        font.weight: label.fontWeight
        width: Math.min(implicitWidth, label.maximumWidth - label.fontSize * 1.5)
        anchors.verticalCenter: parent.verticalCenter
    }
}
