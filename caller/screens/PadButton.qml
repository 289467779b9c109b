import QtQuick
import QtQuick.Templates as T
import GreenWindow

// A button that is hit without looking: words, icon, and the key that does the same. It takes no focus, so that
// Space is always *next*. Greyed slowly and un-greyed at once: an answer within 50 ms does not flicker.
T.AbstractButton {
    id: button

    property string does
    property string kind: "plain"           // "plain", "primary", "soft"
    property string iconName
    property string hint
    property string detail                  // a second line: the number that would come
    property var pad
    property int fontSize: Theme.body
    readonly property var now: pad && does ? pad.buttons[does] : undefined

    readonly property bool filled: kind === "primary" && enabled
    readonly property color ink: !enabled ? Theme.muted : kind === "primary" ? Theme.inkOnAccent : Theme.text

    enabled: now === undefined || now.on
    focusPolicy: Qt.NoFocus
    implicitHeight: Theme.touch
    implicitWidth: Theme.touch
    padding: Theme.s1
    scale: down ? 0.97 : 1.0
    onClicked: if (pad && does) pad.press(does)

    Accessible.role: Accessible.Button
    Accessible.name: text

    contentItem: Item {
        Column {
            anchors.centerIn: parent
            width: parent.width
            spacing: Math.round(button.fontSize * 0.2)
            GwIcon {
                name: button.iconName
                color: button.ink
                size: Math.round(button.fontSize * 1.2)
                anchors.horizontalCenter: parent.horizontalCenter
            }
            GwText {
                text: button.text
                color: button.ink
                width: Math.min(implicitWidth, parent.width)
                anchors.horizontalCenter: parent.horizontalCenter
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: button.fontSize
                font.weight: button.kind === "primary" ? Font.Bold : Font.DemiBold
                Accessible.ignored: true
            }
            GwText {
                visible: text !== ""
                text: button.detail
                color: button.ink
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: Math.max(Theme.smallest, Math.round(button.fontSize * 0.62))
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: !button.enabled ? Theme.sunken
            : button.kind === "primary" ? (button.down ? Theme.accentDeep : Theme.accent)
            : button.down ? Theme.accentSoft : Theme.surface
        border.width: button.filled ? 0 : 2
        border.color: button.now && button.now.busy ? Theme.blue : button.down ? Theme.accent : Theme.line
        Behavior on color { enabled: !button.enabled; ColorAnimation { duration: 250 } }

        GwKeyHint {
            anchors { right: parent.right; top: parent.top; margins: Math.round(Theme.radius * 0.5) }
            text: button.hint
            ink: button.ink
            fontSize: Math.max(12, Math.round(Theme.note * 0.8))
        }
    }
}
