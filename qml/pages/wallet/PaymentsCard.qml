// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// What became of the payments that were signed here.
Card {
    id: root

    required property PaymentsViewModel viewModel

    title: qsTr("Payments")

    Label {
        Layout.fillWidth: true
        visible: root.viewModel.open > 0
        text: qsTr("What is under way goes on by itself, also after Majlis was closed. Nothing is signed or sent twice.")
        tone: Label.Secondary
        wrapMode: Text.Wrap
    }

    Rows {
        id: rows
        Layout.fillWidth: true

        Repeater {
            model: root.viewModel.payments

            PaymentRow {
                width: rows.width
                onLookRequested: root.viewModel.look(transactionId)
                onGiveUpRequested: root.viewModel.giveUp(transactionId)
                onCopyRequested: root.viewModel.copy(transactionId)
            }
        }
    }
}
