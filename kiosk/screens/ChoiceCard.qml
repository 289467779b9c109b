import QtQuick
import QtQuick.Templates as T
import GreenWindow

// An answer to touch: a mark or an icon in a circle, the words, a smaller line under them.
T.AbstractButton {
    id: card
    property string mark
    property string iconName
    property string note
    readonly property bool flat: width > height * 1.9      // a low card has its circle beside the words, a high one above

    focusPolicy: Qt.StrongFocus
    padding: Theme.s3
    bottomPadding: Theme.s2
    scale: down ? 0.98 : 1.0
    Accessible.role: Accessible.Button
    Accessible.name: note ? text + ", " + note : text

    background: Rectangle {
        radius: Theme.radius
        color: card.down ? Theme.accentSoft : Theme.surface
        border.width: card.visualFocus ? 4 : 2
        border.color: card.visualFocus ? Theme.blue : card.down ? Theme.accent : Theme.line
    }

    contentItem: Item {
        Rectangle {
            id: circle
            width: Math.round(Math.min(Theme.gap(120), card.availableHeight * (card.flat ? 0.8 : 0.36)))
            height: width
            radius: width / 2
            color: Theme.accentSoft
            y: card.flat ? (parent.height - height) / 2 : 0

            GwText {
                anchors.centerIn: parent
                visible: card.mark !== ""
                text: card.mark
                color: Theme.accentDeep
                font.pixelSize: Math.max(24, parent.width * 0.5)
                font.weight: Font.Bold
                Accessible.ignored: true
            }
            GwIcon {
                anchors.centerIn: parent
                name: card.iconName
                color: Theme.accentDeep
                size: parent.width * 0.56
            }
        }
        Column {
            x: card.flat ? circle.width + Theme.s3 : 0
            y: card.flat ? (parent.height - height) / 2 : parent.height - height
            width: parent.width - x
            spacing: Math.round(Theme.s1 / 2)

            GwText {
                width: parent.width
                text: card.text
                font.pixelSize: Theme.px(38)
                font.weight: Font.DemiBold
                lineHeight: 0.88
                Accessible.ignored: true
            }
            GwText {
                width: parent.width
                visible: text !== ""
                text: card.note
                color: Theme.muted
                font.pixelSize: Theme.note
                Accessible.ignored: true
            }
        }
    }
}
