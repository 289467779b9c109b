import QtQuick
import GreenWindow

// May this resident go first? Asked of everybody, as an offer, with the usual way as the plain big answer.
Page {
    id: page
    title: qsTr("Would you like to be served first?")
    subtitle: qsTr("You may, if one of these is so. Just touch it; other residents cannot see your answer.")

    readonly property var classes: [
        { id: "elderly", icon: "cane", name: qsTr("Elderly") },
        { id: "ill", icon: "medical", name: qsTr("Unwell or frail") },
        { id: "disabled", icon: "wheelchair", name: qsTr("Living with a disability") },
        { id: "pregnant", icon: "heart", name: qsTr("Expecting a child") },
        { id: "infant", icon: "pram", name: qsTr("With a small child") },
        { id: "military", icon: "star", name: qsTr("Military or veteran") }
    ]

    Item {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: none.top; bottomMargin: Theme.s3 }
        Choices {
            id: grid
            columns: page.portrait ? 2 : 3
            Repeater {
                model: page.classes
                ChoiceCard {
                    required property var modelData
                    objectName: "priority-" + modelData.id
                    width: grid.cellWidth
                    height: grid.cellHeight
                    iconName: modelData.icon
                    text: modelData.name
                    onClicked: page.kiosk.touch("priority", modelData.id)
                }
            }
        }
    }
    GwButton {
        id: none
        objectName: "priority-none"
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.gap(page.portrait ? 150 : 110)
        kind: "primary"
        fontSize: Theme.heading
        text: qsTr("No, thank you: queue as usual")
        onClicked: page.kiosk.touch("priority", "none")
    }
}
