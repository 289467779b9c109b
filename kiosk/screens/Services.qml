import QtQuick
import GreenWindow

// Which errand? Each says how many wait for it and how long a ticket taken now would wait.
Page {
    id: page
    title: view.category || qsTr("What brings you here today?")
    subtitle: portrait ? qsTr("Please choose your errand") : ""
    hasPages: true
    readonly property bool tight: lowered || (large && wide)       // no room beside the title
    beside: SearchButton { kiosk: page.kiosk; visible: !tight }
    foot: SearchButton { kiosk: page.kiosk; visible: tight; small: true }

    Choices {
        id: grid
        most: page.most
        columns: page.columns(1, 2)
        tallest: page.large ? 340 : 260
        Repeater {
            model: page.view.services
            ServiceRow {
                required property var modelData
                objectName: "service-" + modelData.id
                width: grid.cellWidth
                height: grid.cellHeight
                text: modelData.name
                figures: page.portrait && !page.lowered ? Theme.body : Theme.note
                load: page.view.loads[modelData.id]
                onClicked: page.kiosk.touch("service", modelData.id)
            }
        }
    }
}
