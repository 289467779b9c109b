import QtQuick
import GreenWindow

// Signs in a row that wraps.
Flow {
    id: flow
    required property var chips
    property int fontSize: Theme.note
    property int lines: 100                  // of each sign
    spacing: Theme.s1

    Repeater {
        model: flow.chips
        Sign {
            required property var modelData
            what: modelData
            fontSize: flow.fontSize
            room: flow.width
            lines: flow.lines
        }
    }
}
