import QtQuick
import GreenWindow

// The hall's own band of colour, with its name: what stands above the lower part when all to touch is down there.
Rectangle {
    id: sky
    property string hallName
    gradient: Gradient {
        GradientStop { position: 0.0; color: Theme.skyTop }
        GradientStop { position: 1.0; color: Theme.sky }
    }
    Column {
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors { leftMargin: Theme.s5; rightMargin: Theme.s5 }
        spacing: Theme.s3
        visible: height + Theme.s4 < sky.height
        GwIcon {
            anchors { left: parent.left; leftMargin: -size / 8 }
            name: "window"
            color: Theme.inkOnSky
            size: Theme.gap(100)
            weight: 1.4
        }
        GwText {
            width: parent.width
            text: sky.hallName
            color: Theme.inkOnSky
            font.pixelSize: Theme.heading
            font.weight: Font.DemiBold
        }
    }
}
