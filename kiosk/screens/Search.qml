import QtQuick
import GreenWindow

// Which errand? Found by what is typed: its name, its pinyin, the initials of that.
Page {
    id: page
    title: qsTr("Find your errand")
    hasPages: true
    readonly property var found: view.search

    readonly property string prompt: qsTr("Type its name or its initials")

    beside: TypedLine {                                     // a wide window is low
        visible: page.wide
        width: page.width * (page.large ? 0.46 : 0.56)
        iconName: "search"
        typed: page.found.typed
        prompt: page.prompt
    }
    TypedLine {
        id: line
        visible: !page.wide
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: visible ? implicitHeight : 0
        iconName: "search"
        typed: page.found.typed
        prompt: page.prompt
    }

    GwText {
        objectName: "search-advice"
        anchors { left: parent.left; right: parent.right; top: line.bottom; topMargin: Theme.s3 }
        visible: page.found.hits.length === 0
        text: page.found.typed === "" ? qsTr("For example: MI or ILLNESS for major-illness registration")
                                      : qsTr("Nothing found. Try fewer letters, or go back and choose from the list.")
        color: Theme.muted
        font.pixelSize: page.portrait ? Theme.heading : Theme.body
    }
    Grid {
        id: grid
        anchors { left: parent.left; right: parent.right; top: line.bottom; bottom: board.top }
        anchors { topMargin: page.wide ? 0 : Theme.s3; bottomMargin: Theme.s3 }
        columns: page.wide ? 2 : 1
        readonly property int lines: Math.ceil((page.large ? 2 : 4) / columns)
        spacing: Theme.s2
        readonly property real cellHeight: Math.min(Theme.gap(200), (height - (lines - 1) * spacing) / lines)
        Repeater {
            model: page.found.hits
            ServiceRow {
                required property var modelData
                objectName: "service-" + modelData.id
                width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
                height: grid.cellHeight
                text: modelData.name
                nameSize: page.wide ? (page.large ? Theme.note : Theme.px(32)) : Theme.px(page.large ? 32 : 38)
                line: modelData.line
                fits: true
                figures: Theme.note
                load: page.view.loads[modelData.id]
                onClicked: page.kiosk.touch("service", modelData.id)
            }
        }
    }
    LetterKeys {
        id: board
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        kiosk: page.kiosk
        keyHeight: Math.max(Theme.touch * 0.8, 60, Theme.gap(page.wide ? 84 : 116))
    }
}
