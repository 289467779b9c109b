import QtQuick
import GreenWindow

// Nobody has been here for minutes: the hall's name, whether it is open, and how to begin, drifting slowly so that nothing
// burns into the screen. Twenty small steps a second: also a computer that draws without a graphics card has little to do.
Rectangle {
    id: page
    required property var kiosk
    readonly property var view: kiosk.view
    readonly property var picture: view.picture
    readonly property bool portrait: height > width
    property int steps: 0
    readonly property real seconds: steps / 20
    objectName: "screen-attract"
    color: Theme.accentDeep

    // One line where a smaller size allows it, as on the welcome.
    readonly property int fullSize: Theme.px(portrait ? 76 : 64)
    readonly property real nameFit: words.width / Math.max(1, measure.advanceWidth)
    readonly property int nameSize: nameFit >= 1 || nameFit < 0.6 ? fullSize : Math.floor(fullSize * nameFit * 0.98)
    TextMetrics {
        id: measure
        text: page.picture.halls[0] || ""
        font { family: Theme.family; weight: Font.Bold; pixelSize: page.fullSize }
    }

    Timer { interval: 50; repeat: true; running: page.visible; onTriggered: page.steps += 1 }

    // -1 to 1 and back in so many seconds; two lengths without a common measure never repeat a path.
    function wave(length: real): real { return Math.sin(2 * Math.PI * seconds / length) }

    Repeater {
        model: [{ size: 0.30, x: 0.12, y: 0.20, slow: 149 }, { size: 0.20, x: 0.72, y: 0.78, slow: 113 }, { size: 0.14, x: 0.80, y: 0.14, slow: 89 }]
        GwIcon {
            required property var modelData
            ornament: true
            name: "window"
            color: Theme.accent
            size: Math.round(Math.min(page.width, page.height) * modelData.size)
            weight: 1.2
            x: Math.round((page.width - size) * (modelData.x + 0.12 * page.wave(modelData.slow)))
            y: Math.round((page.height - size) * (modelData.y - 0.14 * page.wave(modelData.slow * 1.3)))
        }
    }

    Column {
        id: words
        width: page.width * (page.portrait ? 0.8 : 0.62)
        x: Math.round((page.width - width) / 2 * (1 + 0.9 * page.wave(157)))
        y: Math.round((page.height - height) / 2 * (1 + 0.9 * page.wave(101)))
        spacing: Theme.s4

        Repeater {
            model: page.picture.halls
            GwText {
                required property string modelData
                required property int index
                objectName: "hall-" + (index + 1)
                width: words.width
                text: modelData
                color: Theme.inkOnAccent
                font.pixelSize: index === 0 ? page.nameSize : Theme.heading
                font.weight: index === 0 ? Font.Bold : Font.Normal
                horizontalAlignment: Text.AlignHCenter
            }
        }
        Column {
            width: words.width
            spacing: Theme.s1
            Repeater {
                model: page.picture.states
                GwText {
                    required property string modelData
                    required property int index
                    objectName: "state-" + (index + 1)
                    width: parent.width
                    text: modelData
                    color: Theme.inkOnAccent
                    font.pixelSize: Theme.heading
                    horizontalAlignment: Text.AlignHCenter
                }
            }
        }
        Rectangle {
            visible: page.picture.open
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(words.width, prompts.implicitWidth + 2 * Theme.s6)
            height: prompts.height + 2 * Theme.s4
            radius: Theme.radius
            color: Theme.inkOnAccent
            Column {
                id: prompts
                anchors.centerIn: parent
                spacing: Theme.s1
                Repeater {
                    model: page.picture.prompts
                    GwText {
                        required property string modelData
                        required property int index
                        objectName: "prompt-" + (index + 1)
                        anchors.horizontalCenter: parent.horizontalCenter
                        text: modelData
                        color: Theme.accentDeep
                        font.pixelSize: index === 0 ? Theme.title : Theme.heading
                        font.weight: Font.Bold
                    }
                }
            }
        }
    }

    MultiPointTouchArea {
        objectName: "wake"
        anchors.fill: parent
        onPressed: page.kiosk.touch("wake", "")
        Accessible.role: Accessible.Button
        Accessible.name: page.picture.prompts.concat(page.picture.states).join(", ")
        Accessible.onPressAction: page.kiosk.touch("wake", "")
    }
}
