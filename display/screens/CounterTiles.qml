import QtQuick
import GreenWindow

// All counters of this screen; more than fit take turns.
Item {
    id: grid
    required property var tiles
    property int columns: 5
    property int rows: 1
    readonly property int fitting: used * rows
    readonly property int pages: Math.max(1, Math.ceil(tiles.length / fitting))
    readonly property int used: Math.min(columns, Math.ceil(tiles.length / Math.ceil(tiles.length / columns)))
    property int page: 0
    readonly property int first: (page % pages) * fitting

    Timer {
        interval: 8000
        repeat: true
        running: grid.pages > 1
        onTriggered: grid.page += 1
    }
    Repeater {
        model: grid.tiles.slice(grid.first, grid.first + grid.fitting)
        CounterTile {
            required property int index
            required property var modelData
            objectName: "counter-" + modelData.counter
            counter: modelData
            width: (grid.width - (grid.used - 1) * Theme.s2) / grid.used
            height: (grid.height - (grid.rows - 1) * Theme.s2) / grid.rows
            x: (index % grid.used) * (width + Theme.s2)
            y: Math.floor(index / grid.used) * (height + Theme.s2)
        }
    }
}
