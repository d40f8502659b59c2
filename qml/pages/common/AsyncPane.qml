// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// One part of a page through all its states: skeleton while nothing is known, the error where there is nothing to show,
// a banner over last known data, the empty state, or the content.
ColumnLayout {
    id: root

    required property AsyncState async
    // True when the part has loaded and there is nothing in it.
    property bool empty: false
    property string emptyTitle: ""
    property string emptyText: ""
    property string emptyIcon: "inbox"
    property string emptyAction: ""
    property int skeletonRows: 4
    // The title of a failure that the page says above, for all its parts: not said again here.
    property string saidAbove: ""
    default property alias content: body.data

    readonly property bool known: root.async.freshness.known || root.async.status === AsyncState.Ready
    readonly property bool failed: root.async.error.present
    readonly property ErrorView failure: ErrorView { error: root.async.error }

    signal retryRequested()
    signal emptyActionRequested()

    spacing: Theme.gap

    Banner {
        objectName: root.objectName + ".banner"
        Layout.fillWidth: true
        visible: root.failed && root.known && !root.failure.notAllowed && root.async.error.title !== root.saidAbove
        kind: root.failure.offline ? Banner.Warning : Banner.Error
        title: root.async.error.title
        text: root.async.error.advice
        actionText: root.async.error.retryable ? qsTr("Try again") : ""
        onActionRequested: root.retryRequested()
    }

    SkeletonRows {
        Layout.fillWidth: true
        visible: !root.known && !root.failed
        rows: visible ? root.skeletonRows : 0
    }

    ErrorState {
        objectName: root.objectName + ".error"
        Layout.fillWidth: true
        Layout.topMargin: Theme.gapLarge
        Layout.bottomMargin: Theme.gapLarge
        visible: root.failed && (!root.known || root.failure.notAllowed)
        iconName: root.failure.notAllowed ? "shield-alert" : root.failure.offline ? "wifi-off" : "triangle-alert"
        title: root.async.error.title
        advice: root.async.error.advice
        details: root.async.error.details
        retryable: root.async.error.retryable
        busy: root.async.loading
        onRetryRequested: root.retryRequested()
    }

    EmptyState {
        objectName: root.objectName + ".empty"
        Layout.fillWidth: true
        Layout.topMargin: Theme.gapLarge
        Layout.bottomMargin: Theme.gapLarge
        visible: root.known && root.empty && !root.failure.notAllowed
        title: root.emptyTitle
        text: root.emptyText
        iconName: root.emptyIcon
        actionText: root.emptyAction
        onActionRequested: root.emptyActionRequested()
    }

    ColumnLayout {
        id: body
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: root.known && !root.empty && !root.failure.notAllowed
        spacing: Theme.gap
    }
}
