// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis

// A hairline between things that belong together.
Rectangle {
    implicitHeight: Theme.hairline
    implicitWidth: Theme.gapHuge
    color: Theme.colors.outline
    opacity: 0.5
    Accessible.ignored: true
}
