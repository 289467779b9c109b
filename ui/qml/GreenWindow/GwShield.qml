import QtQuick

// Lies over a screen for a moment after it changed: the second tap of a trembling or doubled touch was meant for the
// screen before. Automation waits until no shield is up.
MultiPointTouchArea {
    id: shield
    property int ms: 250
    readonly property bool shieldsTouch: visible

    visible: false
    function raise() {
        visible = true
        timer.restart()
    }

    Timer {
        id: timer
        interval: shield.ms
        onTriggered: shield.visible = false
    }
}
