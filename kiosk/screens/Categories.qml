import QtQuick
import GreenWindow

// What is it about? The hall's lines of business, six at a time.
Page {
    id: page
    title: qsTr("What brings you here today?")
    hasPages: true
    readonly property bool tight: lowered || (large && wide)       // no room beside the title
    beside: SearchButton { kiosk: page.kiosk; visible: !tight }
    foot: SearchButton { kiosk: page.kiosk; visible: tight; small: true }

    // A Chinese character says what a line is about, the initial of a word doesn't. Where several begin alike (社会保险,
    // 社会救助), the first character that tells them apart.
    function sign(one: var): string {
        if (!/[\u3400-\u9fff]/.test(one.mark)) return ""
        const alike = page.view.categories.filter(c => c.mark === one.mark && c.id !== one.id)
        let at = 0
        while (at < one.name.length - 1 && alike.some(c => c.name[at] === one.name[at])) at += 1
        return one.name[at]
    }

    Choices {
        id: grid
        most: page.most
        columns: page.columns(2, 3)
        tallest: page.large ? 600 : 500
        Repeater {
            model: page.view.categories
            ChoiceCard {
                required property var modelData
                objectName: "category-" + modelData.id
                width: grid.cellWidth
                height: grid.cellHeight
                text: modelData.name
                mark: page.sign(modelData)
                lines: modelData.inside
                note: qsTr("Errands: %1").arg(modelData.count)
                onClicked: page.kiosk.touch("category", modelData.id)
            }
        }
    }
}
