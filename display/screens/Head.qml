import QtQuick
import QtQuick.Layouts
import GreenWindow

// The top line: which hall and area this is, the date, the clock.
RowLayout {
    id: bar
    required property var head
    required property bool narrow
    spacing: Theme.s4

    // One line where a slightly smaller size allows it, else two at the full size.
    readonly property int fullSize: Theme.px(narrow ? 46 : 50)
    readonly property real fits: names.width / Math.max(1, measure.advanceWidth + 2)
    TextMetrics {
        id: measure
        text: bar.head.hall.main
        font { family: Theme.family; weight: Font.Bold; pixelSize: bar.fullSize }
    }

    Rectangle {
        visible: bar.head.hall.main !== ""
        implicitWidth: Theme.gap(10)
        color: Theme.accent
        radius: width / 2
        Layout.preferredHeight: names.implicitHeight
    }
    TwoLines {
        id: names
        words: bar.head.hall
        mainSize: bar.fits >= 1 || bar.fits < 0.75 ? bar.fullSize : Math.floor(bar.fullSize * bar.fits)
        subSize: Theme.px(28)
        weight: Font.Bold
        Layout.fillWidth: true
    }
    GwChip {
        objectName: "area"
        visible: bar.head.area.main !== ""
        text: bar.head.area.main + (bar.head.area.sub ? "  " + bar.head.area.sub : "")
        tone: "blue"
        fontSize: Theme.px(32)
    }
    TwoLines {
        words: bar.head.date
        visible: !bar.narrow
        mainSize: Theme.px(30)
        subSize: Theme.px(24)
        mainColor: Theme.muted
        weight: Font.Normal
        align: Text.AlignRight
        Layout.preferredWidth: Theme.gap(bar.narrow ? 300 : 380)
    }
    GwText {
        objectName: "clock"
        text: bar.head.clock
        font.pixelSize: Theme.px(88)
        font.weight: Font.Medium
        font.features: { "tnum": 1 }
        lineHeight: 0.9
    }
}
