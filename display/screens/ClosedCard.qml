import QtQuick
import GreenWindow

// The hall is closed: calmly, and when it opens again. Smaller where banners leave less room.
GwCard {
    id: card
    objectName: "hall-closed"
    required property var closed
    readonly property real fits: Math.min(1, height / Theme.px(800))
    function px(size: real): int { return Math.max(Theme.smallest, Math.round(Theme.px(size) * fits)) }

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.s4
        spacing: card.px(56)

        GwIcon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "moon"
            color: Theme.accent
            size: card.px(150)
        }
        TwoLines {
            objectName: "closed-words"
            width: parent.width
            words: card.closed.words
            fit: true
            mainSize: card.px(110)
            subSize: card.px(52)
            align: Text.AlignHCenter
        }
        TwoLines {
            objectName: "opens-again"
            width: parent.width
            words: card.closed.opens
            fit: true
            mainSize: card.px(56)
            subSize: card.px(36)
            mainColor: Theme.accent
            align: Text.AlignHCenter
        }
    }
}
