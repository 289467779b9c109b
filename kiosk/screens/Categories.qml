import QtQuick
import GreenWindow

// What is it about? The hall's lines of business, six at a time.
Page {
    id: page
    title: qsTr("What brings you here today?")
    hasPages: true

    Choices {
        id: grid
        columns: page.portrait ? 2 : 3
        Repeater {
            model: page.view.categories
            ChoiceCard {
                required property var modelData
                objectName: "category-" + modelData.id
                width: grid.cellWidth
                height: grid.cellHeight
                text: modelData.name
                mark: modelData.mark
                note: qsTr("Errands: %1").arg(modelData.count)
                onClicked: page.kiosk.touch("category", modelData.id)
            }
        }
    }
}
