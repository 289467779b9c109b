import QtQuick
import QtQuick.Shapes

// A line icon by name. Arrows point the way the language runs. Beside a text it is decoration: the text says what it means.
Item {
    id: icon
    property string name
    property color color: Theme.text
    property int size: Theme.heading
    property real weight: 2
    property bool ornament: false           // says nothing: it may be faint

    implicitWidth: size
    implicitHeight: size
    visible: name !== ""

    transform: Scale {
        origin.x: icon.width / 2
        xScale: icon.LayoutMirroring.enabled && icon.name.startsWith("arrow-") ? -1 : 1
    }

    Shape {
        width: 24
        height: 24
        scale: icon.size / 24
        transformOrigin: Item.TopLeft
        preferredRendererType: Shape.CurveRenderer      // smooth on a GPU; software drawing is smooth anyway

        ShapePath {
            strokeColor: icon.color
            strokeWidth: icon.weight
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            PathSvg { path: Icons.path(icon.name) }
        }
    }
}
