import QtQuick
import GreenWindow

// Nobody has touched anything for long: is somebody still there? Any touch goes on; else all is forgotten when the seconds
// are over. The flow counts them; here they are only shown.
Item {
    id: page
    required property var kiosk
    readonly property int seconds: kiosk.view.asking
    readonly property bool portrait: height > width
    property int remaining: 0
    objectName: "still-there"
    visible: seconds > 0
    onSecondsChanged: remaining = seconds

    Timer {
        interval: 1000
        repeat: true
        running: page.visible
        onTriggered: page.remaining = Math.max(1, page.remaining - 1)
    }
    MultiPointTouchArea {
        anchors.fill: parent
        onPressed: page.kiosk.touch("stay", "")
    }
    Column {
        y: Theme.reach > 0 ? parent.height - height - Theme.s4 : (parent.height - height) / 2
        anchors { left: parent.left; right: parent.right; leftMargin: Theme.s6; rightMargin: Theme.s6 }
        spacing: page.portrait ? Theme.s5 : Theme.s3

        GwText {
            width: parent.width
            text: qsTr("Are you still there?")
            font.pixelSize: Theme.hero
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.AlertMessage
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.gap(page.portrait ? 320 : 240)
            height: width
            radius: width / 2
            color: Theme.orangeSoft
            border { width: Theme.s1; color: Theme.orange }
            GwText {
                objectName: "seconds-left"
                Accessible.ignored: true                // read aloud it would be old by then
                anchors.centerIn: parent
                text: page.remaining
                color: Theme.orange
                font.pixelSize: parent.width * 0.5
                font.weight: Font.Bold
            }
        }
        GwText {
            width: parent.width
            text: qsTr("When the count reaches zero, your choices are cleared.")
            font.pixelSize: Theme.heading
            color: Theme.muted
            horizontalAlignment: Text.AlignHCenter
        }
        GwButton {
            objectName: "stay"
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, Theme.gap(720))
            height: Theme.gap(160)
            kind: "primary"
            fontSize: Theme.heading
            text: qsTr("Yes, I am still here")
            onClicked: page.kiosk.touch("stay", "")
        }
    }
}
