import QtQuick
import QtQuick.Templates as T
import GreenWindow

// A help to see, hear or reach: an icon over its words. A switch that is on is filled and has a tick.
T.AbstractButton {
    id: button
    property string iconName
    property bool on: false
    property bool switches: true
    readonly property bool aside: true              // no answer to the screen's question: no digit for it
    readonly property int iconSize: Theme.gap(Theme.large ? 42 : 36)
    readonly property color ink: on ? Theme.inkOnAccent : switches ? Theme.text : Theme.orange

    implicitHeight: Math.max(Theme.touch, words.implicitHeight + topPadding + bottomPadding)
    padding: Theme.s1
    leftPadding: Theme.s1 / 2
    rightPadding: Theme.s1 / 2
    focusPolicy: Qt.StrongFocus
    scale: down ? 0.98 : 1.0
    Accessible.role: Accessible.Button
    Accessible.checkable: switches
    Accessible.checked: on
    Accessible.name: !switches ? text : on ? qsTr("%1: on").arg(text) : qsTr("%1: off").arg(text)

    background: Rectangle {
        radius: Theme.gap(16)
        color: button.on ? Theme.accent : button.down ? Theme.accentSoft : Theme.surface
        border.width: 2
        border.color: button.switches ? Theme.line : Theme.orange
    }
    contentItem: Item {
        Column {
            id: words
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
            spacing: Math.round(Theme.s1 / 2)
            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.s1
                GwIcon { name: button.iconName; color: button.ink; size: button.iconSize }
                GwIcon { name: button.on && button.switches ? "check" : ""; color: button.ink; size: button.iconSize * 0.85; weight: 3 }
            }
            GwText {
                width: parent.width
                text: button.text
                color: button.ink
                font.pixelSize: Theme.px(25)
                font.weight: Font.Medium
                lineHeight: 0.9
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
    GwFocus { }
}
