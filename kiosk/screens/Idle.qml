import QtQuick
import GreenWindow

// No ticket can be had just now: what is the matter and what to do, in the hall's languages at once.
Item {
    id: page
    required property var kiosk
    readonly property var view: kiosk.view
    readonly property var icons: ({
        "starting": "clock", "offline": "offline", "closed": "moon", "not-saving": "warning", "twice": "warning", "unlisted": "warning"
    })
    readonly property bool cramped: height < width && view.modes.elder     // the words need all the room there is
    objectName: "screen-" + view.screen

    Column {
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors { leftMargin: Theme.s6; rightMargin: Theme.s6 }
        spacing: page.cramped ? Theme.s2 : Theme.s5

        GwIcon {
            name: page.icons[page.view.screen] || ""
            size: Theme.gap(page.cramped ? 90 : 180)
            weight: 1.4
            color: ["starting", "closed"].includes(page.view.screen) ? Theme.accent : Theme.orange
            anchors.horizontalCenter: parent.horizontalCenter
        }
        Repeater {
            model: page.view.notices
            Column {
                required property var modelData
                required property int index
                readonly property string tongue: modelData.code
                width: parent.width
                spacing: Theme.s2
                GwText {
                    width: parent.width
                    text: modelData.title
                    font.pixelSize: index === 0 ? Theme.hero : Theme.heading
                    font.weight: Font.Bold
                    horizontalAlignment: Text.AlignHCenter
                }
                GwText {
                    width: parent.width
                    text: modelData.text
                    color: Theme.muted
                    font.pixelSize: index === 0 ? Theme.heading : Theme.body
                    horizontalAlignment: Text.AlignHCenter
                }
            }
        }
        GwWorking {
            visible: !["closed", "twice", "unlisted"].includes(page.view.screen)
            text: page.view.notices.length > 0 ? page.view.notices[0].title : ""
            Accessible.ignored: true                    // the words above say it
            anchors.horizontalCenter: parent.horizontalCenter
        }
        GwText {
            width: parent.width
            visible: text !== "" && !page.cramped
            text: page.view.hallName
            color: Theme.muted
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
