import QtQuick
import QtQuick.Layouts
import GreenWindow

// Who waits, who is held here, who did not come here; touching a number calls it, or lets it wait again. And the papers
// that a ticket machine prints for who is here. Offline it
// still shows what was heard last: nothing in it can be touched.
Panel {
    id: panel
    required property var pad
    property string tab: "waiting"
    readonly property var tabs: ["waiting", "held", "missed", "papers"]
    readonly property var does: ({ waiting: "call", held: "resume", missed: "bring-back", papers: "follow-up" })
    readonly property var prefixes: ({ waiting: "queue-", held: "held-", missed: "missed-", papers: "paper-" })
    readonly property var empty: ({
        waiting: qsTr("Nobody is waiting for this counter"),
        held: qsTr("Nothing is held here"), missed: qsTr("Nobody missed a call here"), papers: ""
    })
    readonly property var explains: ({
        waiting: qsTr("Touch a number to call it now"),
        held: qsTr("Touch a number: it waits here again"),
        missed: qsTr("Touch a number to bring it back"),
        papers: qsTr("Touch a paper for who is here")
    })
    title: pad.head.online ? explains[tab] : qsTr("Only to look at: as it was before the pad went offline")
    Component.onCompleted: field.forceActiveFocus()

    function act(ticket) {
        const sent = tab === "waiting" ? pad.call(ticket) : tab === "held" ? pad.resume(ticket)
            : tab === "missed" ? pad.bringBack(ticket) : pad.press(ticket)
        if (sent)
            closed()
    }
    function turn(step) {
        tab = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length]
    }

    RowLayout {
        spacing: Theme.s2
        Layout.fillWidth: true
        Repeater {
            model: panel.tabs
            GwButton {
                required property string modelData
                readonly property int many: panel.pad.lists[modelData].length
                objectName: "tab-" + modelData
                kind: panel.tab === modelData ? "primary" : "secondary"
                leftPadding: Theme.s1
                rightPadding: Theme.s1
                text: modelData === "papers" ? qsTr("Papers") : (modelData === "waiting" ? qsTr("Waiting %1")
                    : modelData === "held" ? qsTr("Held %1") : qsTr("Missed %1")).arg(modelData === "waiting" ? panel.pad.upcoming.waiting : many)
                focusPolicy: Qt.NoFocus
                onClicked: panel.tab = modelData
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
        }
    }
    RowLayout {
        visible: panel.tab === "waiting"
        spacing: Theme.s2
        Layout.fillWidth: true
        PadField {
            id: field
            objectName: "call-number"
            hintText: qsTr("Or type a number")
            maximumLength: 8
            validator: RegularExpressionValidator { regularExpression: /[A-Za-z]{0,2}[0-9]{0,6}/ }
            Layout.fillWidth: true
            readonly property string ticket: acceptableInput && /^[A-Za-z]{1,2}[0-9]+$/.test(text) ? text.toUpperCase() : ""
            function go() { ticket !== "" ? panel.act(ticket) : list.act() }
            Keys.onReturnPressed: go()
            Keys.onEnterPressed: go()
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
            Keys.onTabPressed: panel.turn(1)
        }
        GwButton {
            objectName: "call-typed"
            kind: "primary"
            text: qsTr("Call")
            focusPolicy: Qt.NoFocus
            enabled: field.ticket !== "" && panel.pad.buttons["call"].on
            onClicked: panel.act(field.ticket)
        }
    }
    Choices {
        id: list
        objectName: "list"
        prefix: panel.prefixes[panel.tab]
        model: panel.pad.lists[panel.tab]
        actable: panel.pad.buttons[panel.does[panel.tab]].on
        emptyText: panel.empty[panel.tab]
        onChosen: id => panel.act(id)
        Keys.onTabPressed: panel.turn(1)
        Keys.onRightPressed: panel.turn(1)
        Keys.onLeftPressed: panel.turn(-1)
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    onTabChanged: tab === "waiting" ? field.forceActiveFocus() : list.forceActiveFocus()
}
