import QtQuick
import GreenWindow

// One of the last calls: number, counter, time. Bright while the ticket is still called there.
Item {
    id: row
    required property var call
    required property var labels
    property int numberSize: Theme.px(54)

    Accessible.role: Accessible.StaticText
    Accessible.name: call.ticket + " " + call.counter + " " + call.time

    Rectangle {
        width: Theme.gap(8)
        height: parent.height * 0.5
        radius: width / 2
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.accent
        visible: row.call.live
    }
    GwText {
        id: number
        x: Theme.s3
        width: parent.width * 0.44
        anchors.verticalCenter: parent.verticalCenter
        text: row.call.ticket
        color: row.call.live ? Theme.text : Theme.muted
        font.pixelSize: row.numberSize
        font.weight: Font.Bold
        font.features: { "tnum": 1 }
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 24
        wrapMode: Text.NoWrap
    }
    GwIcon {
        id: arrow
        anchors { left: number.right; leftMargin: Theme.s1; verticalCenter: parent.verticalCenter }
        name: "arrow-right"
        color: row.call.live ? Theme.blue : Theme.muted
        size: row.numberSize * 0.7
    }
    GwText {
        anchors { left: arrow.right; leftMargin: Theme.s2; right: time.left; verticalCenter: parent.verticalCenter }
        text: row.call.counter
        color: row.call.live ? Theme.blue : Theme.muted
        font.pixelSize: row.numberSize
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 24
        wrapMode: Text.NoWrap
    }
    GwText {
        id: time
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        text: row.call.time
        color: Theme.muted
        font.pixelSize: Theme.px(30)
        font.features: { "tnum": 1 }
    }
}
