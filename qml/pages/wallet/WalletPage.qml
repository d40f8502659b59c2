// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// The frame of every page of the wallet: its tabs, what the page is, and then the page.
ScrollPane {
    id: root

    required property ShellViewModel shell
    required property string title
    property string caption: ""
    property alias actions: header.actions
    default property alias content: column.data

    maximumWidth: Theme.scaled(1080)

    ColumnLayout {
        id: column
        width: parent.width
        spacing: Theme.gapLarge

        WalletTabs {
            objectName: "wallet.tabs"
            Layout.fillWidth: true
            tabs: root.shell.walletTabs
            onPageRequested: page => root.shell.open(page)
        }

        PageHeader {
            id: header
            Layout.fillWidth: true
            title: root.title
            caption: root.caption
        }
    }
}
