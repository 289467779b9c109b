import QtQuick
import GreenWindow

// May this resident go first? Asked of everybody, as an offer, with the usual way as the plain big answer.
Page {
    id: page
    title: qsTr("Would you like to be served first?")
    subtitle: qsTr("You may, if one of these is so. Just touch it; other residents cannot see your answer.")

    hasPages: true

    readonly property var classes: ({
        "elderly": { icon: "cane", name: qsTr("Elderly") },
        "ill": { icon: "medical", name: qsTr("Unwell or frail") },
        "disabled": { icon: "wheelchair", name: qsTr("Living with a disability") },
        "pregnant": { icon: "heart", name: qsTr("Expecting a child") },
        "infant": { icon: "pram", name: qsTr("With a small child") },
        "military": { icon: "star", name: qsTr("Military or veteran") }
    })

    Item {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: none.top; bottomMargin: Theme.s3 }
        Choices {
            id: grid
            columns: page.wide ? 3 : page.large ? 1 : 2
            most: page.large || page.lowered ? 3 : 6
            Repeater {
                model: page.view.priorities
                ChoiceCard {
                    required property var modelData
                    objectName: "priority-" + modelData
                    width: grid.cellWidth
                    height: grid.cellHeight
                    iconName: page.classes[modelData].icon
                    text: page.classes[modelData].name
                    onClicked: page.kiosk.touch("priority", modelData)
                }
            }
        }
    }
    GwButton {
        id: none
        objectName: "priority-none"
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Math.max(Theme.touch, Theme.gap(page.wide ? 110 : 150))
        kind: "primary"
        fontSize: Theme.heading
        text: qsTr("No, thank you: queue as usual")
        onClicked: page.kiosk.touch("priority", "none")
    }
}
