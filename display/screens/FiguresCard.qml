import QtQuick
import GreenWindow

// The hall in numbers: how many wait, how many were served today.
GwCard {
    id: card
    required property var figures
    required property var labels

    component Figure: Item {
        id: figure
        property string name
        property string icon
        property var words
        property string value
        width: (card.width - 3 * Theme.s3) / 2
        height: card.height
        GwIcon {
            id: picture
            anchors { left: parent.left; verticalCenter: parent.verticalCenter }
            name: figure.icon
            color: Theme.muted
            size: Theme.px(36)
        }
        TwoLines {
            anchors { left: picture.right; leftMargin: Theme.s2; right: number.left; rightMargin: Theme.s1; verticalCenter: parent.verticalCenter }
            words: figure.words
            fit: true
            brief: Theme.scale < 0.6
            mainSize: Theme.px(30)
            subSize: Theme.px(22)
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
        x: Theme.s3
        name: "waiting-total"
        icon: "people"
        words: card.labels.waiting
        value: card.figures ? card.figures.waiting : "–"
    }
    Rectangle { anchors.centerIn: parent; width: 1; height: parent.height * 0.5; color: Theme.line }
    Figure {
        x: card.width - width - Theme.s3
        name: "handled-today"
        icon: "check"
        words: card.labels.handled
        value: card.figures ? card.figures.handled : "–"
    }
}
