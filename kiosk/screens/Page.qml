import QtQuick
import GreenWindow

// One question: a title, room for the answers, and a foot with the way back and the pages.
FocusScope {
    id: page
    required property var kiosk
    readonly property var view: kiosk.view
    readonly property bool portrait: height > width
    readonly property bool lowered: Theme.reach > 0         // all to touch stays in the lower part, the words above it
    readonly property bool wide: !portrait || lowered       // more columns, since there is less height
    readonly property bool large: view.modes.elder
    property string title
    property string subtitle
    property bool hasBack: true
    property bool hasPages: false
    default property alias content: body.data
    property alias foot: right.data

    objectName: "screen-" + view.screen

    Column {
        id: head
        anchors { left: parent.left; right: parent.right; leftMargin: Theme.s5; rightMargin: Theme.s5 }
        y: page.lowered ? body.y - height - Theme.s3 : page.portrait ? Theme.s4 : Theme.s1
        spacing: Theme.s1

        GwText {
            objectName: "title"
            width: parent.width
            text: page.title
            font.pixelSize: page.portrait ? Theme.title : Theme.px(48)
            font.weight: Font.Bold
        }
        GwText {
            width: parent.width
            visible: text !== ""
            text: page.subtitle
            color: Theme.muted
        }
    }

    Item {
        id: body
        anchors { left: parent.left; right: parent.right; leftMargin: Theme.s5; rightMargin: Theme.s5 }
        y: page.lowered ? page.height - Theme.reach : head.y + head.height + (page.portrait ? Theme.s4 : Theme.s3)
        height: footer.y - Theme.s3 - y
    }

    Item {
        id: footer
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        anchors { leftMargin: Theme.s5; rightMargin: Theme.s5; bottomMargin: Theme.s4 }
        height: page.hasBack || page.hasPages || right.children.length > 0 ? Theme.touch : 0

        GwButton {
            objectName: "back"
            visible: page.hasBack
            height: parent.height
            iconName: "arrow-left"
            text: qsTr("Back")
            onClicked: page.kiosk.touch("back", "")
        }
        Row {
            id: right
            anchors.right: parent.right
            height: parent.height
            spacing: Theme.s2

            GwButton {
                objectName: "previous-page"
                visible: page.hasPages && page.view.page > 0
                height: parent.height
                iconName: "arrow-left"
                text: qsTr("Previous page")
                onClicked: page.kiosk.touch("previous-page", "")
            }
            GwText {
                objectName: "page"
                visible: page.hasPages && page.view.pages > 1
                text: "\u2066" + (page.view.page + 1) + " / " + page.view.pages + "\u2069"    // 1 / 3 from either side
                color: Theme.muted
                anchors.verticalCenter: parent.verticalCenter
            }
            GwButton {
                objectName: "next-page"
                visible: page.hasPages && page.view.page < page.view.pages - 1
                height: parent.height
                iconName: "arrow-right"
                iconAfter: true
                text: qsTr("Next page")
                onClicked: page.kiosk.touch("next-page", "")
            }
        }
    }
}
