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

    readonly property real tileWidth: (width - (used - 1) * Theme.s2) / used
    function longest(key: string): string { return tiles.reduce((most, one) => one[key].length > most.length ? one[key] : most, "") }

    // All numbers in one size: what the longest needs.
    readonly property real room: tileWidth - widestCounter.advanceWidth - 2 * Theme.s2 - Theme.s1 - 2
    readonly property int ticketSize: Math.floor(Theme.px(40) * Math.min(1, room / Math.max(1, widestTicket.advanceWidth)))
    TextMetrics {
        id: widestCounter
        text: grid.longest("counter")
        font { family: Theme.family; weight: Font.Bold; pixelSize: Theme.px(44) }
    }
    TextMetrics {
        id: widestTicket
        text: grid.longest("ticket")
        font { family: Theme.family; weight: Font.Bold; pixelSize: Theme.px(40) }
    }

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
            ticketSize: Math.max(12, grid.ticketSize)
            width: grid.tileWidth
            height: (grid.height - (grid.rows - 1) * Theme.s2) / grid.rows
            x: (index % grid.used) * (width + Theme.s2)
            y: Math.floor(index / grid.used) * (height + Theme.s2)
        }
    }
}
