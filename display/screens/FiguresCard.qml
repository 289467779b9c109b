import QtQuick
import GreenWindow

// The hall in numbers: how many wait, how many were served today.
GwCard {
    id: card
    required property var figures
    required property var labels
    readonly property int labelSize: Math.floor(Theme.px(30) * Math.min(1, waiting.fits, handled.fits))   // both the same

    component Figure: Item {
        id: figure
        property string name
        property string icon
        property var words
        property string value
        readonly property real fits: Theme.scale < 0.6 ? 1 : Math.max(0.5, label.width / Math.max(1, natural.advanceWidth + 2))
        width: (card.width - 3 * Theme.s3) / 2
        height: card.height
        GwIcon {
            id: picture
            anchors { left: parent.left; verticalCenter: parent.verticalCenter }
            name: figure.icon
            color: Theme.muted
            size: Theme.px(36)
        }
        TextMetrics {
            id: natural
            text: figure.words.main
            font { family: Theme.family; pixelSize: Theme.px(30) }
        }
        TwoLines {
            id: label
            anchors { left: picture.right; leftMargin: Theme.s2; right: number.left; rightMargin: Theme.s1; verticalCenter: parent.verticalCenter }
            words: figure.words
            fit: true
            brief: Theme.scale < 0.6
            wrapBrief: true
            mainSize: card.labelSize
            subSize: Math.min(Theme.px(22), card.labelSize)
            mainColor: Theme.muted
            weight: Font.Normal
        }
        GwText {
            id: number
            objectName: figure.name
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            text: figure.value
            font.pixelSize: Theme.px(56)
            font.weight: Font.Bold
            wrapMode: Text.NoWrap
        }
    }
    Figure {
        id: waiting
        x: Theme.s3
        name: "waiting-total"
        icon: "people"
        words: card.labels.waiting
        value: card.figures ? card.figures.waiting : "–"
    }
    Rectangle { anchors.centerIn: parent; width: 1; height: parent.height * 0.5; color: Theme.line }
    Figure {
        id: handled
        x: card.width - width - Theme.s3
        name: "handled-today"
        icon: "check"
        words: card.labels.handled
        value: card.figures ? card.figures.handled : "–"
    }
}
