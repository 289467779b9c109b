import QtQuick
import QtQuick.Layouts
import GreenWindow

// Hand the current ticket on: to another service (found by name, pinyin letters or id), or to a counter.
Panel {
    id: panel
    required property var pad
    readonly property bool wide: width > Theme.touch * 8
    title: qsTr("Transfer %1 to:").arg(pad.current.number)
    Component.onCompleted: { pad.search(""); field.forceActiveFocus() }

    PadField {
        id: field
        objectName: "transfer-search"
        hintText: qsTr("Search a service: name, or first letters in pinyin")
        Layout.fillWidth: true
        onTextChanged: panel.pad.search(text)
        Keys.onDownPressed: services.incrementCurrentIndex()
        Keys.onUpPressed: services.decrementCurrentIndex()
        Keys.onReturnPressed: go()
        Keys.onEnterPressed: go()
        KeyNavigation.tab: counters
        function go() { services.count > 0 ? services.act() : counters.act() }
    }
    GridLayout {
        columns: panel.wide ? 2 : 1
        rowSpacing: Theme.s4
        columnSpacing: Theme.s2
        Layout.fillWidth: true
        Layout.fillHeight: true

        Choices {
            id: services
            objectName: "transfer-services"
            prefix: "transfer-service-"
            model: panel.pad.goals.services
            actable: panel.pad.buttons["transfer"].on
            emptyText: qsTr("No service by that name")
            onChosen: id => { if (panel.pad.transferToService(id)) panel.closed() }
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 3
            Layout.preferredHeight: 5
        }
        Choices {
            id: counters
            objectName: "transfer-counters"
            prefix: "transfer-counter-"
            model: panel.pad.goals.counters
            actable: panel.pad.buttons["transfer"].on
            showsCurrent: activeFocus
            activeFocusOnTab: true
            KeyNavigation.backtab: field
            onChosen: id => { if (panel.pad.transferToCounter(id)) panel.closed() }
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 2
            Layout.preferredHeight: 3
        }
    }
}
