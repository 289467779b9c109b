import QtQuick
import GreenWindow

// Is it this appointment? Its time and what it is for; nothing that says whose it is.
Page {
    id: page
    readonly property var booking: view.booking
    readonly property bool again: booking.number !== ""
    subtitle: cramped ? "" : again ? qsTr("Your number is %1.").arg(booking.number)
        : booking.early ? qsTr("You are early: you will be called around your time.") : ""
    title: again ? qsTr("You have checked in already") : qsTr("Is this your appointment?")

    GwCard {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: inside.height + 2 * inside.anchors.margins

        Grid {
            id: inside
            anchors { left: parent.left; right: parent.right; top: parent.top; margins: page.wide ? Theme.s3 : Theme.s4 }
            columns: !page.wide ? 1 : 2
            columnSpacing: Theme.s5
            rowSpacing: Theme.s3

            Column {
                id: when
                spacing: !page.wide ? Theme.s3 : Theme.s2
                GwIconLabel {
                    iconName: "calendar"
                    text: qsTr("Today at")
                    fontSize: Theme.heading
                }
                GwText {
                    objectName: "booking-time"
                    text: page.booking.time
                    color: Theme.accent
                    font.pixelSize: Theme.px(!page.wide ? 150 : 110)
                    font.weight: Font.Bold
                }
            }
            Column {
                width: !page.wide ? inside.width : inside.width - when.width - inside.columnSpacing
                spacing: page.wide ? Theme.s1 : Theme.s2
                Repeater {
                    model: page.booking.services
                    GwText {
                        required property string modelData
                        required property int index
                        objectName: "booked-" + (index + 1)
                        width: parent.width
                        text: modelData
                        font.pixelSize: Theme.px(page.booking.services.length > 2 ? (page.large && page.wide ? 27 : page.wide ? 32 : 38) : 50)
                        font.weight: Font.DemiBold
                    }
                }
            }
        }
    }
    GwButton {
        objectName: "not-mine"
        anchors.left: parent.left
        y: !page.wide ? yes.y - height - Theme.s3 : yes.y
        width: !page.wide ? parent.width : parent.width * 0.36
        height: !page.wide ? Theme.gap(130) : yes.height
        text: page.again ? qsTr("Look for another") : qsTr("No, not mine")
        onClicked: page.kiosk.touch("back", "")
    }
    GwButton {
        id: yes
        objectName: "confirm"
        anchors { right: parent.right; bottom: parent.bottom }
        width: !page.wide ? parent.width : parent.width * 0.64 - Theme.s3
        height: Math.max(Theme.touch, Theme.gap(!page.wide ? 200 : page.large ? 110 : 140))
        kind: "primary"
        iconName: "ticket"
        fontSize: page.large ? Theme.heading : Theme.px(52)
        text: page.again ? qsTr("Show my number") : qsTr("Yes, check me in")
        onClicked: page.kiosk.touch("confirm", "")
    }
}
