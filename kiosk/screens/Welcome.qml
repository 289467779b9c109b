import QtQuick
import GreenWindow

// The first screen: whose hall this is, whether it is open, and each language in its own words.
Item {
    id: page
    required property var kiosk
    readonly property var view: kiosk.view
    readonly property bool portrait: height > width
    readonly property bool cramped: height < 900 && page.view.modes.elder      // what can be left out leaves its room to the large letters
    objectName: "screen-welcome"

    // One line where a slightly smaller size allows it, else two lines at the full size.
    readonly property int fullSize: Math.max(Theme.heading, Theme.gap(portrait ? 76 : 64))     // large enough in every mode
    readonly property real nameFit: (width - 2 * Theme.s6) / Math.max(1, measure.advanceWidth)
    readonly property int nameSize: nameFit >= 1 || nameFit < 0.6 ? fullSize : Math.floor(fullSize * nameFit * 0.98)
    TextMetrics {
        id: measure
        text: page.view.hallName
        font { family: Theme.family; weight: Font.Bold; pixelSize: page.fullSize }
    }

    Rectangle {
        id: sky
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: Theme.reach > 0 && page.portrait ? page.height - Theme.reach
            : Math.max(Math.round(page.height * (page.portrait ? 0.42 : 0.5)), whose.height + 2 * Theme.s4)
        gradient: Gradient {
            GradientStop { position: 0.0; color: Theme.skyTop }
            GradientStop { position: 1.0; color: Theme.sky }
        }

        Column {
            id: whose
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
            anchors { leftMargin: Theme.s6; rightMargin: Theme.s6 }
            spacing: Theme.s3

            GwIcon {
                anchors { left: parent.left; leftMargin: -size / 8 }    // its lines begin inside its box: even with the text's edge
                name: page.cramped ? "" : "window"
                color: Theme.inkOnSky
                size: Theme.gap(page.portrait ? 130 : 90)
                weight: 1.4
            }
            GwText {
                objectName: "hall-name"
                width: parent.width
                text: page.view.hallName
                color: Theme.inkOnSky
                font.pixelSize: page.nameSize
                font.weight: Font.Bold
            }
            Repeater {
                model: page.view.languages.filter(l => l.code !== page.view.language && l.hall !== page.view.hallName).slice(0, page.cramped ? 0 : 2)
                GwText {
                    required property var modelData
                    readonly property string tongue: modelData.code
                    width: parent.width
                    text: modelData.hall
                    color: Theme.inkOnSky
                    font.pixelSize: Theme.body
                }
            }
            Flow {
                width: parent.width
                spacing: Theme.s2
                Repeater {
                    model: page.view.hours
                    Rectangle {                             // on a ground of its own when there is little time left
                        required property string modelData
                        required property int index
                        readonly property bool soon: page.view.closesSoon
                        objectName: "hours-" + (index + 1)
                        radius: Theme.radius
                        color: soon ? Theme.orangeSoft : "transparent"
                        implicitWidth: hours.width + (soon ? 2 * Theme.s3 : 0)
                        implicitHeight: hours.height + (soon ? 2 * Theme.s1 : 0)
                        GwIconLabel {
                            id: hours
                            anchors.centerIn: parent
                            iconName: "clock"
                            text: parent.modelData
                            color: parent.soon ? Theme.orange : Theme.inkOnSky
                            fontSize: parent.soon ? Theme.heading : Theme.body
                            fontWeight: parent.soon ? Font.DemiBold : Font.Normal
                            maximumWidth: page.width - 2 * (Theme.s6 + Theme.s3)
                        }
                    }
                }
            }
        }
    }

    Grid {
        id: tongues
        readonly property int count: page.view.languages.length
        columns: page.portrait && count <= 4 ? 1 : count <= 2 ? 2 : 3
        readonly property int lines: Math.ceil(count / columns)
        anchors { left: parent.left; right: parent.right; leftMargin: Theme.s6; rightMargin: Theme.s6 }
        readonly property real room: (booked.visible ? booked.y - Theme.s3 : page.height) - sky.height
        y: sky.height + Math.max(Theme.s4, (room - height) / 2)
        columnSpacing: Theme.s4
        rowSpacing: Theme.s4

        Repeater {
            model: page.view.languages
            LanguageButton {
                required property var modelData
                objectName: "language-" + modelData.code
                width: (tongues.width - (tongues.columns - 1) * tongues.columnSpacing) / tongues.columns
                height: Math.min(Theme.gap(280),
                    (tongues.room - 2 * Theme.s4 - (tongues.lines - 1) * Theme.s4) / tongues.lines)
                tongue: modelData.code
                name: modelData.name
                prompt: modelData.prompt
                first: modelData.code === page.view.language
                onClicked: page.kiosk.touch("language", modelData.code)
            }
        }
    }

    // In two languages: nobody has chosen one yet.
    GwButton {
        id: booked
        objectName: "appointment"
        visible: page.view.appointment.offered
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        anchors { leftMargin: Theme.s6; rightMargin: Theme.s6; bottomMargin: Theme.s4 }
        height: Math.max(Theme.touch, Theme.gap(page.portrait ? 140 : 96))
        iconName: "calendar"
        fontSize: page.portrait ? Theme.heading : Theme.body
        text: page.view.languages.slice(0, 2).map(l => l.booked).join(" · ")
        onClicked: page.kiosk.touch("appointment", "")
    }
}
