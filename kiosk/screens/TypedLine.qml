import QtQuick
import GreenWindow

// What was typed so far, large; what to type while there is nothing.
Rectangle {
    id: line
    property string typed
    property string prompt
    property string iconName
    radius: Theme.radius
    color: Theme.surface
    border.width: 3
    border.color: Theme.accent
    implicitHeight: Math.max(Theme.gap(88), words.implicitHeight + 2 * Theme.s1)

    GwIcon {
        id: icon
        anchors { left: parent.left; leftMargin: Theme.s3; verticalCenter: parent.verticalCenter }
        name: line.iconName
        color: Theme.accent
        size: Theme.heading
    }
    GwText {
        id: words
        objectName: "typed"
        anchors {
            left: icon.right; leftMargin: Theme.s2; right: parent.right; rightMargin: Theme.s3
            verticalCenter: parent.verticalCenter
        }
        text: line.typed !== "" ? line.typed.toUpperCase() : line.prompt
        color: line.typed !== "" ? Theme.text : Theme.muted
        font.pixelSize: line.typed === "" ? Theme.body : line.typed.length > 20 ? Theme.px(30) : Theme.px(46)
        font.weight: line.typed !== "" ? Font.Bold : Font.Normal
        font.letterSpacing: line.typed !== "" && line.typed.length <= 20 ? Theme.gap(4) : 0
        wrapMode: Text.WrapAnywhere
    }
}
