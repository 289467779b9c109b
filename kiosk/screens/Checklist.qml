import QtQuick
import GreenWindow

// What to bring, before a number is taken: go on, or take the list home and come again.
Page {
    id: page
    readonly property var list: view.checklist
    readonly property bool several: list.errands.length > 1
    title: list.overview ? qsTr("What to bring") : qsTr("Do you have this with you?")
    subtitle: cramped ? "" : !wide ? list.errands.join("\n") : several ? "" : list.errands.join("")
    hasPages: view.pages > 1
    readonly property bool canPrint: !view.printerStopped && !["printing", "printed"].includes(list.paper)
    readonly property string news: list.paper === "printing" ? qsTr("Printing your list")
        : list.paper === "printed" ? qsTr("Please take your list.")
        : list.paper === "unconfirmed" ? qsTr("Please take your list. If none came out, you can photograph this screen.")
        : list.paper !== "" ? qsTr("The list could not be printed. You can photograph this screen.")
        : view.printerStopped ? qsTr("No printing just now. You can photograph this screen.") : ""

    GwCard {
        id: sheet
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: things.height + 2 * Theme.s3

        Column {
            id: things
            anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.s3; leftMargin: Theme.s4 }
            spacing: page.wide ? Theme.s1 : Theme.s3
            Repeater {
                model: page.list.things
                Row {
                    id: thing
                    required property string modelData
                    required property int index
                    spacing: Theme.s3
                    GwIcon {
                        name: "check"
                        color: Theme.accent
                        size: words.font.pixelSize
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    GwText {
                        id: words
                        objectName: "thing-" + (thing.index + 1)
                        width: things.width - x
                        text: thing.modelData
                        font.pixelSize: page.wide ? Theme.body : Theme.heading
                    }
                }
            }
        }
    }
    GwText {
        objectName: "list-news"
        anchors { left: parent.left; right: parent.right; bottom: buttons.top; bottomMargin: Theme.s2 }
        visible: text !== ""
        text: page.news
        color: page.list.paper === "printed" || page.list.paper === "printing" ? Theme.text : Theme.orange
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
    }
    Grid {
        id: buttons
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        columns: page.wide ? 2 : 1
        spacing: Theme.s3
        readonly property real cell: page.wide ? (width - spacing) / 2 : width
        GwButton {
            objectName: "print-list"
            width: buttons.cell
            height: Math.max(Theme.touch, Theme.gap(page.wide ? 110 : 130))
            enabled: page.canPrint
            iconName: "printer"
            text: qsTr("Print this list")
            onClicked: page.kiosk.touch("print-list", "")
        }
        GwButton {
            objectName: "go-on"
            width: buttons.cell
            height: Math.max(Theme.touch, Theme.gap(page.wide ? 110 : 170))
            kind: "primary"
            fontSize: Theme.heading
            text: page.list.overview ? qsTr("All right") : qsTr("Go on")
            onClicked: page.kiosk.touch("go-on", "")
        }
    }
}
