import QtQuick
import GreenWindow

// The whole window: the hall's name, a banner when something is not as usual, and one screen with one question.
Rectangle {
    id: root
    objectName: "kiosk"
    required property var kiosk
    readonly property var view: kiosk.view
    // All compiled with this file: nothing is loaded while somebody waits for the next screen.
    readonly property var screens: ({
        "starting": idlePage, "offline": idlePage, "closed": idlePage, "not-saving": idlePage, "twice": idlePage, "unlisted": idlePage,
        "welcome": welcomePage, "attract": attractPage, "categories": categoriesPage, "services": servicesPage,
        "search": searchPage, "checklist": checklistPage, "appointment": appointmentPage, "booking": bookingPage,
        "priority": priorityPage, "confirm": confirmPage, "issuing": issuingPage,
        "ticket": ticketPage, "trouble": troublePage
    })
    Component { id: idlePage; Idle { kiosk: root.kiosk } }
    Component { id: attractPage; Attract { kiosk: root.kiosk } }
    Component { id: welcomePage; Welcome { kiosk: root.kiosk } }
    Component { id: categoriesPage; Categories { kiosk: root.kiosk } }
    Component { id: servicesPage; Services { kiosk: root.kiosk } }
    Component { id: searchPage; Search { kiosk: root.kiosk } }
    Component { id: checklistPage; Checklist { kiosk: root.kiosk } }
    Component { id: appointmentPage; Appointment { kiosk: root.kiosk } }
    Component { id: bookingPage; Booking { kiosk: root.kiosk } }
    Component { id: priorityPage; PriorityQuestion { kiosk: root.kiosk } }
    Component { id: confirmPage; Confirm { kiosk: root.kiosk } }
    Component { id: issuingPage; Issuing { kiosk: root.kiosk } }
    Component { id: ticketPage; Ticket { kiosk: root.kiosk } }
    Component { id: troublePage; Trouble { kiosk: root.kiosk } }

    // Direction is the language's own: no code knows which languages run from the right.
    readonly property bool mirrored: Qt.locale(view.language).textDirection === Qt.RightToLeft
    readonly property bool upright: width > height
    readonly property real within: upright ? 0.85 : 0.47     // of the height, from below: within reach of a wheelchair
    LayoutMirroring.enabled: mirrored
    LayoutMirroring.childrenInherit: true

    readonly property bool idle: ["welcome", "attract", "starting", "offline", "closed", "not-saving", "twice", "unlisted"].includes(view.screen)

    color: Theme.ground

    Binding {
        target: Theme
        property: "scale"
        value: Math.max(0.6, Math.min(1.25, Math.min(root.width, root.height) / 1080))
    }

    Binding { target: Theme; property: "contrast"; value: root.view.modes.contrast }
    Binding { target: Theme; property: "large"; value: root.view.modes.elder }
    Binding {
        target: Theme
        property: "reach"
        value: root.view.modes.lowered ? Math.round(root.height * root.within - (root.upright ? 0 : bar.height)) : 0
    }

    Header {
        id: header
        anchors { left: parent.left; right: parent.right; top: parent.top; rightMargin: root.beside }
        visible: !root.idle && !(Theme.reach > 0 && root.view.screen !== "ticket") && !(banner.visible && root.height < 900)   // a low window has room for one of them
        height: visible ? implicitHeight : 0
        hallName: root.view.hallName
    }

    GwBanner {
        id: banner
        objectName: "offline-banner"
        // An answer to whoever has just called for staff comes before all that stands for longer.
        readonly property string help: root.view.help === "called" ? qsTr("Staff have been called. Please wait here a moment.")
            : root.view.help === "asking" ? qsTr("Calling staff")
            : root.view.help === "failed" ? qsTr("Staff could not be reached from here. Please go to the service desk, or speak to anybody who works here.") : ""
        anchors { left: parent.left; right: parent.right; top: header.bottom; rightMargin: root.beside }
        readonly property bool paperless: root.view.printerStopped && !["ticket", "checklist"].includes(root.view.screen)
        tone: root.view.help === "called" || root.view.help === "asking" ? "blue" : "orange"
        readonly property string unread: root.view.readingFault === "" ? ""
            : root.view.readingFault === "no-voice" ? qsTr("This language can't be read aloud here. Staff will gladly help: touch “Call staff”.")
            : qsTr("Reading aloud does not work just now. Staff will gladly help: touch “Call staff”.")
        iconName: help !== "" ? "bell" : unread !== "" && text === unread ? "sound" : root.view.alarm === "twice" ? "warning" : !root.view.online ? "offline"
            : root.view.alarm === "not-saving" ? "warning" : paperless ? "printer" : "clock"
        text: help !== "" ? help : usual !== "" ? usual : unread
        readonly property string usual: root.idle && root.view.screen !== "welcome" ? ""
            : root.view.alarm === "twice" ? qsTr("This ticket machine is out of order. Please ask at the service desk.")
            : !root.view.online ? qsTr("No connection to the hall's system. We keep trying.")
            : root.view.alarm === "not-saving" ? qsTr("No numbers can be given just now; a number you have stays good.")
            : paperless ? qsTr("No printing just now: your number will be shown on this screen.")
            : root.view.alarm === "times-off" ? qsTr("The time on tickets is not right just now; your number is good.") : ""
    }

    Loader {
        id: loader
        objectName: "screen"
        visible: !stillThere.visible                    // what was entered is nobody's who comes by
        readonly property bool appearing: appear.running
        anchors { left: parent.left; right: parent.right; top: banner.bottom; bottom: parent.bottom }
        anchors { rightMargin: root.beside; bottomMargin: root.upright || !bar.visible ? 0 : bar.height }
        sourceComponent: root.screens[root.view.screen]
        onLoaded: {
            appear.restart()
            shield.raise()
            if (root.kiosk.keyed) Qt.callLater(keyboard.begin)
        }
        NumberAnimation { id: appear; target: loader.item; property: "opacity"; from: 0.3; to: 1; duration: 140 }
    }

    readonly property real beside: upright && bar.visible ? bar.width : 0
    AccessBar {
        id: bar
        visible: root.view.screen !== "attract"         // nothing stands still there
        anchors { right: parent.right; bottom: parent.bottom }
        width: root.upright ? implicitWidth : root.width
        height: root.upright ? root.height : implicitHeight
        kiosk: root.kiosk
        upright: root.upright
    }

    Keyboard { id: keyboard; kiosk: root.kiosk; screen: loader.item; bar: bar }
    focus: true
    Keys.onPressed: event => {
        if (root.view.asking > 0 || root.view.screen === "attract") {
            root.kiosk.touch("stay", "")                // any key does what any finger does
            event.accepted = true
        } else {
            event.accepted = keyboard.take(event.key, event.text, root.Window.activeFocusItem, root.mirrored)
        }
    }
    // Whoever uses keys is never without a place: a new screen begins at its first control, and so does one whose
    // control is gone.
    readonly property Item focused: Window.activeFocusItem
    onFocusedChanged: if (kiosk.keyed && keyboard.lost(focused)) Qt.callLater(root.recover)
    function recover() { if (kiosk.keyed && keyboard.lost(focused)) keyboard.begin() }

    StillThere {
        id: stillThere
        anchors.fill: loader
        kiosk: root.kiosk
        onVisibleChanged: shield.raise()
    }

    GwShield { id: shield; anchors.fill: parent; onVisibleChanged: root.kiosk.shield(visible) }

    // The same screen with other choices: the finger's second tap was not meant for them either.
    readonly property int turned: view.page
    onTurnedChanged: {
        shield.raise()
        if (kiosk.keyed) Qt.callLater(keyboard.begin)
    }
    readonly property var moded: view.modes
    onModedChanged: shield.raise()
    readonly property int chosen: view.basket.length
    onChosenChanged: shield.raise()
    readonly property string paper: view.paper
    onPaperChanged: shield.raise()
}
