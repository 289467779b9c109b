import QtQuick
import QtQuick.Layouts
import GreenWindow

// Why this counter pauses: residents read it. A usual reason by touch or digit, or own words.
Panel {
    id: panel
    required property var pad
    title: qsTr("Pause this counter")
    focus: true

    function pauseFor(reason) {
        if (panel.pad.pauseFor(reason))
            panel.closed()
    }

    Keys.onPressed: event => {
        const n = event.key - Qt.Key_1
        if (n >= 0 && n < panel.pad.reasons.length && !field.activeFocus) {
            panel.pauseFor(panel.pad.reasons[n])
            event.accepted = true
        }
    }

    Repeater {
        model: panel.pad.reasons
        GwButton {
            required property string modelData
            required property int index
            objectName: "pause-reason-" + (index + 1)
            text: modelData
            hint: index + 1
            focusPolicy: Qt.NoFocus
            enabled: panel.pad.buttons["pause"].on
            onClicked: panel.pauseFor(modelData)
            Layout.fillWidth: true
        }
    }
    RowLayout {
        spacing: Theme.s2
        Layout.fillWidth: true
        PadField {
            id: field
            objectName: "pause-words"
            hintText: qsTr("Other reason, in your own words")
            maximumLength: 60
            activeFocusOnTab: true
            Layout.fillWidth: true
            onAccepted: if (text.trim() !== "") panel.pauseFor(text.trim())
        }
        GwButton {
            objectName: "pause-own"
            kind: "primary"
            text: qsTr("Pause")
            focusPolicy: Qt.NoFocus
            enabled: field.text.trim() !== "" && panel.pad.buttons["pause"].on
            onClicked: panel.pauseFor(field.text.trim())
        }
    }
    Item { Layout.fillHeight: true }
}
