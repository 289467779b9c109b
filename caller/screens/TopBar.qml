import QtQuick
import QtQuick.Layouts
import GreenWindow

// Whose pad this is, whether the hall is there, the time, and the language.
Rectangle {
    id: bar
    required property var pad
    required property bool narrow
    color: Theme.surface
    implicitHeight: row.implicitHeight

    Rectangle { anchors { left: parent.left; right: parent.right; bottom: parent.bottom } height: 2; color: Theme.line }

    RowLayout {
        id: row
        anchors { fill: parent; leftMargin: Theme.s3; rightMargin: Theme.s2 }
        spacing: Theme.s3

        GwText {
            objectName: "counter"
            text: bar.pad.head.counter
            font.pixelSize: Theme.heading
            font.weight: Font.Bold
            color: Theme.accent
            wrapMode: Text.NoWrap
        }
        // A resident calls for staff somewhere: said here, where no button moves because of it.
        GwIcon {
            name: bar.pad.head.help !== "" ? "bell" : ""
            color: Theme.blue
            size: Theme.heading
        }
        GwText {
            objectName: "help"
            visible: text !== ""
            text: bar.pad.head.help
            color: Theme.blue
            font.pixelSize: Theme.note
            font.weight: Font.Bold
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.role: Accessible.AlertMessage
            Layout.fillWidth: true
        }
        GwText {
            objectName: "whose"
            visible: bar.pad.head.help === ""
            text: bar.narrow ? bar.pad.head.clerk || bar.pad.head.hall
                : [bar.pad.head.clerk, bar.pad.head.hall].filter(t => t).join(" · ")
            color: Theme.muted
            font.pixelSize: Theme.note
            maximumLineCount: 2
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        LinkMark { objectName: "link"; online: bar.pad.head.online; wordless: bar.narrow }
        GwText {
            objectName: "clock"
            text: bar.pad.head.clock
            font.pixelSize: Theme.body
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
        }
        GwButton {
            objectName: "language"
            kind: "quiet"
            focusPolicy: Qt.NoFocus
            fontSize: Theme.note
            topPadding: 0
            bottomPadding: 0
            leftPadding: Theme.s2
            rightPadding: Theme.s2
            text: bar.pad.language === "zh" ? "English" : "中文"
            onClicked: bar.pad.useLanguage(bar.pad.language === "zh" ? "en" : "zh")
        }
    }
}
