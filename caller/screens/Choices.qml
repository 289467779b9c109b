import QtQuick
import QtQuick.Templates as T
import GreenWindow

// A list to choose from with a finger or with Up, Down and Return.
ListView {
    id: list
    property string prefix                  // of the rows' object names
    property string emptyText
    property var notes: ({})                // of a moment, by id, instead of the row's own: the rows stay where they are
    property bool actable: true
    readonly property string currentName: currentItem ? currentItem.objectName : ""
    signal chosen(string id)

    clip: true
    spacing: Theme.s1
    boundsBehavior: Flickable.StopAtBounds
    keyNavigationEnabled: true
    Keys.onReturnPressed: act()
    Keys.onEnterPressed: act()
    onCountChanged: if (currentIndex >= count) currentIndex = Math.max(0, count - 1)

    function act() {
        if (currentItem && currentItem.enabled) list.chosen(currentItem.modelData.id)
    }

    GwText {
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.s3 }
        visible: list.count === 0
        text: list.emptyText
        color: Theme.muted
        horizontalAlignment: Text.AlignHCenter
    }

    delegate: T.AbstractButton {
        id: row
        required property var modelData
        required property int index
        objectName: list.prefix + modelData.id
        width: ListView.view.width
        height: Math.max(Theme.touch, words.implicitHeight + 2 * Theme.s1)
        focusPolicy: Qt.NoFocus
        enabled: list.actable && modelData.on
        onClicked: { list.currentIndex = index; list.act() }
        Accessible.role: Accessible.Button
        Accessible.name: [modelData.title, modelData.name, note.text].filter(t => t).join(" ")

        background: Rectangle {
            radius: Theme.radius
            color: row.down ? Theme.accentSoft : row.enabled ? Theme.surface : Theme.sunken
            border.width: row.ListView.isCurrentItem && list.showsCurrent ? 3 : 2
            border.color: row.ListView.isCurrentItem && list.showsCurrent ? Theme.blue : Theme.line
        }
        contentItem: Item {
            Row {
                id: words
                anchors { left: parent.left; right: parent.right; margins: Theme.s3; verticalCenter: parent.verticalCenter }
                spacing: Theme.s3
                GwText {
                    id: title
                    visible: text !== ""
                    text: row.modelData.title
                    font.weight: Font.Bold
                    font.pixelSize: Theme.heading
                    wrapMode: Text.NoWrap
                    color: row.enabled ? Theme.text : Theme.muted
                    anchors.verticalCenter: parent.verticalCenter
                }
                Column {
                    width: words.width - note.width - Theme.s3 - (title.visible ? title.width + Theme.s3 : 0)
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Math.round(Theme.s1 / 2)
                    GwText {
                        width: parent.width
                        text: row.modelData.name
                        color: row.enabled ? Theme.text : Theme.muted
                    }
                    Chips {
                        width: parent.width
                        visible: row.modelData.chips.length > 0
                        chips: row.modelData.chips
                    }
                }
                GwText {
                    id: note
                    objectName: "note-" + row.objectName
                    text: list.notes[row.modelData.id] || row.modelData.note
                    color: list.notes[row.modelData.id] ? Theme.orange : Theme.muted
                    font.pixelSize: Theme.note
                    wrapMode: Text.NoWrap
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
    }
    property bool showsCurrent: true
}
