import QtQuick
import GreenWindow

// Big digits, as on a telephone; with a dash where a code may have one.
Grid {
    id: pad
    required property var kiosk
    property bool dash: false
    columns: 3
    LayoutMirroring.enabled: false                          // digits stand everywhere alike
    LayoutMirroring.childrenInherit: true
    spacing: Theme.s2
    readonly property real cellWidth: (width - 2 * spacing) / 3
    readonly property real cellHeight: (height - 3 * spacing) / 4

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "-", "0"]
        Item {
            id: cell
            required property string modelData
            width: pad.cellWidth
            height: pad.cellHeight
            KeyCap {
                objectName: "key-" + cell.modelData
                visible: cell.modelData !== "-" || pad.dash
                anchors.fill: parent
                text: cell.modelData
                fontSize: Theme.title
                onClicked: pad.kiosk.touch("key", cell.modelData)
            }
        }
    }
    KeyCap {
        objectName: "rub-out"
        width: pad.cellWidth
        height: pad.cellHeight
        iconName: "backspace"
        fontSize: Theme.title
        text: qsTr("Delete")
        onClicked: pad.kiosk.touch("rub-out", "")
        onPressAndHold: pad.kiosk.touch("rub-out-all", "")
    }
}
