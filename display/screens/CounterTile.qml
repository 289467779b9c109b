import QtQuick
import GreenWindow

// A counter in small: its number, and the ticket it is at, or what it does. A green edge: short business goes first here.
Rectangle {
    id: tile
    required property var counter
    required property int ticketSize
    readonly property bool called: counter.state === "called"
    readonly property bool resting: counter.state === "closed" || counter.state === "paused"

    color: called ? Theme.blueSoft : Theme.sunken
    radius: Theme.radius / 2
    border.width: counter.green ? 4 : called ? 2 : 0
    border.color: counter.green ? Theme.accent : Theme.blue
    Accessible.role: Accessible.StaticText
    Accessible.name: counter.counter + " " + (counter.ticket || counter.words.main)

    GwText {
        id: number
        anchors { left: parent.left; leftMargin: Theme.s2; verticalCenter: parent.verticalCenter }
        text: tile.counter.counter
        color: tile.resting ? Theme.muted : Theme.blue
        font.pixelSize: Theme.px(44)
        font.weight: Font.Bold
        wrapMode: Text.NoWrap
    }
    GwText {
        visible: tile.counter.ticket !== ""
        anchors { left: number.right; leftMargin: Theme.s1; right: parent.right; rightMargin: Theme.s2; top: parent.top; bottom: parent.bottom }
        text: tile.counter.ticket
        verticalAlignment: Text.AlignVCenter
        font.pixelSize: tile.ticketSize
        font.weight: tile.called ? Font.Bold : Font.Medium
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 12
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignRight
    }
    TwoLines {
        visible: tile.counter.ticket === ""
        anchors { left: number.right; leftMargin: Theme.s1; right: parent.right; rightMargin: Theme.s2; verticalCenter: parent.verticalCenter }
        words: tile.counter.words
        fit: true
        brief: Theme.scale < 0.6
        mainSize: Theme.px(28)
        subSize: Theme.px(24)
        mainColor: tile.counter.state === "paused" ? Theme.orange : Theme.muted
        weight: Font.Medium
        align: Text.AlignRight
    }
}
