import QtQuick
import GreenWindow

// There is no ticket: why, and what to do now.
Page {
    id: page
    hasBack: false

    Column {
        anchors { left: parent.left; right: parent.right }
        y: page.lowered ? parent.height - height : (parent.height - height) / 2
        spacing: Theme.s4

        GwIcon {
            name: "warning"
            color: Theme.orange
            size: Theme.gap(160)
            weight: 1.5
            anchors.horizontalCenter: parent.horizontalCenter
        }
        GwText {
            objectName: "trouble"
            width: parent.width
            text: page.view.trouble.title
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
        }
        GwText {
            objectName: "trouble-advice"
            width: parent.width
            text: page.view.trouble.text
            color: Theme.muted
            font.pixelSize: Theme.heading
            horizontalAlignment: Text.AlignHCenter
        }
        Item { width: 1; height: Theme.s1 }
        GwButton {
            objectName: "again"
            anchors.horizontalCenter: parent.horizontalCenter
            height: Theme.gap(130)
            width: Math.min(page.width * 0.7, Theme.gap(640))
            kind: "primary"
            fontSize: Theme.heading
            text: qsTr("Start again")
            onClicked: page.kiosk.touch("again", "")
        }
    }
}
