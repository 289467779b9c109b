import QtQuick

// A strip that says something is not as usual. tone: "orange" (trouble) or "blue" (to know). Hidden while it has no text.
Rectangle {
    id: banner
    property string text
    property string iconName: tone === "orange" ? "warning" : "info"
    property string tone: "orange"
    property int fontSize: Theme.body
    readonly property bool live: true

    visible: text !== ""
    implicitHeight: visible ? words.implicitHeight + 2 * Theme.s2 : 0
    color: tone === "orange" ? Theme.orangeSoft : Theme.blueSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    GwIconLabel {
        id: words
        anchors.centerIn: parent
        text: banner.text
        iconName: banner.iconName
        color: banner.tone === "orange" ? Theme.orange : Theme.blue
        fontSize: banner.fontSize
        fontWeight: Font.DemiBold
        maximumWidth: banner.width - 2 * Theme.s3
    }
}
