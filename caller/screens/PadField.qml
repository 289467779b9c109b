import QtQuick
import QtQuick.Templates as T
import GreenWindow

// A line to type in. Up, Down and Return are for the list under it.
T.TextField {
    id: field
    property alias hintText: ghost.text

    implicitHeight: Theme.touch
    leftPadding: Theme.s3
    rightPadding: Theme.s3
    verticalAlignment: TextInput.AlignVCenter
    font.family: Theme.family
    font.pixelSize: Theme.body
    color: Theme.text
    selectionColor: Theme.accent
    selectedTextColor: Theme.inkOnAccent
    selectByMouse: true
    inputMethodHints: Qt.ImhNoPredictiveText
    Accessible.role: Accessible.EditableText
    Accessible.name: ghost.text

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: field.activeFocus ? 3 : 2
        border.color: field.activeFocus ? Theme.blue : Theme.line
    }
    GwText {
        id: ghost
        visible: field.text === "" && field.preeditText === ""
        anchors { left: parent.left; right: parent.right; leftMargin: Theme.s3 + 4; rightMargin: Theme.s3; verticalCenter: parent.verticalCenter }
        color: Theme.muted
        Accessible.ignored: true
    }
}
