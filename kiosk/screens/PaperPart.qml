import QtQuick
import GreenWindow

// The paper's side of a ticket: printing, printed, perhaps printed, failed. What failed stays until it is noted.
Item {
    id: part
    required property var kiosk
    readonly property var view: kiosk.view
    readonly property string paper: view.paper
    readonly property bool failed: paper === "failed" || paper === "unknown"

    readonly property string headline: paper === "printing" ? qsTr("Printing your ticket")
        : paper === "printed" ? qsTr("Please take your ticket")
        : paper === "unconfirmed" ? qsTr("Please take your ticket")
        : paper === "unknown" ? qsTr("Did your ticket come out?")
        : qsTr("The ticket could not be printed")
    readonly property string advice: paper === "unconfirmed" ? qsTr("If none came out, please note your number.")
        : failed ? (view.ticket.qr
            ? qsTr("Your number counts all the same. Please note it, or photograph the code. Staff have been told.")
            : qsTr("Your number counts all the same. Please note it. Staff have been told."))
        : ""

    Column {
        id: words
        anchors { left: parent.left; right: parent.right; top: parent.top; topMargin: Theme.s2 }
        spacing: Theme.s2

        Row {
            id: headlineRow
            spacing: Theme.s2
            anchors.horizontalCenter: parent.horizontalCenter
            GwIcon {
                name: part.failed ? "warning" : part.paper === "printing" ? "printer" : "check"
                color: part.failed ? Theme.orange : Theme.accent
                size: Theme.title
                anchors.verticalCenter: parent.verticalCenter
            }
            GwText {
                id: headlineText
                live: true
                objectName: part.failed ? "paper-failed" : "paper"
                width: Math.min(implicitWidth, part.width - Theme.title - Theme.s2)
                text: part.headline
                color: part.failed ? Theme.orange : Theme.text
                font.pixelSize: part.width > Theme.gap(800) ? Theme.px(46) : Theme.heading
                font.weight: Font.Bold
                anchors.verticalCenter: parent.verticalCenter
            }
        }
        GwText {
            objectName: "advice"
            live: true
            width: parent.width
            visible: text !== ""
            text: part.advice
            horizontalAlignment: Text.AlignHCenter
        }
        GwWorking {
            id: working
            visible: part.paper === "printing"
            text: part.headline
            Accessible.ignored: true                    // the headline says it
            anchors.horizontalCenter: parent.horizontalCenter
        }
    }

    GwText {                                            // the room that the words will need when the paper is out
        id: later
        visible: false
        width: part.width - Theme.title - Theme.s2
        text: qsTr("Please take your ticket")
        font: headlineText.font
    }
    // It stays where it is when the paper comes out: somebody may be photographing it.
    Rectangle {
        id: code
        objectName: "qr"
        readonly property real above: words.y + Math.max(words.height, Math.max(headlineRow.height, later.height) + words.spacing + working.height)
        readonly property real below: Math.min(buttons.y, part.height - take.height)
        readonly property real space: below - above - 2 * Theme.s2
        readonly property real worded: space - caption.height - Theme.s1            // with its words below it
        readonly property bool captioned: !part.failed && worded > Theme.gap(150)
        readonly property real room: captioned ? worded : space
        visible: part.view.ticket.qr !== "" && room > Theme.gap(150)
        anchors.horizontalCenter: parent.horizontalCenter
        y: above + Theme.s2 + (room - height) / 2
        width: Math.min(room, parent.width * 0.6, Theme.gap(380))
        height: width
        radius: Theme.radius / 2
        color: "white"
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Code for your phone: your place in the queue")
        Image {
            anchors { fill: parent; margins: Theme.s2 }
            source: part.view.ticket.qr
            smooth: false
            fillMode: Image.PreserveAspectFit
        }
    }
    GwText {
        id: caption
        objectName: "qr-caption"
        visible: code.visible && code.captioned     // when it failed, the advice says what to do with it
        anchors { left: parent.left; right: parent.right; top: code.bottom; topMargin: Theme.s1 }
        text: qsTr("Follow the queue on your phone")
        color: Theme.muted
        font.pixelSize: Theme.note
        horizontalAlignment: Text.AlignHCenter
    }

    Column {
        id: buttons
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        spacing: Theme.s2

        GwButton {
            objectName: "reprint"
            visible: part.view.canReprint && part.paper !== "printing"
            width: parent.width
            iconName: "printer"
            text: qsTr("Try to print it again")
            onClicked: part.kiosk.touch("reprint", "")
        }
        GwButton {
            id: take
            objectName: "take"
            visible: part.paper !== "printing"
            width: parent.width
            height: Math.max(Theme.gap(140), implicitHeight)
            kind: "primary"
            fontSize: part.width < Theme.gap(620) ? Theme.body : Theme.heading
            text: part.failed ? qsTr("I have noted my number") : qsTr("Done")
            onClicked: part.kiosk.touch("take", "")
        }
    }
}
