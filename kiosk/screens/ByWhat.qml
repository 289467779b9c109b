import QtQuick
import GreenWindow

// By the appointment's code, or by the phone's last digits.
Row {
    id: choice
    required property var kiosk
    property real touchHeight: Theme.touch
    spacing: Theme.s2

    Repeater {
        model: [{ id: "code", name: qsTr("By code") }, { id: "phone", name: qsTr("By phone") }]
        GwButton {
            required property var modelData
            readonly property bool chosen: choice.kiosk.view.appointment.entry === modelData.id
            objectName: "by-" + modelData.id
            width: (choice.width - choice.spacing) / 2
            height: choice.touchHeight
            text: modelData.name
            kind: chosen ? "primary" : "secondary"
            Accessible.checkable: true
            Accessible.checked: chosen
            onClicked: choice.kiosk.touch("by", modelData.id)
        }
    }
}
