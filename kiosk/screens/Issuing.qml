import QtQuick
import GreenWindow

// The request is under way. Nothing to touch, until it takes so long that one must be able to leave. A hall that answers,
// but can take nothing, is not one that is silent.
Page {
    id: page
    hasBack: false
    property bool slow: false
    property bool stuck: false

    Timer { interval: 3000; running: true; onTriggered: page.slow = true }
    Timer { interval: 15000; running: true; onTriggered: page.stuck = true }

    Column {
        anchors { left: parent.left; right: parent.right }
        y: page.lowered ? parent.height - height : (parent.height - height) / 2
        spacing: Theme.s5

        GwWorking { anchors.horizontalCenter: parent.horizontalCenter; size: Theme.s4; text: words.text; Accessible.ignored: true }
        GwText {
            id: words
            objectName: "issuing"
            width: parent.width
            text: qsTr("Getting your number")
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
        }
        GwText {
            objectName: "trying"
            live: true
            width: parent.width
            visible: page.slow || page.view.busy
            text: page.view.busy
                ? qsTr("The hall's system can't give out numbers just now. We keep asking for you; you will not get two numbers.")
                : qsTr("The hall's system has not answered yet. We keep asking for you; you will not get two numbers.")
            color: Theme.muted
            horizontalAlignment: Text.AlignHCenter
        }
        GwButton {
            objectName: "give-up"
            visible: page.stuck
            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("Stop waiting and start again")
            onClicked: page.kiosk.touch("give-up", "")
        }
    }
}
