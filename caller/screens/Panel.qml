import QtQuick
import QtQuick.Layouts
import GreenWindow

// A sheet over the picture for one question, perhaps in two steps; Esc or the cross goes back.
FocusScope {
    id: panel
    required property string title
    default property alias content: body.data
    property var goesBack: () => false      // one step back within the panel; false: there is none
    signal closed()

    function back() {
        if (!goesBack())
            closed()
    }
    function guard() { shield.raise() }

    Keys.onEscapePressed: panel.back()
    Component.onCompleted: guard()

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
                onClicked: panel.back()
            }
        }
    }

    // The second tap of a doubled touch on the button that opened this must not choose the row under it.
    GwShield { id: shield; anchors.fill: parent; ms: 350 }
}
