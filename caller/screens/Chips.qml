import QtQuick
import GreenWindow

// Signs in a row that wraps.
Flow {
    id: flow
    required property var chips
    property int fontSize: Theme.note
    spacing: Theme.s1

    Repeater {
        model: flow.chips
        GwChip {
            required property var modelData
            text: modelData.text
            tone: modelData.tone
            iconName: modelData.icon
            fontSize: flow.fontSize
        }
    }
}
