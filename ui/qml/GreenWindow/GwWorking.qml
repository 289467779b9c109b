import QtQuick

// Three breathing dots: something is under way. They stand still when hidden, so an idle window draws no frames.
Row {
    id: dots
    property color color: Theme.accent
    property string text                // for readers: the house has no words of its own, its rooms do
    property int size: Theme.s3
    spacing: size
    Accessible.role: Accessible.Indicator
    Accessible.name: text

    Repeater {
        model: 3
        Rectangle {
            required property int index
            width: dots.size
            height: dots.size
            radius: dots.size / 2
            color: dots.color

            SequentialAnimation on opacity {
                running: dots.visible
                loops: Animation.Infinite
                PauseAnimation { duration: 160 * index }
                NumberAnimation { from: 1; to: 0.25; duration: 400 }
                NumberAnimation { from: 0.25; to: 1; duration: 400 }
                PauseAnimation { duration: 160 * (2 - index) }
            }
        }
    }
}
