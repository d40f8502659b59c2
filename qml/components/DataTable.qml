// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Majlis

// Rows under a header, drawn only where they can be seen. The caller's delegate places its cells with cellX/cellWidth.
FocusScope {
    id: root

    required property string label
    required property list<DataColumn> columns
    property alias model: list.model
    property alias delegate: list.delegate
    property alias currentIndex: list.currentIndex
    property alias count: list.count
    property alias view: list
    property int sortKey: -1
    property bool sortDescending: false
    property int rowHeight: Theme.rowHeight
    property int inset: Theme.gap

    signal sortRequested(int sortKey)
    signal rowActivated(int row)
    signal endReached()

    readonly property real fixedWidth: root.sumOf(0)
    readonly property real weightSum: Math.max(1, root.sumOf(1))
    readonly property real innerWidth: width - 2 * root.inset - (root.columns.length - 1) * Theme.gap

    function sumOf(kind: int): real {
        let sum = 0;
        for (let i = 0; i < root.columns.length; ++i)
            sum += kind === 0 ? root.columns[i].width : root.columns[i].weight;
        return sum;
    }

    function cellWidth(column: int): real {
        const spec = root.columns[column];
        return spec.width > 0 ? spec.width : Math.max(40, (root.innerWidth - root.fixedWidth) * spec.weight / root.weightSum);
    }

    function cellX(column: int): real {
        let x = root.inset;
        for (let i = 0; i < column; ++i)
            x += root.cellWidth(i) + Theme.gap;
        return root.LayoutMirroring.enabled ? root.width - x - root.cellWidth(column) : x;
    }

    implicitWidth: Theme.scaled(400)
    implicitHeight: header.height + list.contentHeight
    Accessible.role: Accessible.Table
    Accessible.name: root.label

    Item {
        id: header
        width: parent.width
        height: Theme.rowHeight

        Repeater {
            model: root.columns

            T.AbstractButton {
                id: head
                required property int index
                required property DataColumn modelData
                readonly property bool sorted: head.modelData.sortKey >= 0 && head.modelData.sortKey === root.sortKey

                objectName: root.objectName + ".header." + head.index
                x: root.cellX(head.index)
                width: root.cellWidth(head.index)
                height: header.height
                enabled: head.modelData.sortKey >= 0
                focusPolicy: head.enabled ? Qt.TabFocus : Qt.NoFocus
                Accessible.role: Accessible.ColumnHeader
                Accessible.name: head.modelData.title
                Accessible.description: !head.sorted ? "" : root.sortDescending ? qsTr("Sorted, highest first")
                    : qsTr("Sorted, lowest first")
                onClicked: root.sortRequested(head.modelData.sortKey)

                contentItem: Item {
                    Row {
                        anchors.verticalCenter: parent.verticalCenter
                        x: head.modelData.alignEnd !== head.mirrored ? parent.width - width : 0
                        spacing: Theme.gapTiny
                        layoutDirection: head.mirrored ? Qt.RightToLeft : Qt.LeftToRight

                        Label {
                            anchors.verticalCenter: parent.verticalCenter
                            text: head.modelData.title
                            level: Label.Caption
                            tone: head.sorted ? Label.Primary : Label.Muted
                            font.weight: Font.Medium
                            Accessible.ignored: true
                        }

                        Icon {
                            anchors.verticalCenter: parent.verticalCenter
                            visible: head.sorted
                            name: root.sortDescending ? "arrow-down" : "arrow-up"
                            size: Theme.scaled(12)
                            color: Theme.colors.text
                        }
                    }
                }

                background: Item {
                    FocusRing { shown: head.visualFocus }
                }

                HoverHandler {
                    id: headHover
                    cursorShape: head.enabled ? Qt.PointingHandCursor : Qt.ArrowCursor
                }
                Tooltip {
                    shown: headHover.hovered && head.modelData.help.length > 0
                    text: head.modelData.help
                }
            }
        }

        Divider {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }

    ListView {
        id: list
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        focus: true
        clip: true
        activeFocusOnTab: true
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        reuseItems: true
        highlightMoveDuration: Theme.durationState
        highlightResizeDuration: 0
        currentIndex: -1
        Keys.onReturnPressed: root.rowActivated(list.currentIndex)
        Keys.onEnterPressed: root.rowActivated(list.currentIndex)
        onAtYEndChanged: if (list.atYEnd && list.count > 0) root.endReached()
        T.ScrollBar.vertical: ScrollBar { }
    }

    FocusRing {
        shown: list.activeFocus && list.currentIndex < 0
        anchors.margins: 0
    }
}
