// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// Who joined last.
Card {
    id: root

    required property HomeViewModel viewModel
    // As many as stand well beside the other cards.
    property int mostShown: 12

    title: qsTr("Newest in your network")

    actions: PartAge { async: root.viewModel.joinsState }

    AsyncPane {
        Layout.fillWidth: true
        async: root.viewModel.joinsState
        empty: list.count === 0
        emptyTitle: qsTr("Nobody has joined yet")
        emptyText: qsTr("People appear here as soon as they join with your referral code.")
        emptyIcon: "user-plus"
        saidAbove: root.viewModel.notice.title
        onRetryRequested: root.viewModel.refresh()

        Rows {
            id: rows
            spacing: 2

            Repeater {
                id: list
                model: root.viewModel.joins

                ListRow {
                    id: row
                    required property int index
                    required property string address
                    required property string addressText
                    required property string name
                    required property int depth
                    required property string joined
                    required property string joinedAt
                    required property bool verified
                    required property bool isNew

                    objectName: "home.join"
                    visible: row.index < root.mostShown
                    width: rows.width
                    text: row.name.length > 0 ? row.name : row.addressText
                    mono: row.name.length === 0
                    caption: row.name.length > 0 ? row.addressText : ""
                    leading: Monogram {
                        name: row.name.length > 0 ? row.name : row.address.slice(2)
                        seed: row.address.charCodeAt(row.address.length - 1)
                    }
                    trailing: [
                        Badge {
                            visible: row.isNew
                            text: qsTr("New")
                            kind: Badge.Positive
                        },
                        Icon {
                            visible: row.verified
                            name: "badge-check"
                            size: Theme.iconSizeSmall
                            color: Theme.colors.rise
                        },
                        Badge { text: qsTr("Level %1", "levels below the user").arg(row.depth) },
                        Label {
                            Layout.minimumWidth: Theme.scaled(84)
                            text: row.joined
                            tone: Label.Muted
                            level: Label.Caption
                            figures: true
                            horizontalAlignment: Text.AlignRight
                        }
                    ]
                    onClicked: root.viewModel.showPerson(row.address)
                }
            }
        }
    }

    Item { Layout.fillHeight: true }
}
