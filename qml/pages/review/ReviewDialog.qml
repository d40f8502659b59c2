// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// What the wallet would sign, with every warning; then the signature, or not. The same for every kind of request.
Dialog {
    id: root

    required property ReviewViewModel viewModel
    property bool rawShown: false

    objectName: "review"
    width: Math.min(Theme.scaled(640), parent ? parent.width - 2 * Theme.gapLarge : Theme.dialogWidth)
    height: Math.min(implicitHeight, parent ? parent.height - 2 * Theme.gapLarge : implicitHeight)
    visible: root.viewModel.open
    title: root.viewModel.refused ? qsTr("%1: not possible", "what was to be signed").arg(root.viewModel.title) : root.viewModel.title
    message: root.viewModel.refused ? qsTr("The wallet does not sign this. Nothing has happened.")
        : qsTr("This is the whole of it. Nothing else is signed.")
    rejectText: root.viewModel.refused ? qsTr("Close") : qsTr("Do not sign")
    acceptText: root.viewModel.verb
    dangerous: root.viewModel.dangerous
    acceptable: root.viewModel.canSign
    acceptShown: !root.viewModel.refused
    busy: root.viewModel.loading
    closesOnAccept: false

    onConfirmed: root.viewModel.sign()
    onRejected: root.viewModel.dismiss()
    onOpened: {
        root.rawShown = false;
        scroll.contentY = 0;
    }

    ScrollPane {
        id: scroll
        Layout.fillWidth: true
        Layout.fillHeight: true
        implicitHeight: contentHeight
        padding: 0

        ColumnLayout {
            width: parent.width - Theme.gapMedium // the scroll bar stands beside what is read
            spacing: Theme.gap

            ReviewWarnings {
                objectName: "review.warnings"
                Layout.fillWidth: true
                warnings: root.viewModel.warnings
            }

            ReviewLines {
                objectName: "review.lines"
                Layout.fillWidth: true
                lines: root.viewModel.lines
            }

            Button {
                objectName: "review.raw"
                text: root.rawShown ? qsTr("Hide the raw form") : qsTr("Show the raw form")
                iconName: root.rawShown ? "chevron-up" : "chevron-down"
                kind: Button.Quiet
                onClicked: root.rawShown = !root.rawShown
            }

            Rectangle {
                Layout.fillWidth: true
                visible: root.rawShown
                implicitHeight: rawText.implicitHeight + 2 * Theme.gap
                radius: Theme.radiusControl
                color: Theme.colors.hover

                Label {
                    id: rawText
                    objectName: "review.rawText"
                    anchors.fill: parent
                    anchors.margins: Theme.gap
                    text: root.viewModel.raw.length > 0 ? root.viewModel.raw : qsTr("There is nothing to sign.")
                    level: Label.Caption
                    tone: Label.Secondary
                    mono: true
                    wrapMode: Text.WrapAnywhere
                    LayoutMirroring.enabled: false
                }
            }
        }
    }

    Switch {
        objectName: "review.expert"
        visible: root.viewModel.expertPossible
        text: qsTr("Expert mode for this one request")
        checked: false
        onToggled: root.viewModel.useExpertMode()
    }

    Switch {
        objectName: "review.consent"
        visible: root.viewModel.dangerous && !root.viewModel.refused
        text: qsTr("I have read the warnings and want this")
        checked: root.viewModel.consent
        onToggled: root.viewModel.consent = checked
    }

    Banner {
        objectName: "review.error"
        Layout.fillWidth: true
        visible: root.viewModel.error.present
        kind: Banner.Error
        title: root.viewModel.error.title
        text: root.viewModel.error.advice
    }
}
