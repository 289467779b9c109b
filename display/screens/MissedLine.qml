import QtQuick
import GreenWindow

// The numbers that were called and did not come, apart from the others, and what to do.
GwCard {
    id: line
    required property var missed
    required property var labels
    readonly property int rows: missed.reduce((sum, one) => sum + one.ticket.length, 0) > 12 ? 2 : 1
    readonly property int rowHeight: Math.floor(height * (rows > 1 ? 0.4 : 0.7))

    GwIcon {
        id: icon
        anchors { left: parent.left; leftMargin: Theme.s3; verticalCenter: parent.verticalCenter }
        name: "warning"
        color: line.missed.length > 0 ? Theme.orange : Theme.muted
        size: Theme.px(44)
    }
    TwoLines {
        id: title
        anchors { left: icon.right; leftMargin: Theme.s2; verticalCenter: parent.verticalCenter }
        width: line.width * 0.18
        words: line.labels.missed
        fit: true
        brief: Theme.scale < 0.6
        wrapBrief: true
        mainSize: Theme.px(34)
        subSize: Theme.px(24)
        mainColor: line.missed.length > 0 ? Theme.orange : Theme.muted
    }
    Flow {
        id: numbers
        anchors { left: title.right; leftMargin: Theme.s3; right: help.left; rightMargin: Theme.s2; verticalCenter: parent.verticalCenter }
        height: Math.min(implicitHeight, line.rows * line.rowHeight)
        spacing: 0
        Repeater {
            model: line.missed
            GwText {
                required property int index
                required property var modelData
                objectName: "missed-" + index
                height: line.rowHeight
                opacity: y + height <= line.rows * line.rowHeight ? 1 : 0 // not `visible`: that would move the others
                width: implicitWidth + Theme.s3
                verticalAlignment: Text.AlignVCenter
                text: modelData.ticket
                color: Theme.orange
                font.pixelSize: Theme.px(line.rows > 1 ? 36 : 46)
                font.weight: Font.DemiBold
            }
        }
    }
    TwoLines {
        id: help
        visible: line.missed.length > 0
        anchors { right: parent.right; rightMargin: Theme.s3; verticalCenter: parent.verticalCenter }
        width: line.width * 0.22
        words: line.labels.missedHelp
        fit: true
        brief: Theme.scale < 0.6
        wrapBrief: true
        mainSize: Theme.px(28)
        subSize: Theme.px(24)
        mainColor: Theme.muted
        weight: Font.Normal
        align: Text.AlignRight
    }
}
