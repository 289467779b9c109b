import QtQuick
import QtQuick.Layouts
import GreenWindow

// Who opens the counter: a name, and the PIN where that clerk has one. It closes when the counter is open.
Panel {
    id: panel
    required property var pad
    readonly property var sign: pad.signIn
    readonly property bool typing: sign.who !== ""
    readonly property bool open: pad.current.state !== "closed"
    readonly property string dots: "●"
    title: typing ? qsTr("%1: PIN").arg(sign.who) : qsTr("Who opens the counter?")
    focus: true

    goesBack: () => {
        if (!panel.typing)
            return false
        panel.pad.leavePin()
        return true
    }
    onOpenChanged: if (open) closed()
    // The second tap of a doubled touch on a name must not type a digit.
    onTypingChanged: { guard(); typing ? keys.forceActiveFocus() : list.forceActiveFocus() }
    Component.onCompleted: typing ? keys.forceActiveFocus() : list.forceActiveFocus()

    Choices {
        id: list
        objectName: "clerks"
        visible: !panel.typing
        prefix: "clerk-"
        model: panel.pad.clerks
        notes: panel.sign.waits
        actable: panel.sign.canChoose
        onChosen: id => panel.pad.chooseClerk(id)
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    ColumnLayout {
        id: keys
        visible: panel.typing
        spacing: Theme.s2
        Layout.fillWidth: true
        Layout.fillHeight: true
        Keys.onPressed: event => {
            if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
                panel.pad.enterPin()
            else if (event.key === Qt.Key_Backspace)
                panel.pad.deletePin()
            else if (event.text.length === 1 && event.text >= " ")
                panel.pad.typePin(event.text)
            else
                return
            event.accepted = true
        }

        Rectangle {
            radius: Theme.radius
            color: Theme.surface
            border.width: 2
            border.color: Theme.line
            implicitHeight: Theme.touch
            Layout.fillWidth: true

            GwText {
                objectName: "pin"
                anchors { fill: parent; leftMargin: Theme.s2; rightMargin: Theme.s2 }
                text: panel.dots.repeat(panel.sign.typed)
                font.pixelSize: Theme.heading
                font.letterSpacing: Theme.s1
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.smallest
                wrapMode: Text.NoWrap
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                Accessible.name: qsTr("Characters typed: %1").arg(panel.sign.typed)
            }
        }
        KeyPad {
            active: panel.sign.canType
            ready: panel.sign.canEnter
            onTyped: digit => panel.pad.typePin(digit)
            onDeleted: panel.pad.deletePin()
            onEntered: panel.pad.enterPin()
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
    MessageLine {
        objectName: "sign-in-line"
        pad: panel.pad
        said: panel.sign.said
        name: "sign-in-message"
        Layout.fillWidth: true
    }
}
