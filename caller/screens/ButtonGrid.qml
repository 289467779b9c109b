import QtQuick
import QtQuick.Layouts
import GreenWindow

// Everything a clerk presses. *Next* is the largest, at the bottom, where the thumb is.
Item {
    id: grid
    required property var pad
    required property bool narrow
    signal panelAsked(string name)

    readonly property string stateNow: pad.current.state
    readonly property bool closed: stateNow === "closed" || stateNow === ""
    readonly property bool paused: stateNow === "paused"
    readonly property int aside: pad.lists.held.length + pad.lists.missed.length

    GridLayout {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: next.top; bottomMargin: Theme.s2 }
        columns: 3
        rowSpacing: Theme.s2
        columnSpacing: Theme.s2
        uniformCellWidths: true
        uniformCellHeights: true

        Cell { does: "recall"; text: qsTr("Recall"); iconName: "sound"; hint: "R" }
        Cell { does: "start"; text: qsTr("Start"); iconName: "person"; hint: "S" }
        Cell { does: "done"; text: qsTr("Done"); iconName: "check"; hint: "D" }
        Cell { does: "no-show"; text: qsTr("No-show"); iconName: "cross"; hint: "N" }
        Cell { does: "hold"; text: qsTr("Hold"); iconName: "clock"; hint: "H" }
        Cell { objectName: "transfer"; does: ""; text: qsTr("Transfer"); iconName: "arrow-right"; hint: "T"
            enabled: grid.pad.buttons["transfer"].on; onClicked: grid.panelAsked("transfer") }
        Cell { objectName: "lists"; does: ""; iconName: "list"; hint: "L"
            text: grid.aside ? qsTr("Lists · %1").arg(grid.aside) : qsTr("Lists")
            onClicked: grid.panelAsked("lists") }
        Cell { objectName: "pause"; does: ""; text: qsTr("Pause"); iconName: "pause"; hint: "P"; visible: !grid.paused
            enabled: grid.pad.buttons["pause"].on; onClicked: grid.panelAsked("pause") }
        Cell { does: "resume-counter"; text: qsTr("Resume"); iconName: "arrow-right"; hint: "P"; visible: grid.paused
            kind: "primary" }
        Cell { does: "close-counter"; text: qsTr("Close"); iconName: "minus"; hint: "O"; visible: !grid.closed }
        Cell { objectName: "open-counter"; does: grid.pad.signIn.asks ? "" : "open-counter"; text: qsTr("Open")
            iconName: "window"; hint: "O"; kind: "primary"; visible: grid.closed
            enabled: grid.pad.buttons["open-counter"].on
            onClicked: if (grid.pad.signIn.asks) grid.panelAsked("sign-in") }
    }
    PadButton {
        id: next
        objectName: "next"
        pad: grid.pad
        does: "next"
        kind: "primary"
        text: qsTr("Next")
        detail: enabled && grid.pad.upcoming.number !== "—" ? grid.pad.upcoming.number : ""
        hint: qsTr("Space")
        fontSize: grid.narrow ? Theme.title : Theme.hero
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Math.max(Theme.touch, Math.min(grid.height * 0.36, grid.height - 3 * (Theme.touch + Theme.s2)))
    }

    component Cell: PadButton {
        objectName: does
        pad: grid.pad
        fontSize: grid.narrow ? Theme.body : Theme.heading
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: Theme.touch
    }
}
