import QtQuick
import GreenWindow

// Which appointment? Its code, or the last digits of the phone it was booked with.
Page {
    id: page
    readonly property var asked: view.appointment
    readonly property bool byPhone: asked.entry === "phone"
    readonly property bool letters: asked.letters && !byPhone
    readonly property bool split: wide && !letters         // a keypad beside the words, not under them
    readonly property bool low: wide && letters            // a keyboard leaves little above it
    title: qsTr("Your appointment")
    beside: ByWhat {
        visible: page.low && !page.lowered && page.asked.phones
        kiosk: page.kiosk
        width: page.width * 0.5
        touchHeight: page.large ? Theme.touch : 60
    }

    Column {
        id: words
        anchors { left: parent.left; top: parent.top }
        width: parent.width * (page.split ? 0.48 : page.low ? 0.6 : 1)
        spacing: page.wide ? Theme.s2 : Theme.s3

        ByWhat {
            visible: !page.low && page.asked.phones
            kiosk: page.kiosk
            width: parent.width
        }
        GwText {
            width: parent.width
            visible: !page.low
            text: page.byPhone ? qsTr("The last four digits of the phone number you gave when booking")
                               : qsTr("Type the code of your appointment. Where there is a scanner, you can hold it there.")
            font.pixelSize: page.wide ? Theme.body : Theme.heading
        }
        TypedLine {
            width: parent.width
            height: Math.max(implicitHeight, page.low ? Theme.touch : 0)     // the button beside it is as high
            iconName: "calendar"
            typed: page.asked.typed
            prompt: page.byPhone ? "– – – –" : qsTr("Appointment code")
        }
    }
    Loader {
        anchors {
            left: page.split ? words.right : parent.left; leftMargin: page.split ? Theme.s4 : 0
            right: parent.right
            top: page.split ? parent.top : words.bottom; topMargin: page.split ? 0 : Theme.s3
            bottom: page.wide ? parent.bottom : yes.top; bottomMargin: page.wide ? 0 : Theme.s3
        }
        sourceComponent: page.letters ? keyboard : keypad
    }
    Component {
        id: keypad
        DigitKeys { kiosk: page.kiosk; dash: !page.byPhone }
    }
    Component {
        id: keyboard
        Item {
            LetterKeys {
                anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
                kiosk: page.kiosk
                codes: true
                keyHeight: Math.max(60, Math.min(Theme.gap(130), (parent.height - 3 * spacing) / 4))
            }
        }
    }
    GwButton {
        id: yes
        objectName: "enter"
        anchors { left: page.low ? words.right : parent.left; leftMargin: page.low ? Theme.s3 : 0 }
        y: page.low ? 0 : parent.height - height
        width: page.low ? parent.width - words.width - Theme.s3 : words.width
        height: page.low ? words.height : Math.max(Theme.touch, Theme.gap(page.wide ? 130 : 160))
        enabled: page.asked.complete && !page.asked.looking
        kind: "primary"
        fontSize: page.low ? Theme.body : Theme.heading
        text: page.asked.looking ? qsTr("One moment, please") : qsTr("Look it up")
        onClicked: page.kiosk.touch("enter", "")
    }
    foot: [
        ByWhat {                                            // nothing to touch above the lower part
            visible: page.low && page.lowered && page.asked.phones
            kiosk: page.kiosk
            width: page.width * 0.42
        },
        Repeater {
            model: page.view.languages.filter(l => l.code !== page.view.language).slice(0, page.low && page.lowered ? 1 : 3)
            GwButton {
                required property var modelData
                objectName: "language-" + modelData.code
                aside: true
                height: Theme.touch
                text: modelData.name
                onClicked: page.kiosk.touch("language", modelData.code)
            }
        }
    ]
}
