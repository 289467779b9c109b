import QtQuick
import GreenWindow

// The number, as big as it goes; how many are ahead; what became of the paper, and what to do now.
Item {
    id: page
    required property var kiosk
    readonly property var view: kiosk.view
    readonly property var ticket: view.ticket
    readonly property bool portrait: height > width
    readonly property bool failed: view.paper === "failed" || view.paper === "unknown"
    objectName: "screen-ticket"

    WaitWords { id: wait; wait: page.ticket.wait }

    GwCard {
        id: sheet
        anchors { left: parent.left; top: parent.top; margins: Theme.s5; topMargin: Theme.s3 }
        width: page.portrait ? parent.width - 2 * Theme.s5 : (parent.width - 3 * Theme.s5) * (page.view.modes.elder ? 0.42 : 0.56)
        height: page.portrait ? Math.min(inside.implicitHeight + 2 * Theme.s5, parent.height * 0.62)
                              : parent.height - Theme.s3 - Theme.s5

        Column {
            id: inside
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.s4 }
            spacing: Theme.s2

            GwText {
                width: parent.width
                text: qsTr("Your number")
                color: Theme.muted
                font.pixelSize: Theme.heading
                horizontalAlignment: Text.AlignHCenter
            }
            GwText {
                objectName: "ticket-number"
                Accessible.name: text.split("").join(" ")      // A 0 1 2, not A twelve
                width: parent.width
                text: page.ticket.number
                color: Theme.accent
                font.pixelSize: Math.min(Theme.gap(page.portrait ? (!page.view.modes.elder ? 280 : page.failed ? 140 : page.view.paper === "unconfirmed" ? 160 : 210) : page.ticket.services.length < 3 ? 300 : 200),
                    Math.round(parent.width / Math.max(4, page.ticket.number.length) * 1.5))
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 0.95
            }
            Repeater {
                model: page.ticket.services
                GwText {
                    required property string modelData
                    width: parent.width
                    text: modelData
                    font.weight: Font.DemiBold
                    horizontalAlignment: Text.AlignHCenter
                }
            }
            Item { width: 1; height: Theme.s1 }
            GwChip {
                objectName: "slot"
                visible: page.view.booking.time !== ""
                anchors.horizontalCenter: parent.horizontalCenter
                iconName: "calendar"
                text: qsTr("Appointment at %1").arg(page.view.booking.time)
                fontSize: Theme.body
            }
            Grid {
                anchors.horizontalCenter: parent.horizontalCenter
                columns: ahead.implicitWidth + minutes.implicitWidth + Theme.s2 <= parent.width ? 2 : 1
                horizontalItemAlignment: Grid.AlignHCenter
                spacing: Theme.s2
                GwChip {
                    id: ahead
                    objectName: "ahead"
                    visible: page.ticket.ahead >= 0
                    iconName: "people"
                    text: page.ticket.ahead === 0 ? qsTr("You are next in line") : qsTr("Ahead of you: %1").arg(page.ticket.ahead)
                    fontSize: Theme.body
                }
                GwChip {
                    id: minutes
                    objectName: "wait"
                    visible: !page.view.booking.early       // before its time nobody is called by the queue
                    iconName: "clock"
                    text: wait.text
                    spoken: wait.spoken
                    fontSize: Theme.body
                }
            }
        }
    }

    PaperPart {
        anchors {
            left: page.portrait ? parent.left : sheet.right
            right: parent.right
            top: page.portrait ? sheet.bottom : sheet.top
            bottom: parent.bottom
            leftMargin: Theme.s5; rightMargin: Theme.s5; bottomMargin: Theme.s5
            topMargin: page.portrait ? Theme.s3 : 0
        }
        kiosk: page.kiosk
    }
}
