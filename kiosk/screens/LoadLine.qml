import QtQuick
import GreenWindow

// How many wait and how long one would: two icons with their figures, side by side, or under each other where it is narrow.
Grid {
    id: line
    property string waiting
    property string wait
    property int fontSize: Theme.note
    readonly property real wanted: people.implicitWidth + clock.implicitWidth + columnSpacing

    visible: waiting !== ""
    columns: wanted <= width ? 2 : 1
    columnSpacing: Theme.s3

    GwIconLabel { id: people; iconName: "people"; text: line.waiting; fontSize: line.fontSize }
    GwIconLabel { id: clock; iconName: "clock"; text: line.wait; fontSize: line.fontSize }
}
