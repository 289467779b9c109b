import QtQuick

// Text in the house's type. It wraps; it is never cut off.
Text {
    font.family: Theme.family
    font.pixelSize: Theme.body
    color: Theme.text
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    renderType: Text.NativeRendering
    lineHeight: 1.05
    property bool live: false               // read aloud when it comes or changes, though the screen stays
    horizontalAlignment: Text.AlignLeft     // said aloud: only then it turns with the layout
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
