// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis
import Majlis.ViewModels

// How old a part of the page is, where that is not "now": what is live needs no mark, and what is wrong is said above.
AgeBadge {
    id: root

    required property AsyncState async

    visible: root.age.length > 0 && (root.async.freshness.stale || root.async.error.present)
    age: root.async.freshness.age
    exact: root.async.freshness.asOf
    kind: Badge.Warning
    iconName: "clock"
}
