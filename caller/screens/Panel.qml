import QtQuick
import QtQuick.Layouts
import GreenWindow

// A sheet over the picture for one question; Esc or the cross goes back.
FocusScope {
    id: panel
    required property string title
    default property alias content: body.data
    signal closed()

    Keys.onEscapePressed: panel.closed()

    Rectangle { anchors.fill: parent; color: Theme.ground }
    MouseArea { anchors.fill: parent }

    ColumnLayout {
        id: body
        anchors.fill: parent
        spacing: Theme.s2

        RowLayout {
            Layout.fillWidth: true
            GwText {
                objectName: "panel-title"
                text: panel.title
                font.pixelSize: Theme.heading
                font.weight: Font.Bold
                Layout.fillWidth: true
            }
            GwButton {
                objectName: "panel-close"
                kind: "quiet"
                iconName: "cross"
                text: qsTr("Back")
                hint: "Esc"
                focusPolicy: Qt.NoFocus
                onClicked: panel.closed()
            }
        }
    }
}
