import QtQuick
import QtQuick.Templates as T
import GreenWindow

// A service to choose: its name, the people before one, the minutes to expect. One whose numbers are all given out for
// today says so, and can't be chosen.
T.AbstractButton {
    id: row
    property var load
    property int figures: Theme.note
    property int nameSize: Theme.px(Theme.large && width < Theme.gap(700) ? 34 : Theme.large && Theme.reach > 0 ? 36 : 38)
    property string line                                    // of business, where the row stands among others'
    property bool fits: false                               // leaves out what the row is too low for
    readonly property real spare: height - topPadding - bottomPadding - name.implicitHeight
    readonly property real loadHeight: (width < Theme.gap(620) ? 2 : 1) * figures * 1.35
    readonly property bool loaded: (waiting !== "" || full) && (!fits || spare >= loadHeight)

    readonly property bool full: load !== undefined && load.full
    readonly property string fullWords: full ? qsTr("No more numbers today") : ""
    readonly property string waiting: load === undefined || full ? "" : qsTr("Waiting: %1").arg(load.waiting)
    readonly property string wait: words.text

    enabled: !full
    focusPolicy: Qt.StrongFocus
    padding: Theme.s1
    leftPadding: Theme.s3
    rightPadding: Theme.s3
    scale: down ? 0.985 : 1.0
    Accessible.role: Accessible.Button
    Accessible.name: [text, line, fullWords, waiting, load === undefined || full ? "" : words.spoken].filter(t => t).join(", ")

    WaitWords { id: words; wait: row.load === undefined ? null : row.load.wait }

    background: Rectangle {
        radius: Theme.radius
        color: row.full ? Theme.sunken : row.down ? Theme.accentSoft : Theme.surface
        border.width: 2
        border.color: row.down ? Theme.accent : Theme.line
    }
    contentItem: Item {
        Column {
            anchors { left: parent.left; right: parent.right; rightMargin: arrow.visible ? arrow.width + Theme.s2 : 0 }
            anchors.verticalCenter: parent.verticalCenter
            spacing: Math.round(Theme.s1 / 2)

            GwText {
                id: name
                width: parent.width
                text: row.text
                color: row.full ? Theme.muted : Theme.text
                font.pixelSize: row.nameSize
                font.weight: Font.DemiBold
                lineHeight: 0.88
                Accessible.ignored: true
            }
            GwText {
                width: parent.width
                visible: row.line !== "" && (!row.fits || row.spare >= (row.loaded ? row.loadHeight : 0) + implicitHeight + 4)
                text: row.line
                color: Theme.muted
                font.pixelSize: Theme.note
                Accessible.ignored: true
            }
            GwIconLabel {
                objectName: "full"
                visible: row.full
                iconName: "cross"
                text: row.fullWords
                color: Theme.orange
                fontSize: row.figures
                fontWeight: Font.DemiBold
                maximumWidth: parent.width
            }
            LoadLine {
                visible: row.waiting !== "" && row.loaded
                waiting: row.waiting
                wait: row.wait
                width: parent.width
                fontSize: row.figures
            }
        }
        GwIcon {
            id: arrow
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            visible: !row.full && row.width > Theme.gap(560)         // a narrow row needs its width for the words
            name: "arrow-right"
            color: Theme.accent
        }
    }
    GwFocus { }
}
