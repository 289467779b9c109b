pragma Singleton
import QtQuick

// The look of every window: one type scale, one spacing step, one set of colours.
// A window sets `scale` once from its size (1.0 is a kiosk of 1080 x 1920) and `dark` if it hangs on a wall.
QtObject {
    property real scale: 1.0
    property bool dark: false
    // 18 pt on a screen people stand before; a clerk's pad, read from half a metre, may go lower.
    property int smallest: 24

    function px(size) { return Math.max(smallest, Math.round(size * scale)) }
    function gap(size) { return Math.round(size * scale) }

    // Type scale
    readonly property string family: "Noto Sans CJK SC"
    readonly property int giant: px(220)
    readonly property int hero: px(76)
    readonly property int title: px(56)
    readonly property int heading: px(40)
    readonly property int body: px(32)
    readonly property int note: px(27)

    // Spacing and shape
    readonly property int s1: gap(8)
    readonly property int s2: gap(16)
    readonly property int s3: gap(24)
    readonly property int s4: gap(36)
    readonly property int s5: gap(56)
    readonly property int s6: gap(84)
    readonly property int radius: gap(24)
    readonly property int touch: Math.max(60, gap(96))

    // Colours; every text on its own ground has a contrast of 4.5:1 or more
    readonly property color ground: dark ? "#0b1524" : "#f3f6f4"
    readonly property color surface: dark ? "#14233a" : "#ffffff"
    readonly property color sunken: dark ? "#0f1c30" : "#e8eeea"
    readonly property color line: dark ? "#2a3f5f" : "#d3dcd7"
    readonly property color text: dark ? "#f4f8ff" : "#14211b"
    readonly property color muted: dark ? "#adbdd6" : "#4d5b54"
    readonly property color accent: dark ? "#3ecf94" : "#08784a"
    readonly property color accentDeep: dark ? "#2bb07b" : "#07613d"
    readonly property color accentSoft: dark ? "#123a34" : "#e0f2e9"
    readonly property color inkOnAccent: dark ? "#06140e" : "#ffffff"
    readonly property color blue: dark ? "#6db6ff" : "#1a5cb0"
    readonly property color blueSoft: dark ? "#132f55" : "#e3eefb"
    readonly property color inkOnBlue: dark ? "#06101f" : "#ffffff"
    readonly property color orange: dark ? "#ffb25e" : "#a84a05"
    readonly property color orangeSoft: dark ? "#43290f" : "#fdeedd"
    readonly property color inkOnOrange: dark ? "#1d0f00" : "#ffffff"
}
