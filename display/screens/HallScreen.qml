import QtQuick
import QtQuick.Layouts
import GreenWindow

// The hall screen. Wide: the newest call left, the last ones right; tall: one under the other.
Rectangle {
    id: root
    objectName: "hall-screen"
    required property var screen
    readonly property bool narrow: width < height
    color: Theme.ground

    Binding { target: Theme; property: "dark"; value: true }
    Binding { target: Theme; property: "smallest"; value: 18 }
    Binding {
        target: Theme
        property: "scale"
        value: root.narrow ? Math.min(root.width / 1080, root.height / 1920) : Math.min(root.width / 1920, root.height / 1080)
    }

    ColumnLayout {
        anchors { fill: parent; margins: Theme.s4 }
        spacing: Theme.s3

        Head { head: root.screen.head; narrow: root.narrow; Layout.fillWidth: true }
        GwBanner {
            objectName: "offline-banner"
            text: root.screen.offline.main + (root.screen.offline.sub ? "\n" + root.screen.offline.sub : "")
            visible: root.screen.offline.main !== ""
            iconName: "offline"
            fontSize: Theme.px(34)
            radius: Theme.radius / 2
            Layout.fillWidth: true
        }
        GwBanner {
            objectName: "alarm-banner"
            text: root.screen.alarm.main + (root.screen.alarm.sub ? "\n" + root.screen.alarm.sub : "")
            visible: root.screen.alarm.main !== ""
            iconName: "warning"
            fontSize: Theme.px(34)
            radius: Theme.radius / 2
            Layout.fillWidth: true
        }
        GwBanner {
            objectName: "announcement"
            text: root.screen.announcement
            tone: "blue"
            iconName: "sound"
            fontSize: Theme.px(40)
            radius: Theme.radius / 2
            Layout.fillWidth: true
        }
        Loader {
            active: !!root.screen.closed
            visible: active
            opacity: root.screen.stale ? 0.45 : 1
            sourceComponent: ClosedCard { closed: root.screen.closed }
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        GridLayout {
            visible: !root.screen.closed
            columns: root.narrow ? 1 : 2
            rowSpacing: Theme.s3
            columnSpacing: Theme.s3
            opacity: root.screen.stale ? 0.45 : 1
            Layout.fillWidth: true
            Layout.fillHeight: true

            ColumnLayout {
                spacing: Theme.s3
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 62
                Layout.preferredHeight: 60
                NewestCard {
                    newest: root.screen.newest
                    labels: root.screen.labels
                    numberSize: Math.min(root.width, root.height) / 5
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                }
                CounterTiles {
                    tiles: root.screen.tiles
                    columns: root.narrow ? 4 : Theme.scale < 0.6 || tiles.some(t => t.ticket.length > 5) ? 5 : 6
                    rows: Math.min(2, Math.max(1, Math.ceil(tiles.length / columns)))
                    visible: tiles.length > 0
                    Layout.fillWidth: true
                    Layout.preferredHeight: rows * Theme.gap(96) + (rows - 1) * Theme.s2
                }
            }
            CallList {
                calls: root.screen.calls
                labels: root.screen.labels
                columns: root.narrow ? 2 : 1
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 38
                Layout.preferredHeight: 34
            }
            MissedLine {
                missed: root.screen.missed
                labels: root.screen.labels
                Layout.fillWidth: true
                Layout.preferredWidth: 62
                Layout.preferredHeight: Theme.gap(112)
            }
            FiguresCard {
                figures: root.screen.figures
                labels: root.screen.labels
                Layout.fillWidth: true
                Layout.preferredWidth: 38
                Layout.preferredHeight: Theme.gap(112)
            }
        }
        GwBanner {
            objectName: "closing"
            text: root.screen.closing.main + (root.screen.closing.sub ? (root.narrow ? "\n" : "   ") + root.screen.closing.sub : "")
            visible: root.screen.closing.main !== ""
            tone: "blue"
            iconName: "clock"
            fontSize: Theme.px(32)
            radius: Theme.radius / 2
            Layout.fillWidth: true
        }
        NoticeLine {
            id: notice
            notices: root.screen.notices
            visible: notices.length > 0
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(Math.max(Theme.gap(88), 60, notice.tallest), root.height * 0.2)
        }
    }
}
