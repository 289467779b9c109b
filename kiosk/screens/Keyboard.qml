import QtQuick

// The whole kiosk by keys, for a keyboard or a Braille keypad: Tab and arrows go from control to control, Enter chooses,
// 1 to 9 choose the n-th answer, Esc goes back, 0 or F1 reads aloud. A page that wants digits for itself takes them first.
QtObject {
    id: keyboard
    required property var kiosk
    required property Item screen       // holds the question
    required property Item bar          // the helps, on every screen

    // Qt's own order, within one item: what a Tab would reach.
    function controls(item: Item): var {
        if (!item || !item.visible || !item.enabled) return []
        const own = item.activeFocusOnTab ? [item] : []
        return Array.from(item.children).reduce((all, child) => all.concat(controls(child)), own)
    }
    function answers(): var {
        return controls(screen).filter(c => c.clicked !== undefined && c.aside !== true)
    }
    // To the first control of the screen, or of the bar where the screen has none.
    function begin() {
        const first = controls(screen)[0] || controls(bar)[0]
        if (first) first.forceActiveFocus(Qt.TabFocusReason)
    }
    function lost(item: Item): bool {
        return !item || !item.activeFocusOnTab || !item.visible
    }
    function step(from: Item, forward: bool) {
        if (lost(from)) return begin()
        const next = from.nextItemInFocusChain(forward)
        if (next) next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason)
    }
    function press(control: var): bool {
        if (!control || control.clicked === undefined) return false
        control.clicked()
        return true
    }

    // What the key does; false: nothing.
    function take(key: int, text: string, focused: Item, mirrored: bool): bool {
        if (text >= "1" && text <= "9" && text.length === 1) return press(answers()[Number(text) - 1])
        switch (key) {
        case Qt.Key_Down: case Qt.Key_Tab: step(focused, true); return true
        case Qt.Key_Up: case Qt.Key_Backtab: step(focused, false); return true
        case Qt.Key_Right: step(focused, !mirrored); return true
        case Qt.Key_Left: step(focused, mirrored); return true
        case Qt.Key_Return: case Qt.Key_Enter: return lost(focused) ? false : press(focused)
        case Qt.Key_Escape: case Qt.Key_Back: return press(controls(screen).find(c => c.objectName === "back"))
        case Qt.Key_0: case Qt.Key_F1: kiosk.touch("mode", "speech"); return true
        case Qt.Key_F2: kiosk.touch("help", ""); return true
        case Qt.Key_F3: kiosk.touch("mode", "elder"); return true
        case Qt.Key_F4: kiosk.touch("mode", "contrast"); return true
        case Qt.Key_F5: kiosk.touch("mode", "lowered"); return true
        case Qt.Key_F6: case Qt.Key_Asterisk: kiosk.again(); return true
        }
        return false
    }
}
