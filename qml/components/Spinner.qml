// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis

// A small sign of work inside a control. Pages show skeletons instead. Stands still under "reduce motion".
Icon {
    id: root

    name: "loader-circle"
    color: Theme.colors.secondary

    RotationAnimator on rotation {
        running: root.visible && !Theme.reduceMotion
        from: 0
        to: 360
        duration: 900
        loops: Animation.Infinite
    }
}
