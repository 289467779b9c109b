import QtQuick
import QtQuick.Layouts
import GreenWindow

// Everything a clerk presses. *Next* is the largest, at the bottom, where the thumb is.
ColumnLayout {
    id: grid
    required property var pad
    required property bool narrow
    signal panelAsked(string name)

    readonly property string state_: pad.current.state
    readonly property bool closed: state_ === "closed" || state_ === ""
    readonly property bool paused: state_ === "paused"
    readonly property int aside: pad.lists.held.length + pad.lists.missed.length
    spacing: Theme.s2

    GridLayout {
        columns: 3
        rowSpacing: Theme.s2
        columnSpacing: Theme.s2
        uniformCellWidths: true
        uniformCellHeights: true
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredHeight: 3

        Cell { does: "recall"; text: qsTr("Recall"); iconName: "sound"; hint: "R" }
        Cell { does: "start"; text: qsTr("Start"); iconName: "person"; hint: "S" }
        Cell { does: "done"; text: qsTr("Done"); iconName: "check"; hint: "D" }
        Cell { does: "no-show"; text: qsTr("No-show"); iconName: "cross"; hint: "N" }
        Cell { does: "hold"; text: qsTr("Hold"); iconName: "clock"; hint: "H" }
        Cell { objectName: "transfer"; does: ""; text: qsTr("Transfer"); iconName: "arrow-right"; hint: "T"
            enabled: grid.pad.buttons["transfer"].on; onClicked: grid.panelAsked("transfer") }
        Cell { objectName: "lists"; does: ""; text: qsTr("Lists"); iconName: "list"; hint: "L"
            detail: grid.aside ? qsTr("%1 aside").arg(grid.aside) : ""
            onClicked: grid.panelAsked("lists") }
        Cell { objectName: "pause"; does: ""; text: qsTr("Pause"); iconName: "pause"; hint: "P"; visible: !grid.paused
            enabled: grid.pad.buttons["pause"].on; onClicked: grid.panelAsked("pause") }
        Cell { does: "resume-counter"; text: qsTr("Resume"); iconName: "arrow-right"; hint: "P"; visible: grid.paused
            kind: "primary" }
        Cell { does: "close-counter"; text: qsTr("Close"); iconName: "minus"; hint: "O"; visible: !grid.closed }
        Cell { does: "open-counter"; text: qsTr("Open"); iconName: "window"; hint: "O"; visible: grid.closed
            kind: "primary" }
    }
    PadButton {
        objectName: "next"
        pad: grid.pad
        does: "next"
        kind: "primary"
        text: qsTr("Next")
        detail: enabled && grid.pad.upcoming.number !== "—" ? grid.pad.upcoming.number : ""
        hint: qsTr("Space")
        fontSize: grid.narrow ? Theme.title : Theme.hero
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredHeight: grid.narrow ? 1.6 : 1.7
    }

    component Cell: PadButton {
        objectName: does
        pad: grid.pad
        fontSize: Theme.body
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: Theme.touch
    }
}
