import QtQuick
import GreenWindow

// Opens the search, where the kiosk has one.
GwButton {
    required property var kiosk
    property bool small: false                              // an icon alone, among the buttons of the foot
    objectName: "search"
    aside: true
    enabled: kiosk.view.search.offered
    opacity: enabled ? 1 : 0                                // its place is kept: nothing moves under a finger
    iconName: "search"
    text: small ? "" : qsTr("Search")
    Accessible.name: qsTr("Search")
    onClicked: kiosk.touch("search", "")
}
