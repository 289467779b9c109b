import QtQuick
import GreenWindow

// The same words in two languages: the first large, the second small below it; one line where there is one language.
Column {
    id: pair
    required property var words
    property int mainSize: Theme.body
    property int subSize: Theme.note
    property color mainColor: Theme.text
    property color subColor: Theme.muted
    property int weight: Font.DemiBold
    property int align: Text.AlignLeft
    property bool brief: false // where there is room for one language only
    property bool wrapBrief: false // and that one may take both lines, broken between words
    readonly property bool oneLine: fit && !(brief && wrapBrief && words.main.includes(" "))
    property bool fit: false // one line each, smaller where the width asks for it, instead of wrapping

    spacing: Math.round(subSize * 0.1)

    GwText {
        text: pair.words.main
        wrapMode: pair.oneLine ? Text.NoWrap : Text.Wrap
        fontSizeMode: pair.oneLine ? Text.HorizontalFit : Text.FixedSize
        minimumPixelSize: 12
        width: pair.width
        horizontalAlignment: pair.align
        color: pair.mainColor
        font.pixelSize: pair.mainSize
        font.weight: pair.weight
    }
    GwText {
        text: pair.words.sub
        wrapMode: pair.oneLine ? Text.NoWrap : Text.Wrap
        fontSizeMode: pair.oneLine ? Text.HorizontalFit : Text.FixedSize
        minimumPixelSize: 12
        visible: text !== "" && !pair.brief
        width: pair.width
        horizontalAlignment: pair.align
        color: pair.subColor
        font.pixelSize: pair.subSize
    }
}
