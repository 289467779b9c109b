import QtQuick
import GreenWindow

// At most six answers in a grid that fills its room; the cells keep their size on a page that is not full.
Grid {
    id: grid
    property int most: 6
    property int tallest: 430
    readonly property int lines: Math.ceil(most / columns)
    readonly property real cellWidth: (width - (columns - 1) * columnSpacing) / columns
    readonly property real cellHeight: Math.min((height - (lines - 1) * rowSpacing) / lines, Theme.gap(tallest))

    anchors.fill: parent
    columnSpacing: rowSpacing
    rowSpacing: Theme.reach > 0 ? Theme.s2 : Theme.s3
}
