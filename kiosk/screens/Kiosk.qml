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
        "starting": idlePage, "offline": idlePage, "closed": idlePage, "not-saving": idlePage, "twice": idlePage,
        "welcome": welcomePage, "categories": categoriesPage, "services": servicesPage,
        "priority": priorityPage, "confirm": confirmPage, "issuing": issuingPage,
        "ticket": ticketPage, "trouble": troublePage
    })
    Component { id: idlePage; Idle { kiosk: root.kiosk } }
    Component { id: welcomePage; Welcome { kiosk: root.kiosk } }
    Component { id: categoriesPage; Categories { kiosk: root.kiosk } }
    Component { id: servicesPage; Services { kiosk: root.kiosk } }
    Component { id: priorityPage; PriorityQuestion { kiosk: root.kiosk } }
    Component { id: confirmPage; Confirm { kiosk: root.kiosk } }
    Component { id: issuingPage; Issuing { kiosk: root.kiosk } }
    Component { id: ticketPage; Ticket { kiosk: root.kiosk } }
    Component { id: troublePage; Trouble { kiosk: root.kiosk } }

    readonly property bool idle: ["welcome", "starting", "offline", "closed", "not-saving", "twice"].includes(view.screen)

    color: Theme.ground

    Binding {
        target: Theme
        property: "scale"
        value: Math.max(0.6, Math.min(1.25, Math.min(root.width, root.height) / 1080))
    }

    Header {
        id: header
        anchors { left: parent.left; right: parent.right; top: parent.top }
        visible: !root.idle && !(banner.visible && root.height < 900)   // a low window has room for one of them
        height: visible ? implicitHeight : 0
        hallName: root.view.hallName
    }

    GwBanner {
        id: banner
        objectName: "offline-banner"
        anchors { left: parent.left; right: parent.right; top: header.bottom }
        readonly property bool paperless: root.view.printerStopped && root.view.screen !== "ticket"
        iconName: root.view.alarm === "twice" ? "warning" : !root.view.online ? "offline"
            : root.view.alarm !== "" ? "warning" : "printer"
        text: root.idle && root.view.screen !== "welcome" ? ""
            : root.view.alarm === "twice" ? qsTr("This ticket machine is out of order. Please ask at the service desk.")
            : !root.view.online ? qsTr("No connection to the hall's system. We keep trying.")
            : root.view.alarm === "not-saving" ? qsTr("No numbers can be given just now; a number you have stays good.")
            : paperless ? qsTr("No printing just now: your number will be shown on this screen.") : ""
    }

    Loader {
        id: loader
        anchors { left: parent.left; right: parent.right; top: banner.bottom; bottom: parent.bottom }
        sourceComponent: root.screens[root.view.screen]
        onLoaded: { appear.restart(); shield.raise() }
        NumberAnimation { id: appear; target: loader.item; property: "opacity"; from: 0.3; to: 1; duration: 140 }
    }

    GwShield { id: shield; anchors.fill: parent }

    // The same screen with other choices: the finger's second tap was not meant for them either.
    readonly property int turned: view.page
    onTurnedChanged: shield.raise()
}
