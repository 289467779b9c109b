import QtQuick

// The same presses on a keyboard. A key that is held down is one press.
Item {
    id: keys
    required property var pad
    required property bool free              // no panel is open
    signal panelAsked(string name)

    readonly property bool paused: pad.current.state === "paused"
    readonly property bool closed: pad.current.state === "closed"

    Key { sequences: ["Space", "Return", "Enter"]; onActivated: keys.pad.press("next") }
    Key { sequences: ["R"]; onActivated: keys.pad.press("recall") }
    Key { sequences: ["S"]; onActivated: keys.pad.press("start") }
    Key { sequences: ["D"]; onActivated: keys.pad.press("done") }
    Key { sequences: ["N"]; onActivated: keys.pad.press("no-show") }
    Key { sequences: ["H"]; onActivated: keys.pad.press("hold") }
    Key { sequences: ["T"]; onActivated: if (keys.pad.buttons["transfer"].on) keys.panelAsked("transfer") }
    Key { sequences: ["L"]; onActivated: keys.panelAsked("lists") }
    Key { sequences: ["P"]
        onActivated: {
            if (keys.paused) keys.pad.press("resume-counter")
            else if (keys.pad.buttons["pause"].on) keys.panelAsked("pause")
        }
    }
    Key { sequences: ["O"]
        onActivated: {
            if (!keys.closed) keys.pad.press("close-counter")
            else if (!keys.pad.signIn.asks) keys.pad.press("open-counter")
            else if (keys.pad.buttons["open-counter"].on) keys.panelAsked("sign-in")
        }
    }

    component Key: Shortcut {
        enabled: keys.free
        autoRepeat: false
        context: Qt.WindowShortcut
    }
}
