import QtQuick
import QtQuick.Layouts
import GreenWindow

// The number at the counter, as large as it goes, what is wanted, and what to mind.
GwCard {
    id: card
    objectName: "current-card"
    required property var pad
    required property bool narrow
    readonly property var ticket: pad.current
    readonly property var looks: ({
        called: { tone: "orange", icon: "bell" }, serving: { tone: "accent", icon: "person" },
        paused: { tone: "blue", icon: "pause" }, idle: { tone: "neutral", icon: "clock" },
        closed: { tone: "neutral", icon: "minus" }
    })
    readonly property int least: Math.round(Theme.title * 1.5)      // a line of the smallest size the number may have
    readonly property var look: looks[ticket.state] || ({ tone: "neutral", icon: "" })

    GridLayout {
        anchors { fill: parent; margins: card.narrow ? Theme.s2 : Theme.s3 }
        columns: 2
        rowSpacing: Theme.s1
        columnSpacing: Theme.s2

        GwChip {
            objectName: "current-state"
            visible: text !== ""
            text: card.ticket.stateWords
            iconName: card.look.icon
            tone: card.look.tone
            fontSize: Theme.body
            Layout.row: 0
            Layout.column: card.narrow ? 1 : 0
            Layout.alignment: card.narrow ? Qt.AlignRight : Qt.AlignLeft
        }
        GwIconLabel {
            objectName: "elapsed"
            visible: card.pad.elapsed !== ""
            iconName: "clock"
            text: card.pad.elapsed
            color: Theme.text
            fontSize: Theme.heading
            fontWeight: Font.DemiBold
            Layout.row: card.narrow ? 1 : 0
            Layout.column: 1
            Layout.alignment: Qt.AlignRight
        }
        GwText {
            objectName: "current-number"
            readonly property bool none: text === "—"
            text: card.ticket.number
            font.pixelSize: none ? Theme.hero : Theme.giant * (card.narrow ? 0.65 : 1.5)
            font.weight: none ? Font.Light : Font.Bold
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.title
            lineHeight: 1.0
            wrapMode: Text.NoWrap
            color: none ? Theme.muted : Theme.text
            horizontalAlignment: card.narrow && !none ? Text.AlignLeft : Text.AlignHCenter
            verticalAlignment: none && card.ticket.detail ? Text.AlignBottom : Text.AlignVCenter
            Layout.row: card.narrow && !none ? 0 : 1
            Layout.column: 0
            Layout.rowSpan: card.narrow && !none ? 2 : 1
            Layout.columnSpan: card.narrow && !none ? 1 : 2
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: card.least
            Layout.preferredHeight: card.least
        }
        Flickable {
            id: more
            visible: contentHeight > 0
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            contentHeight: particulars.implicitHeight
            Layout.row: 2
            Layout.columnSpan: 2
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: 0
            Layout.preferredHeight: contentHeight
            Layout.maximumHeight: Math.min(contentHeight, card.height * (card.narrow ? 0.55 : 0.6))

            Column {
                id: particulars
                width: more.width - Theme.s2
                spacing: Theme.s1
                Chips {
                    width: parent.width
                    chips: card.ticket.chips
                    fontSize: card.narrow ? Theme.note : Theme.body
                    visible: card.ticket.chips.length > 0
                }
                Repeater {
                    objectName: "current-needs"
                    model: card.ticket.needs
                    GwText {
                        required property var modelData
                        required property int index
                        objectName: "need-" + (index + 1)
                        width: particulars.width
                        text: modelData.here ? modelData.name : qsTr("%1 (elsewhere)").arg(modelData.name)
                        color: modelData.here ? Theme.text : Theme.muted
                        font.pixelSize: card.narrow || card.ticket.needs.length > 2 ? Theme.body : Theme.heading
                        font.weight: modelData.here ? Font.DemiBold : Font.Normal
                    }
                }
                GwText {
                    objectName: "waited"
                    visible: text !== "" && !card.narrow
                    text: card.ticket.waited
                    color: Theme.muted
                    font.pixelSize: Theme.note
                }
            }
            Rectangle {                      // there is more to see
                visible: more.contentHeight > more.height + 1
                parent: more
                anchors.right: parent.right
                y: more.visibleArea.yPosition * more.height
                width: Math.round(Theme.s1 * 0.75)
                height: more.visibleArea.heightRatio * more.height
                radius: width / 2
                color: Theme.muted
            }
        }
        GwText {
            objectName: "current-detail"
            visible: text !== ""
            text: card.ticket.detail
            color: Theme.muted
            font.pixelSize: Theme.heading
            horizontalAlignment: Text.AlignHCenter
            Layout.row: 4
            Layout.columnSpan: 2
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: card.least
        }
    }
}
