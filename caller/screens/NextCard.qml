import QtQuick
import QtQuick.Layouts
import GreenWindow

// What *next* would call and why, and how many wait.
GwCard {
    id: card
    objectName: "next-card"
    required property var pad
    readonly property var up: pad.upcoming
    // A need for help in a guide's own words takes a line of its own.
    readonly property var sentences: up.chips.filter(chip => chip.text.length > 16)
    implicitHeight: row.implicitHeight + 2 * Theme.s2

    RowLayout {
        id: row
        anchors { fill: parent; margins: Theme.s2; leftMargin: Theme.s3; rightMargin: Theme.s3 }
        spacing: Theme.s3

        ColumnLayout {
            Layout.fillWidth: true
            Layout.maximumWidth: Number.POSITIVE_INFINITY
            spacing: Theme.s1
            RowLayout {
                spacing: Theme.s2
                GwText { text: qsTr("Next"); color: Theme.muted; font.pixelSize: Theme.note; wrapMode: Text.NoWrap }
                GwText {
                    objectName: "next-up"
                    text: card.up.number
                    font.pixelSize: Theme.title
                    font.weight: Font.Bold
                    color: card.up.number === "—" ? Theme.muted : Theme.text
                    wrapMode: Text.NoWrap
                    lineHeight: 1.0
                }
                Chips {
                    chips: card.up.chips.filter(chip => !card.sentences.includes(chip))
                    visible: chips.length > 0
                    Layout.fillWidth: true
                }
            }
            Chips {
                chips: card.sentences
                lines: 2
                visible: chips.length > 0
                Layout.fillWidth: true
            }
            GwText {
                objectName: "next-why"
                visible: text !== ""
                text: card.up.why
                color: Theme.accent
                font.weight: Font.DemiBold
                Layout.fillWidth: true
            }
            GwText {
                objectName: "next-services"
                visible: text !== ""
                text: card.up.services
                color: Theme.muted
                font.pixelSize: Theme.note
                maximumLineCount: 1
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: false
            GwText {
                objectName: "waiting-count"
                text: card.up.waiting
                font.pixelSize: Theme.title
                font.weight: Font.Bold
                color: Theme.blue
                lineHeight: 1.0
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
            GwText {
                text: qsTr("waiting")
                color: Theme.muted
                font.pixelSize: Theme.note
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
        }
    }
}
