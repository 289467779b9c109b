import QtQuick
import GreenWindow

// On every screen at the same place: what makes the kiosk easier to see, to hear and to reach, and the call for staff.
// Along the foot of a tall window, beside a wide one.
Rectangle {
    id: bar
    required property var kiosk
    required property bool upright
    readonly property var view: kiosk.view
    readonly property var modes: view.modes
    readonly property var shown: [elder, speech, contrast, lowered, help].filter(b => b.visible)
    readonly property real tallest: Math.max(...shown.map(b => b.implicitHeight))
    readonly property real edge: upright ? Theme.s1 : Theme.s2
    readonly property real cellWidth: upright ? width - 2 * edge
        : (width - 2 * edge - (shown.length - 1) * grid.spacing) / shown.length
    readonly property real cellHeight: !upright ? tallest
        : Math.min(Math.max(tallest, Theme.gap(150)), ((Theme.reach > 0 ? Theme.reach : height) - 2 * edge - (shown.length - 1) * grid.spacing) / shown.length)

    objectName: "access-bar"
    implicitWidth: Theme.gap(Theme.large ? 226 : 200)
    implicitHeight: tallest + 2 * edge
    color: Theme.surface

    Rectangle {                                         // a hairline towards the screen
        anchors { left: parent.left; top: parent.top }
        width: bar.upright ? 2 : parent.width
        height: bar.upright ? parent.height : 2
        color: Theme.line
    }
    Grid {
        id: grid
        columns: bar.upright ? 1 : bar.shown.length
        spacing: bar.edge
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: bar.edge }

        AccessButton {
            id: elder
            objectName: "mode-elder"
            width: bar.cellWidth
            height: bar.cellHeight
            iconName: "letters"
            text: qsTr("Easy mode")
            on: bar.modes.elder
            onClicked: bar.kiosk.touch("mode", "elder")
        }
        AccessButton {
            id: speech
            objectName: "mode-speech"
            visible: bar.view.canRead
            width: bar.cellWidth
            height: bar.cellHeight
            iconName: "sound"
            text: qsTr("Read aloud")
            on: bar.modes.speech
            onClicked: bar.kiosk.touch("mode", "speech")
        }
        AccessButton {
            id: contrast
            objectName: "mode-contrast"
            width: bar.cellWidth
            height: bar.cellHeight
            iconName: "contrast"
            text: qsTr("High contrast")
            on: bar.modes.contrast
            onClicked: bar.kiosk.touch("mode", "contrast")
        }
        AccessButton {
            id: lowered
            objectName: "mode-lowered"
            width: bar.cellWidth
            height: bar.cellHeight
            iconName: "lower"
            text: qsTr("Lower screen")
            on: bar.modes.lowered
            onClicked: bar.kiosk.touch("mode", "lowered")
        }
        AccessButton {
            id: help
            objectName: "help"
            width: bar.cellWidth
            height: bar.cellHeight
            switches: false
            iconName: bar.view.help === "called" ? "check" : "bell"
            text: bar.view.help === "called" ? qsTr("Staff called") : qsTr("Call staff")
            onClicked: bar.kiosk.touch("help", "")
        }
    }
}
