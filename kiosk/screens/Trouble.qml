import QtQuick
import GreenWindow

// There is no ticket: why, and what to do now.
Page {
    id: page
    hasBack: false
    readonly property var ways: view.trouble

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
        Grid {
            id: choices
            anchors.horizontalCenter: parent.horizontalCenter
            columns: page.wide ? 3 : 1
            spacing: Theme.s3
            readonly property int fontSize: page.large && page.wide ? Theme.body : Theme.heading
            readonly property int count: 1 + page.ways.retype + page.ways.takeNumber
            readonly property real cell: !page.wide || count === 1 ? Math.min(page.width * 0.7, Theme.gap(640))
                : (parent.width - (count - 1) * spacing) / count

            GwButton {
                objectName: "retype"
                visible: page.ways.retype
                height: Theme.gap(130)
                width: choices.cell
                kind: "primary"
                fontSize: choices.fontSize
                text: ["several", "guessed"].includes(page.ways.code) ? qsTr("Type the code") : qsTr("Try again")
                onClicked: page.kiosk.touch("retype", "")
            }
            GwButton {
                objectName: "take-number"
                visible: page.ways.takeNumber
                height: Theme.gap(130)
                width: choices.cell
                kind: page.ways.retype ? "secondary" : "primary"
                fontSize: choices.fontSize
                text: qsTr("Take a number")
                onClicked: page.kiosk.touch("take-number", "")
            }
            GwButton {
                objectName: "again"
                height: Theme.gap(130)
                width: choices.cell
                kind: choices.count > 1 ? "secondary" : "primary"
                fontSize: choices.fontSize
                text: qsTr("Start again")
                onClicked: page.kiosk.touch("again", "")
            }
        }
    }
}
