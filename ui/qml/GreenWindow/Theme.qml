pragma Singleton
import QtQuick

// The look of every window: one type scale, one spacing step, one set of colours.
// A window sets `scale` once from its size (1.0 is a kiosk of 1080 x 1920) and `dark` if it hangs on a wall; who stands
// before it may ask for `contrast` (black, white and yellow, 7:1) and for `large` letters and targets.
QtObject {
    property real scale: 1.0
    property bool dark: false
    property bool contrast: false
    property bool large: false
    // Pixels from a page's foot within which everything to touch must lie; 0: anywhere.
    property real reach: 0
    // 18 pt on a screen people stand before; a clerk's pad, read from half a metre, may go lower.
    property int smallest: 24
    readonly property real zoom: large ? 1.22 : 1.0

    function px(size) { return Math.max(Math.round(smallest * zoom), Math.round(size * scale * zoom)) }
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
    readonly property int touch: Math.max(large ? 80 : 60, gap(large ? 120 : 96))

    // Colours; every text on its own ground has a contrast of 4.5:1 or more, 7:1 in high contrast
    readonly property color ground: contrast ? "#000000" : dark ? "#0b1524" : "#f3f6f4"
    readonly property color surface: contrast ? "#000000" : dark ? "#14233a" : "#ffffff"
    readonly property color sunken: contrast ? "#262626" : dark ? "#0f1c30" : "#e8eeea"
    readonly property color line: contrast ? "#ffffff" : dark ? "#2a3f5f" : "#d3dcd7"
    readonly property color text: contrast ? "#ffffff" : dark ? "#f4f8ff" : "#14211b"
    readonly property color muted: contrast ? "#ffffff" : dark ? "#adbdd6" : "#4d5b54"
    readonly property color accent: contrast ? "#ffe500" : dark ? "#3ecf94" : "#08784a"
    readonly property color accentDeep: contrast ? "#ffe500" : dark ? "#2bb07b" : "#07613d"
    readonly property color accentSoft: contrast ? "#332e00" : dark ? "#123a34" : "#e0f2e9"
    readonly property color inkOnAccent: contrast ? "#000000" : dark ? "#06140e" : "#ffffff"
    readonly property color blue: contrast ? "#8ad4ff" : dark ? "#6db6ff" : "#1a5cb0"
    readonly property color blueSoft: contrast ? "#00263d" : dark ? "#132f55" : "#e3eefb"
    readonly property color inkOnBlue: contrast ? "#000000" : dark ? "#06101f" : "#ffffff"
    readonly property color orange: contrast ? "#ffbe5c" : dark ? "#ffb25e" : "#a84a05"
    readonly property color orangeSoft: contrast ? "#332100" : dark ? "#43290f" : "#fdeedd"
    readonly property color skyTop: contrast ? "#000000" : accentDeep
    readonly property color sky: contrast ? "#000000" : accent
    readonly property color inkOnSky: contrast ? "#ffe500" : inkOnAccent
    readonly property color focus: contrast ? "#00e5ff" : dark ? "#6db6ff" : "#1a5cb0"
    readonly property color inkOnOrange: contrast ? "#000000" : dark ? "#1d0f00" : "#ffffff"
}
