import QtQuick
import GreenWindow

// The call that stands large: number and counter, readable from the far end of the hall. A new one blinks three times.
// One whose ticket is no longer called stays, for whoever looks up late: as the last call, quieter, sending nobody.
GwCard {
    id: card
    required property var newest
    required property var labels
    readonly property bool called: newest.seq > 0
    readonly property bool live: newest.live || !called
    readonly property var heading: live ? labels.nowCalling : labels.lastCall
    // The number stays a fifth of the screen; where that leaves no room, the box alone says where to go.
    property real numberSize: 100
    readonly property bool roomy: height - title.height - 3 * Theme.s3 - where.height > numberSize * 1.1

    border.color: blinking.running ? Theme.accent : Theme.line
    border.width: blinking.running ? 6 : 2

    GwIconLabel {
        id: title
        anchors { left: parent.left; leftMargin: Theme.s4; top: parent.top; topMargin: Theme.s3 }
        objectName: "newest-heading"
        iconName: card.live ? "sound" : "clock"
        color: card.live ? Theme.accent : Theme.muted
        text: card.heading.main + (card.heading.sub ? "   " + card.heading.sub : "")
        fontSize: Theme.px(36)
        fontWeight: Font.DemiBold
        maximumWidth: place.x - 2 * Theme.s4
    }

    Item {
        id: call
        visible: card.called
        anchors { left: parent.left; leftMargin: Theme.s4; right: place.left; rightMargin: Theme.s4; top: title.bottom; bottom: parent.bottom; bottomMargin: Theme.s3 }

        GwText {
            id: number
            objectName: "newest-number"
            anchors { left: parent.left; right: parent.right; top: parent.top; bottom: card.roomy ? where.top : parent.bottom }
            text: card.newest.ticket
            color: card.live ? Theme.text : Theme.muted
            font.pixelSize: Math.round(height * 0.86)
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 60
            font.weight: Font.Bold
            wrapMode: Text.NoWrap
            lineHeight: 1
            verticalAlignment: Text.AlignVCenter
        }
        Row {
            id: where
            opacity: card.roomy ? 1 : 0     // not `visible`: hidden it would have no height, and there would be room again
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            spacing: Theme.s3

            GwIcon {
                id: arrow
                name: "arrow-right"
                visible: card.live
                color: Theme.blue
                size: Theme.px(72)
                anchors.verticalCenter: parent.verticalCenter
            }
            TwoLines {
                objectName: "newest-where"
                words: card.newest.where
                width: where.width - (arrow.visible ? arrow.width + where.spacing : 0)
                mainSize: Theme.px(60)
                subSize: Theme.px(34)
                mainColor: card.live ? Theme.blue : Theme.muted
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
    Rectangle {
        id: place
        readonly property color ink: card.live ? Theme.inkOnBlue : Theme.muted
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom; margins: Theme.s3 }
        visible: card.called
        opacity: call.opacity
        width: Math.round(parent.width * 0.25)
        radius: Theme.radius * 0.7
        color: card.live ? Theme.blue : Theme.sunken
        border { width: card.live ? 0 : 2; color: Theme.line }

        TwoLines {
            id: counterLabel
            anchors { top: parent.top; topMargin: Theme.s2; left: parent.left; right: parent.right }
            words: card.labels.counter
            mainSize: Theme.px(48)
            subSize: Theme.px(30)
            mainColor: place.ink
            subColor: place.ink
            align: Text.AlignHCenter
        }
        GwText {
            objectName: "newest-counter"
            anchors { top: counterLabel.bottom; bottom: parent.bottom; left: parent.left; right: parent.right; margins: Theme.s1 }
            text: card.newest.counter
            color: place.ink
            font.pixelSize: Math.round(Math.min(height * 0.8, width * 0.8))
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 24
            font.weight: Font.Bold
            wrapMode: Text.NoWrap
            lineHeight: 1
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
        }
    }
    TwoLines {
        objectName: "please-wait"
        visible: !card.called
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.s5
        words: card.labels.pleaseWait
        mainSize: Theme.px(110)
        subSize: Theme.px(52)
        align: Text.AlignHCenter
    }

    // 2.5 blinks a second: under the 3 Hz that can harm people.
    SequentialAnimation {
        id: blinking
        loops: 3
        NumberAnimation { target: call; property: "opacity"; from: 1; to: 0.1; duration: 200 }
        NumberAnimation { target: call; property: "opacity"; from: 0.1; to: 1; duration: 200 }
    }
    readonly property int blink: newest.blink
    onBlinkChanged: if (blink > 0) blinking.restart()
}
