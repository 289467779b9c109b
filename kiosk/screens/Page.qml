import QtQuick
import GreenWindow

// One question: a title, room for the answers, and a foot with the way back and the pages.
FocusScope {
    id: page
    required property var kiosk
    readonly property var view: kiosk.view
    readonly property bool portrait: height > width
    readonly property bool lowered: Theme.reach > 0         // all to touch stays in the lower part, the words above it
    readonly property real low: Math.max(height - Theme.reach, head.height + Theme.s2 + Theme.s3)   // where the lower part begins
    readonly property bool wide: !portrait || lowered       // more columns, since there is less height
    readonly property bool large: view.modes.elder
    readonly property int most: large && lowered ? 3 : large || lowered ? 4 : 6     // choices a page, as the flow pages them

    // Of a grid of choices: `tall` in a tall window, `flat` in a flat one.
    function columns(tall: int, flat: int): int {
        if (large && lowered) return 1
        return lowered || (large && !portrait) ? 2 : portrait ? tall : flat
    }
    readonly property bool cramped: lowered && low < Theme.gap(360)     // hardly room for a title above the lower part
    property string title
    property string subtitle
    property bool hasBack: true
    property bool hasPages: false
    default property alias content: body.data
    property alias foot: right.data
    property alias beside: aside.data           // at the title's right, where the page is wide

    objectName: "screen-" + view.screen

    Sky {
        visible: page.lowered && height > Theme.gap(80)      // a strip of it would only look lost
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: head.top; bottomMargin: Theme.s3 }
        hallName: page.view.hallName
    }
    Column {
        id: head
        anchors { left: parent.left; right: parent.right; leftMargin: Theme.s5; rightMargin: Theme.s5 }
        y: page.lowered ? page.low - height - Theme.s3 : page.portrait ? Theme.s4 : Theme.s1
        spacing: Theme.s1

        GwText {
            objectName: "title"
            anchors.left: parent.left                        // the right edge, where reading begins there
            width: parent.width - (aside.width > 0 ? aside.width + Theme.s3 : 0)
            text: page.title
            font.pixelSize: page.portrait ? Theme.title : Theme.px(48)
            font.weight: Font.Bold
        }
        GwText {
            objectName: "subtitle"
            width: parent.width
            visible: text !== ""
            text: page.subtitle
            color: Theme.muted
        }
    }

    Item {
        id: body
        anchors { left: parent.left; right: parent.right; leftMargin: Theme.s5; rightMargin: Theme.s5 }
        y: page.lowered ? page.low
            : Math.max(head.y + head.height, aside.y + aside.height) + (page.portrait ? Theme.s4 : Theme.s3)
        height: footer.y - (page.lowered ? Theme.s2 : Theme.s3) - y
    }

    Row {
        id: aside
        anchors { right: parent.right; top: head.top; rightMargin: Theme.s5 }
    }

    Item {
        id: footer
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        anchors { leftMargin: Theme.s5; rightMargin: Theme.s5; bottomMargin: page.lowered ? Theme.s3 : Theme.s4 }
        height: !page.hasBack && !page.hasPages && right.children.length === 0 ? 0 : page.lowered ? Math.max(80, Theme.gap(96)) : Theme.touch

        GwButton {
            objectName: "back"
            aside: true
            visible: page.hasBack
            anchors.left: parent.left
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
                aside: true
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
                Accessible.name: qsTr("Page %1 of %2").arg(page.view.page + 1).arg(page.view.pages)
                color: Theme.muted
                anchors.verticalCenter: parent.verticalCenter
            }
            GwButton {
                objectName: "next-page"
                aside: true
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
