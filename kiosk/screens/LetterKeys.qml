import QtQuick
import GreenWindow

// Latin letters as on a phone, for pinyin; with digits above and the signs of a code, where it is one. No virtual
// keyboard of the system's is there.
Column {
    id: board
    required property var kiosk
    property bool codes: false
    property real keyHeight: Theme.touch
    readonly property var rows: (codes ? ["1234567890"] : []).concat(["QWERTYUIOP", "ASDFGHJKL" + (codes ? "_" : ""), "ZXCVBNM" + (codes ? "-." : "")])
    readonly property real unit: (width - 9 * spacing) / 10
    spacing: Math.max(6, Theme.s1)
    LayoutMirroring.enabled: false                          // keys stand everywhere alike
    LayoutMirroring.childrenInherit: true

    Repeater {
        model: board.rows
        Row {
            id: line
            required property string modelData
            required property int index
            readonly property bool last: index === board.rows.length - 1
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: board.spacing

            Repeater {
                model: line.modelData.split("")
                KeyCap {
                    required property string modelData
                    objectName: "key-" + modelData
                    width: board.unit
                    height: board.keyHeight
                    text: modelData
                    onClicked: board.kiosk.touch("key", modelData)
                }
            }
            KeyCap {
                objectName: "key-space"
                visible: line.last && !board.codes
                width: 1.5 * board.unit
                height: board.keyHeight
                text: qsTr("Space")
                fontSize: Theme.note
                onClicked: board.kiosk.touch("key", " ")
            }
            KeyCap {
                objectName: "rub-out"
                visible: line.last
                width: (board.codes ? 1 : 1.5) * board.unit
                height: board.keyHeight
                iconName: "backspace"
                text: qsTr("Delete")
                onClicked: board.kiosk.touch("rub-out", "")
                onPressAndHold: board.kiosk.touch("rub-out-all", "")
            }
        }
    }
}
