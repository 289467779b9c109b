import QtQuick
import GreenWindow

// The hall's notices, one after the other; each rolls up to the next.
Item {
    id: line
    required property var notices
    property int index: 0
    readonly property var shown: notices.length > 0 ? notices[index % notices.length] : ({ main: "", sub: "" })
    clip: true

    // High enough for the longest of them: the screen doesn't move when one rolls up to the next.
    readonly property real tallest: notices.reduce((most, one) => Math.max(most, tall(one)), 0)
    function tall(one: var): real {
        return lines(main, one.main) * main.height * 1.06 + lines(sub, one.sub) * sub.height * 1.06 + Theme.s2
    }
    function lines(metrics: var, text: string): int { return Math.ceil(metrics.advanceWidth(text) * 1.04 / width) }
    FontMetrics { id: main; font { family: Theme.family; pixelSize: words.mainSize } }
    FontMetrics { id: sub; font { family: Theme.family; pixelSize: words.subSize } }

    TwoLines {
        id: words
        objectName: "notice"
        width: parent.width
        y: (parent.height - height) / 2
        words: line.shown
        mainSize: Theme.px(30)
        subSize: Theme.px(24)
        weight: Font.Normal
        align: Text.AlignHCenter
    }
    Timer {
        interval: 9000
        repeat: true
        running: line.notices.length > 1
        onTriggered: roll.restart()
    }
    SequentialAnimation {
        id: roll
        ParallelAnimation {
            NumberAnimation { target: words; property: "y"; to: -words.height; duration: 400; easing.type: Easing.InCubic }
            NumberAnimation { target: words; property: "opacity"; to: 0; duration: 400 }
        }
        ScriptAction { script: { line.index += 1; words.y = line.height } }
        ParallelAnimation {
            NumberAnimation { target: words; property: "y"; to: (line.height - words.height) / 2; duration: 400; easing.type: Easing.OutCubic }
            NumberAnimation { target: words; property: "opacity"; to: 1; duration: 400 }
        }
    }
}
