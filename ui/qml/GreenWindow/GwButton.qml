import QtQuick
import QtQuick.Templates as T

// A button for fingers: at least 60 px each way, answers the touch at once, reachable by keyboard, named for readers.
// kind: "primary" (one a screen), "secondary", "quiet" (no border), "warning".
T.AbstractButton {
    id: button

    property string kind: "secondary"
    property string iconName
    property string hint                // a key's name, shown small: "Space"
    property int fontSize: Theme.body
    property bool iconAfter: false
    property bool aside: false          // no answer to the screen's question: no digit chooses it

    readonly property real beside: (iconName ? Math.round(fontSize * 1.1) + Theme.s2 : 0)
        + (hint ? key.width + Theme.s2 : 0)
    readonly property bool filled: kind === "primary" || kind === "warning"
    readonly property color ink: !enabled ? Theme.muted
        : kind === "primary" ? Theme.inkOnAccent : kind === "warning" ? Theme.inkOnOrange
        : kind === "quiet" ? Theme.accent : Theme.text
    readonly property color fill: !enabled ? Theme.sunken
        : kind === "primary" ? (down ? Theme.accentDeep : Theme.accent)
        : kind === "warning" ? (down ? Qt.darker(Theme.orange, 1.2) : Theme.orange)
        : down ? Theme.accentSoft : kind === "quiet" ? "transparent" : Theme.surface

    implicitHeight: Math.max(Theme.touch, contentItem.implicitHeight + topPadding + bottomPadding)
    implicitWidth: Math.max(Theme.touch, contentItem.implicitWidth + leftPadding + rightPadding)
    leftPadding: Theme.s3
    rightPadding: Theme.s3
    topPadding: Theme.s2
    bottomPadding: Theme.s2
    focusPolicy: Qt.StrongFocus
    scale: down ? 0.98 : 1.0

    Accessible.role: Accessible.Button
    Accessible.name: text

    contentItem: Item {
        // from what the words would like, not from what they got: those depend on the button's width
        implicitWidth: words.implicitWidth + button.beside
        implicitHeight: row.implicitHeight

        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.s2
            layoutDirection: button.iconAfter ? Qt.RightToLeft : Qt.LeftToRight

            GwIcon {
                name: button.iconName
                color: button.ink
                size: Math.round(button.fontSize * 1.1)
                anchors.verticalCenter: parent.verticalCenter
            }
            GwText {
                id: words
                text: button.text
                visible: text !== ""
                color: button.ink
                font.pixelSize: button.fontSize
                font.weight: button.filled ? Font.DemiBold : Font.Medium
                horizontalAlignment: Text.AlignHCenter
                anchors.verticalCenter: parent.verticalCenter
                width: Math.max(1, Math.min(implicitWidth, button.availableWidth - button.beside))
                Accessible.ignored: true
            }
            GwKeyHint {
                id: key
                text: button.hint
                ink: button.ink
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: button.fill
        border.width: button.filled || button.kind === "quiet" ? 0 : 2
        border.color: button.down ? Theme.accent : Theme.line
    }
    GwFocus { }
}
