import QtQuick
import GreenWindow

// The last calls, newest first, in one or two columns.
GwCard {
    id: list
    required property var calls
    required property var labels
    property int columns: 1
    readonly property real room: height - header.height - 2 * Theme.s3
    readonly property int rows: Math.max(1, Math.min(Math.ceil(8 / columns), Math.floor(room / Theme.px(46))))
    readonly property real rowHeight: room / rows

    GwIconLabel {
        id: header
        x: Theme.s4
        y: Theme.s3
        iconName: "list"
        color: Theme.muted
        text: list.labels.recent.main + (list.labels.recent.sub ? "   " + list.labels.recent.sub : "")
        fontSize: Theme.px(32)
        fontWeight: Font.DemiBold
        maximumWidth: list.width - 2 * Theme.s4
    }
    Repeater {
        model: list.calls.slice(0, list.rows * list.columns)
        CallRow {
            required property int index
            required property var modelData
            readonly property int column: Math.floor(index / list.rows)
            objectName: "call-" + index
            call: modelData
            labels: list.labels
            numberSize: Math.max(24, Math.min(Theme.px(60), Math.round(list.rowHeight * 0.66)))
            x: Theme.s4 + column * (width + Theme.s5)
            y: header.y + header.height + Theme.s1 + (index % list.rows) * list.rowHeight
            width: (list.width - 2 * Theme.s4 - (list.columns - 1) * Theme.s5) / list.columns
            height: list.rowHeight
            Rectangle {
                visible: index % list.rows > 0
                width: parent.width
                height: 1
                color: Theme.line
            }
        }
    }
}
