// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Majlis
import Majlis.ViewModels

// People found, under the search field.
FocusScope {
    id: root

    required property NetworkSearchModel search

    signal chosen(int node)

    function choose(row: int): void {
        const item = list.itemAtIndex(row) as ListRow;
        if (item)
            item.clicked();
    }

    width: Theme.scaled(320)
    height: Math.min(list.contentHeight, Theme.scaled(320)) + note.height + 2 * Theme.gapSmall
    z: 2

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: Theme.colors.raised
        border.width: Theme.hairline
        border.color: Theme.colors.outline
        Shadow { }
    }

    ListView {
        id: list
        anchors.fill: parent
        anchors.margins: Theme.gapSmall
        anchors.bottomMargin: note.height + Theme.gapSmall
        focus: true
        clip: true
        model: root.search
        boundsBehavior: Flickable.StopAtBounds
        Keys.onReturnPressed: root.choose(list.currentIndex)
        Keys.onEnterPressed: root.choose(list.currentIndex)
        T.ScrollBar.vertical: ScrollBar { }

        delegate: ListRow {
            id: hit
            required property int index
            required property int nodeIndex
            required property string title
            required property string subtitle

            width: list.width
            text: hit.title
            caption: hit.subtitle
            current: list.activeFocus && list.currentIndex === hit.index
            onClicked: root.chosen(hit.nodeIndex)
        }
    }

    Label {
        id: note
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap
        height: Theme.scaled(24)
        text: root.search.summary
        level: Label.Caption
        tone: Label.Muted
    }
}
