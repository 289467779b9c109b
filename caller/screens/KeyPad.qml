import QtQuick
import QtQuick.Layouts
import GreenWindow

// Digits where a telephone has them, to be found without looking; below them delete and OK.
GridLayout {
    id: keypad
    property bool active: true
    property bool ready: false              // there is something to send
    signal typed(string digit)
    signal deleted()
    signal entered()

    columns: 3
    rowSpacing: Theme.s2
    columnSpacing: Theme.s2
    uniformCellWidths: true
    uniformCellHeights: true

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
        Key {
            required property string modelData
            objectName: "digit-" + modelData
            text: modelData
            onClicked: keypad.typed(modelData)
        }
    }
    Key { objectName: "pin-delete"; text: qsTr("Delete"); iconName: "arrow-left"; small: true; onClicked: keypad.deleted() }
    Key { objectName: "digit-0"; text: "0"; onClicked: keypad.typed("0") }
    Key { objectName: "pin-ok"; text: qsTr("OK"); iconName: "check"; small: true; kind: "primary"
        enabled: keypad.ready; onClicked: keypad.entered() }

    component Key: PadButton {
        property bool small: false
        enabled: keypad.active
        fontSize: small ? Theme.body : Theme.title
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: Theme.touch
    }
}
