import QtQuick
import QtQuick.Layouts
import GreenWindow

// The clerk's pad for one counter. Wide: the picture left, the buttons right; narrow: one under the other.
Item {
    id: root
    objectName: "pad"
    required property var pad
    property string panel
    readonly property bool narrow: width < height
    readonly property bool busy: pad.busy
    readonly property var sheet: loader.item
    readonly property var sheets: ({ "transfer": transfer, "pause": pause, "lists": lists, "sign-in": signIn })
    onPanelChanged: if (panel !== "sign-in") pad.leavePin()

    Binding { target: Theme; property: "smallest"; value: 15 }
    Binding {
        target: Theme
        property: "scale"
        value: root.narrow ? 0.5 * Math.min(root.width / 480, root.height / 800)
            : 0.56 * Math.min(root.width / 1024, root.height / 768)
    }

    Rectangle { anchors.fill: parent; color: Theme.ground }

    Hotkeys {
        pad: root.pad
        free: root.panel === ""
        onPanelAsked: name => root.panel = name
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        TopBar { pad: root.pad; narrow: root.narrow; Layout.fillWidth: true }
        GwBanner {
            objectName: "offline-banner"
            text: root.pad.head.banner
            iconName: root.pad.head.lost ? "offline" : "warning"
            Layout.fillWidth: true
        }
        GwBanner {
            objectName: "closing"
            text: root.pad.head.closing
            tone: "blue"
            iconName: "clock"
            Layout.fillWidth: true
        }
        GridLayout {
            id: body
            columns: root.narrow ? 1 : 2
            rowSpacing: Theme.s2
            columnSpacing: Theme.s3
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: root.narrow ? Theme.s2 : Theme.s3

            ColumnLayout {
                id: picture
                spacing: Theme.s2
                opacity: root.panel !== "" ? 0 : root.pad.head.online ? 1 : 0.45
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 55
                Layout.preferredHeight: 100 - buttons.Layout.preferredHeight
                Layout.minimumHeight: 0
                CurrentCard { pad: root.pad; narrow: root.narrow; Layout.fillWidth: true; Layout.fillHeight: true; Layout.minimumHeight: 0 }
                NextCard { pad: root.pad; Layout.fillWidth: true }
                MessageLine { pad: root.pad; Layout.fillWidth: true }
            }
            ButtonGrid {
                id: buttons
                pad: root.pad
                narrow: root.narrow
                opacity: root.narrow && root.panel !== "" ? 0 : 1
                onPanelAsked: name => root.panel = root.panel === name ? "" : name
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 45
                Layout.preferredHeight: root.pad.head.banner || root.pad.head.closing ? 44 : 41  // of what a banner leaves
            }
        }
    }

    Loader {
        id: loader
        objectName: "panel"
        active: root.panel !== ""
        focus: active
        parent: root
        x: body.x
        y: body.y
        width: root.narrow ? body.width : picture.width
        height: body.height
        sourceComponent: root.sheets[root.panel]
        onLoaded: item.forceActiveFocus()
        Connections {
            target: loader.item
            function onClosed() { root.panel = "" }
        }
    }
    Component { id: transfer; TransferPanel { pad: root.pad } }
    Component { id: pause; PausePanel { pad: root.pad } }
    Component { id: signIn; SignInPanel { pad: root.pad } }
    Component { id: lists; ListsPanel { pad: root.pad } }
}
