import QtQuick
import GreenWindow

// Is this right? The errands on the ticket, room for one more, and the one big button.
Page {
    id: page
    title: qsTr("Is this right?")
    hasPages: true
    readonly property bool several: view.several
    foot: GwButton {
        objectName: "checklist"
        aside: true
        visible: page.view.checklist.there
        height: Theme.touch
        iconName: "list"
        text: qsTr("What to bring")
        onClicked: page.kiosk.touch("checklist", "")
    }
    subtitle: view.priority !== "" && view.priority !== "none" ? qsTr("You will be served first where the hall can.") : ""

    GwCard {
        id: sheet
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: list.height + 2 * list.anchors.margins

        Column {
            id: list
            anchors { left: parent.left; right: parent.right; top: parent.top; margins: page.several ? (page.wide ? Theme.s2 : Theme.s3) : page.wide ? Theme.s3 : Theme.s4 }
            spacing: Theme.s1

            Repeater {
                model: page.view.basket
                Item {
                    id: need
                    required property var modelData
                    required property int index
                    width: list.width
                    readonly property var load: page.view.loads[modelData.id]
                    readonly property bool roomy: !page.wide || !page.several
                    height: Math.max(words.implicitHeight, page.several ? remove.height : 0) + (roomy ? Theme.s3 : 0)

                    WaitWords { id: wait; wait: need.load === undefined ? null : need.load.wait }
                    Column {
                        id: words
                        anchors { left: parent.left; right: remove.left; rightMargin: Theme.s2 }
                        anchors.verticalCenter: parent.verticalCenter
                        spacing: Math.round(Theme.s1 / 2)
                        GwText {
                            objectName: "need-" + modelData.id
                            width: parent.width
                            text: page.several ? modelData.place + ".  " + modelData.name : modelData.name
                            font.pixelSize: page.several ? Theme.px(38) : Theme.px(page.lowered ? 42 : 54)
                            font.weight: Font.DemiBold
                        }
                        LoadLine {
                            visible: page.several && need.roomy && need.load !== undefined
                            waiting: need.load === undefined ? "" : qsTr("Waiting: %1").arg(need.load.waiting)
                            wait: wait.text
                            width: parent.width
                        }
                        Row {
                            id: facts
                            visible: !page.several && need.load !== undefined
                            width: parent.width
                            topPadding: Theme.s3
                            Fact {
                                objectId: "waiting"
                                width: facts.width * 0.42
                                iconName: "people"
                                label: qsTr("Waiting now")
                                value: need.load === undefined ? "" : qsTr("%1 people").arg(need.load.waiting)
                            }
                            Fact {
                                objectId: "wait"
                                width: facts.width * 0.58
                                iconName: "clock"
                                label: qsTr("Expected wait")
                                value: wait.text
                                spoken: wait.spoken
                            }
                        }
                    }
                    GwButton {
                        id: remove
                        objectName: "remove-" + modelData.id
                        aside: true
                        visible: page.several
                        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                        width: Math.max(page.large ? 80 : 60, Theme.gap(72))
                        height: width
                        leftPadding: 0
                        rightPadding: 0
                        kind: "quiet"
                        iconName: "cross"
                        Accessible.name: qsTr("Leave out %1").arg(modelData.name)
                        onClicked: page.kiosk.touch("remove", modelData.id)
                    }
                }
            }
        }
    }

    GwButton {
        objectName: "add-need"
        anchors.left: parent.left
        y: page.wide ? yes.y : sheet.y + sheet.height + Theme.s3           // under the errands, or beside the big button
        width: page.wide ? parent.width * 0.36 : parent.width
        height: page.wide ? yes.height : Theme.gap(130)
        visible: page.view.canAdd
        iconName: "plus"
        text: qsTr("Add another errand")
        onClicked: page.kiosk.touch("add-need", "")
    }
    GwButton {
        id: yes
        objectName: "confirm"
        anchors { right: parent.right; bottom: parent.bottom }
        width: !page.wide || !page.view.canAdd ? parent.width : parent.width * 0.64 - Theme.s3
        height: Theme.gap(page.wide ? 140 : 200)
        kind: "primary"
        iconName: "ticket"
        fontSize: Theme.px(page.wide && page.large && page.portrait ? 40 : 52)
        text: qsTr("Get my number")
        onClicked: page.kiosk.touch("confirm", "")
    }
}
