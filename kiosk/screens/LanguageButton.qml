import QtQuick
import QtQuick.Templates as T
import GreenWindow

// A language in its own words: what touching it brings, and its name.
T.AbstractButton {
    id: button
    property string name
    property string prompt
    property bool first
    property string tongue                          // its code: it is laid out and read as that language
    LayoutMirroring.enabled: Qt.locale(tongue).textDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    focusPolicy: Qt.StrongFocus
    scale: down ? 0.98 : 1.0
    text: prompt + ", " + name
    Accessible.role: Accessible.Button
    Accessible.name: text

    readonly property color ink: first ? Theme.inkOnAccent : Theme.text

    background: Rectangle {
        radius: Theme.radius
        color: button.first ? (button.down ? Theme.accentDeep : Theme.accent)
                            : button.down ? Theme.accentSoft : Theme.surface
        border.width: button.first ? 0 : 2
        border.color: Theme.line
    }
    contentItem: Item {
        GwIcon {
            id: arrow
            anchors { right: parent.right; rightMargin: Theme.s4; verticalCenter: parent.verticalCenter }
            name: button.width > Theme.gap(420) ? "arrow-right" : ""
            color: button.first ? Theme.inkOnAccent : Theme.accent
            size: Theme.title
        }
        Column {
            anchors { left: parent.left; leftMargin: Theme.s4; right: arrow.visible ? arrow.left : parent.right; rightMargin: arrow.visible ? Theme.s2 : Theme.s3 }
            anchors.verticalCenter: parent.verticalCenter
            spacing: button.height > Theme.gap(180) ? Theme.s1 : 0
            GwText {
                width: parent.width
                text: button.prompt
                color: button.ink
                font.pixelSize: Math.max(Theme.body, Math.min(Theme.px(60), Math.round(button.height * 0.3), Math.round(button.width * 0.1)))
                font.weight: Font.Bold
                Accessible.ignored: true
            }
            GwText {
                width: parent.width
                text: button.name
                color: button.first ? Theme.inkOnAccent : Theme.muted
                Accessible.ignored: true
            }
        }
    }
    GwFocus { }
}
