import QtQuick
import GreenWindow

// A figure with what it is: an icon and a label, the figure large below.
Column {
    id: fact
    property string objectId
    property string iconName
    property string label
    property string value
    property string spoken: value
    spacing: Theme.s1

    GwIconLabel { iconName: fact.iconName; text: fact.label; fontSize: Theme.body }
    GwText {
        objectName: fact.objectId
        width: fact.width
        text: fact.value
        Accessible.name: fact.spoken
        color: Theme.accent
        font.pixelSize: Theme.px(Theme.reach > 0 ? 48 : 60)
        font.weight: Font.Bold
    }
}
