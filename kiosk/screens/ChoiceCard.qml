import QtQuick
import QtQuick.Templates as T
import GreenWindow

// An answer to touch: a mark or an icon in a circle, the words, what is behind them, a smaller line at the foot.
T.AbstractButton {
    id: card
    property string mark
    property string iconName
    property string note
    property var lines: []                                  // as many as there is room for
    readonly property bool signed: mark !== "" || iconName !== ""
    readonly property bool narrow: width < Theme.gap(450)
    readonly property bool flat: width > Theme.gap(800) && height < Theme.gap(300)     // the note beside the words
    readonly property bool listed: lines.length > 0 && !flat
    readonly property bool tall: !listed && height > Math.max(width * 0.6, Theme.gap(240))    // sign above the words, both in the middle

    focusPolicy: Qt.StrongFocus
    padding: Theme.s3
    bottomPadding: Theme.s2
    scale: down ? 0.98 : 1.0
    Accessible.role: Accessible.Button
    Accessible.name: note ? text + ", " + note : text

    background: Rectangle {
        radius: Theme.radius
        color: card.down ? Theme.accentSoft : Theme.surface
        border.width: 2
        border.color: card.down ? Theme.accent : Theme.line
    }

    contentItem: Item {
        id: room

        Item {
            id: head
            width: parent.width
            height: card.tall ? circle.height + Theme.s3 + words.height : Math.max(card.signed ? circle.height : 0, words.height)
            y: card.listed ? 0 : (parent.height - height) / 2

            Rectangle {
                id: circle
                visible: card.signed
                width: Math.round(Math.min(Theme.gap(card.tall ? 150 : card.listed ? 84 : card.narrow ? 86 : 120), room.height * (card.tall ? 0.5 : 0.8)))
                height: width
                radius: width / 2
                color: Theme.accentSoft
                x: card.tall ? (parent.width - width) / 2 : card.LayoutMirroring.enabled ? parent.width - width : 0
                y: card.tall ? 0 : (parent.height - height) / 2

                GwText {
                    anchors.centerIn: parent
                    visible: card.mark !== ""
                    text: card.mark
                    color: Theme.accentDeep
                    font.pixelSize: Math.max(24, parent.width * 0.54)
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
            GwText {
                id: words
                readonly property real beside: card.tall || !card.signed ? 0 : circle.width + Theme.s2
                x: card.LayoutMirroring.enabled ? parent.width - beside - width : beside
                y: card.tall ? circle.height + Theme.s3 : (parent.height - height) / 2
                width: parent.width - beside - (card.flat && foot.visible ? foot.implicitWidth + Theme.s3 : 0)
                text: card.text
                font.pixelSize: Theme.px(card.narrow ? 38 : 42)
                font.weight: Font.DemiBold
                lineHeight: 0.9
                horizontalAlignment: card.tall ? Text.AlignHCenter : Text.AlignLeft
                Accessible.ignored: true
            }
        }
        Column {
            id: inside
            anchors { left: parent.left; right: parent.right; top: head.bottom; topMargin: Theme.s2 }
            readonly property real space: foot.y - y - Theme.s1 / 2
            readonly property bool large: card.height > Theme.gap(400)
            spacing: large ? Theme.s1 : Math.round(Theme.s1 / 2)

            Repeater {
                model: card.listed ? card.lines : []
                GwText {
                    required property string modelData
                    width: inside.width
                    opacity: y + height <= inside.space ? 1 : 0     // not `visible`: that would move the others
                    text: modelData
                    color: Theme.muted
                    font.pixelSize: Theme.px(inside.large ? 34 : 30)
                    lineHeight: 0.95
                    Accessible.ignored: true
                }
            }
        }
        GwText {
            id: foot
            visible: text !== ""
            anchors.right: parent.right
            y: card.flat ? (parent.height - height) / 2 : parent.height - height
            width: card.flat ? implicitWidth : parent.width
            text: card.note
            color: Theme.accentDeep
            font.pixelSize: Theme.note
            Accessible.ignored: true
        }
    }
    GwFocus { }
}
