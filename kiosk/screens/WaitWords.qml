import QtQuick

// An expected wait in words: a range of minutes, never one figure that would be a promise.
QtObject {
    property var wait
    readonly property string text: !wait || !wait.known ? qsTr("wait not known")
        : wait.low === 0 ? qsTr("under %1 min").arg(wait.high)
        : qsTr("%1–%2 min").arg(wait.low).arg(wait.high)
    // For the ear: a dash is not heard.
    readonly property string spoken: !wait || !wait.known || wait.low === 0 ? text
        : qsTr("%1 to %2 minutes").arg(wait.low).arg(wait.high)
}
