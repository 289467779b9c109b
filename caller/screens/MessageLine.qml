import QtQuick
import GreenWindow

// What became of the last press. Its room is kept when it is silent, so that no button moves under a finger.
Item {
    id: line
    required property var pad
    property var said: pad.message
    property string name: "message"
    implicitHeight: Math.round(Theme.body * 3.1)

    Rectangle {
        objectName: line.name
        property string text: line.said.text
        visible: text !== ""
        anchors.fill: parent
        radius: Theme.radius
        color: line.said.trouble ? Theme.orangeSoft : Theme.accentSoft
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text

        GwIconLabel {
            anchors.centerIn: parent
            text: line.said.text
            iconName: line.said.trouble ? "warning" : "info"
            color: line.said.trouble ? Theme.orange : Theme.accent
            fontSize: Theme.body
            fontWeight: Font.DemiBold
            maximumWidth: parent.width - 2 * Theme.s2
        }
    }
    // There as long as an answer is outstanding; seen only when that takes long enough to be worth it.
    Item {
        objectName: "working"
        visible: line.pad.busy
        anchors.fill: parent
        onVisibleChanged: dots.opacity = 0
        Timer { interval: 300; running: line.pad.busy; onTriggered: dots.opacity = 1 }
        GwWorking { id: dots; text: qsTr("Waiting for the answer"); opacity: 0; anchors.centerIn: parent }
    }
}
