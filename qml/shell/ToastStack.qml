// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis
import Majlis.ViewModels

// Notices, newest first. They leave by themselves, but not while somebody looks at them; repeated ones show a count.
Column {
    id: root

    required property ToastModel toasts

    spacing: Theme.gapSmall

    Repeater {
        model: root.toasts

        Toast {
            id: toast
            required property int toastId
            required property string body
            required property int times

            required kind
            required title

            objectName: "toast." + toast.toastId
            anchors.right: parent ? parent.right : undefined
            text: toast.body
            count: toast.times
            onAttendedChanged: root.toasts.hold(toast.toastId, toast.attended)
            onCloseRequested: root.toasts.dismiss(toast.toastId)
        }
    }
}
