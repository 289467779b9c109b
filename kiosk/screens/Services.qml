import QtQuick
import GreenWindow

// Which errand? Each says how many wait for it and how long a ticket taken now would wait.
Page {
    id: page
    title: view.category || qsTr("What brings you here today?")
    subtitle: portrait ? qsTr("Please choose your errand") : ""
    hasPages: true

    Choices {
        id: grid
        most: page.large ? 4 : 6
        columns: page.wide ? 2 : 1
        tallest: 260
        Repeater {
            model: page.view.services
            ServiceRow {
                required property var modelData
                objectName: "service-" + modelData.id
                width: grid.cellWidth
                height: grid.cellHeight
                text: modelData.name
                figures: page.portrait ? Theme.body : Theme.note
                load: page.view.loads[modelData.id]
                onClicked: page.kiosk.touch("service", modelData.id)
            }
        }
    }
}
