import QtQuick
import QtQuick.Layouts
import GreenWindow

// The number at the counter, as large as it goes, what is wanted, and what to mind.
GwCard {
    id: card
    required property var pad
    readonly property var ticket: pad.current
    readonly property var looks: ({
        called: { tone: "orange", icon: "bell" }, serving: { tone: "accent", icon: "person" },
        paused: { tone: "blue", icon: "pause" }, idle: { tone: "neutral", icon: "clock" },
        closed: { tone: "neutral", icon: "minus" }
    })
    readonly property var look: looks[ticket.state] || ({ tone: "neutral", icon: "" })

    ColumnLayout {
        anchors { fill: parent; margins: Theme.s3 }
        spacing: Theme.s1

        RowLayout {
            spacing: Theme.s2
            GwChip {
                objectName: "current-state"
                visible: text !== ""
                text: card.ticket.stateWords
                iconName: card.look.icon
                tone: card.look.tone
                fontSize: Theme.body
                Layout.maximumWidth: card.width * 0.62
            }
            Item { Layout.fillWidth: true }
            GwIconLabel {
                visible: card.pad.elapsed !== ""
                iconName: "clock"
                text: card.pad.elapsed
                color: Theme.text
                fontSize: Theme.heading
                fontWeight: Font.DemiBold
                objectName: "elapsed"
            }
        }
        GwText {
            objectName: "current-number"
            text: card.ticket.number
            font.pixelSize: Theme.giant
            font.weight: Font.Bold
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.title
            lineHeight: 1.0
            wrapMode: Text.NoWrap
            color: card.ticket.number === "—" ? Theme.line : Theme.text
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: Theme.title
        }
        Chips {
            chips: card.ticket.chips
            fontSize: Theme.body
            Layout.fillWidth: true
            visible: card.ticket.chips.length > 0
        }
        ListView {
            id: needs
            objectName: "current-needs"
            model: card.ticket.needs
            visible: count > 0
            clip: true
            spacing: Theme.s1
            boundsBehavior: Flickable.StopAtBounds
            Layout.fillWidth: true
            Layout.preferredHeight: contentHeight
            Layout.maximumHeight: card.height * 0.34
            delegate: GwText {
                required property var modelData
                width: ListView.view.width
                text: modelData.here ? modelData.name : qsTr("%1 (elsewhere)").arg(modelData.name)
                color: modelData.here ? Theme.text : Theme.muted
                font.pixelSize: needs.count > 2 ? Theme.body : Theme.heading
                font.weight: modelData.here ? Font.DemiBold : Font.Normal
            }
        }
        GwText {
            objectName: "waited"
            visible: text !== ""
            text: card.ticket.waited
            color: Theme.muted
            font.pixelSize: Theme.note
        }
    }
}
