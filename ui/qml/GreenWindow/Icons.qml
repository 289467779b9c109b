pragma Singleton
import QtQuick

// Line icons on a 24 x 24 grid, as SVG path data: they scale, take any colour and need no font or image file.
QtObject {
    readonly property var paths: ({
        "arrow-left": "M20 12 H5 M11 5.5 L4.5 12 L11 18.5",
        "arrow-right": "M4 12 H19 M13 5.5 L19.5 12 L13 18.5",
        "bell": "M6 16.5 V11 A6 6 0 0 1 18 11 V16.5 L19.5 18 H4.5 Z M10 21 H14",
        "check": "M4.5 12.5 L10 18 L19.5 6.5",
        "clock": "M12 3 A9 9 0 1 0 12 21 A9 9 0 1 0 12 3 Z M12 7.5 V12 L15.5 14",
        "cross": "M6 6 L18 18 M18 6 L6 18",
        "info": "M12 3 A9 9 0 1 0 12 21 A9 9 0 1 0 12 3 Z M12 11 V16.5 M12 7.4 V7.6",
        "list": "M9 6 H20 M9 12 H20 M9 18 H20 M4.5 6 H4.6 M4.5 12 H4.6 M4.5 18 H4.6",
        "minus": "M5 12 H19",
        "moon": "M19.5 14.5 A8 8 0 1 1 9.5 4.5 A6.5 6.5 0 0 0 19.5 14.5 Z",
        "offline": "M4 4 L20 20 M3 10 A13 13 0 0 1 7 7.2 M21 10 A13 13 0 0 0 11.5 6 M6.5 13.8 A8 8 0 0 1 9.5 12 M17.5 13.8 A8 8 0 0 0 15.5 12.4 M12 18 V18.1",
        "pause": "M8.5 5 V19 M15.5 5 V19",
        "people": "M9 4.5 A3.5 3.5 0 1 0 9 11.5 A3.5 3.5 0 1 0 9 4.5 Z M2.5 20 C2.5 16 5.5 14 9 14 S15.5 16 15.5 20 M16 5 A3.2 3.2 0 0 1 16 11.2 M18 14.4 C20.3 15.2 21.5 17.3 21.5 20",
        "person": "M12 3.5 A4 4 0 1 0 12 11.5 A4 4 0 1 0 12 3.5 Z M4.5 20.5 C4.5 16.5 8 14.5 12 14.5 S19.5 16.5 19.5 20.5",
        "plus": "M12 5 V19 M5 12 H19",
        "printer": "M7 9 V3.5 H17 V9 M7 17 H4 V9 H20 V17 H17 M7 14 H17 V20.5 H7 Z",
        "repeat": "M20 11 A8 8 0 0 0 5.5 7.5 L4 9.5 M4 4.5 V9.5 H9 M4 13 A8 8 0 0 0 18.5 16.5 L20 14.5 M20 19.5 V14.5 H15",
        "sound": "M4 9.5 V14.5 H7.5 L12.5 18.5 V5.5 L7.5 9.5 Z M16 9 A4.2 4.2 0 0 1 16 15 M18.5 6.5 A8 8 0 0 1 18.5 17.5",
        "ticket": "M3.5 6.5 H20.5 V10 A2 2 0 0 0 20.5 14 V17.5 H3.5 V14 A2 2 0 0 0 3.5 10 Z M14.5 6.5 V8.5 M14.5 11 V13 M14.5 15.5 V17.5",
        "warning": "M12 4 L21.5 20 H2.5 Z M12 10 V14.5 M12 17.2 V17.3",
        "window": "M4 4.5 H20 V19.5 H4 Z M4 14 H20 M12 4.5 V14"
    })

    function path(name) { return paths[name] || "" }
}
