// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Majlis
import Majlis.ViewModels

// The wallet's pages, side by side; they wrap where there is no room.
Flow {
    id: root

    required property RailModel tabs

    signal pageRequested(int page)

    spacing: Theme.gapTiny
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Wallet", "the pages of accounts and keys")

    Repeater {
        model: root.tabs

        T.AbstractButton {
            id: tab
            required property int page
            required property string label
            required property string iconName
            required property bool current

            objectName: "wallet.tab." + tab.page
            implicitWidth: implicitContentWidth + leftPadding + rightPadding
            leftPadding: Theme.gap
            rightPadding: Theme.gap
            implicitHeight: Math.max(Theme.hitTarget, Theme.controlHeight)
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.PageTab
            Accessible.name: tab.label
            Accessible.selectable: true
            Accessible.selected: tab.current
            Keys.onReturnPressed: tab.clicked()
            Keys.onEnterPressed: tab.clicked()
            onClicked: root.pageRequested(tab.page)

            contentItem: Row {
                spacing: Theme.gapSmall

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: tab.iconName
                    size: Theme.iconSizeSmall
                    color: tab.current ? Theme.colors.primary : Theme.colors.secondary
                }

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    text: tab.label
                    tone: tab.current ? Label.Primary : Label.Secondary
                    font.weight: tab.current ? Font.DemiBold : Font.Medium
                    Accessible.ignored: true
                }
            }

            background: Rectangle {
                radius: Theme.radiusControl
                color: tab.current ? Theme.alpha(Theme.colors.primary, 0.12) : tab.hovered ? Theme.colors.hover : "transparent"

                FocusRing { shown: tab.visualFocus }
            }

            HoverHandler { cursorShape: Qt.PointingHandCursor }
        }
    }
}
