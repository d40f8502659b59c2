// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis

// The desert rose: the mark of the house.
Item {
    id: root

    property int size: Theme.scaled(32)

    implicitWidth: root.size
    implicitHeight: root.size
    Accessible.ignored: true

    // Drawn at twice its size into a layer and scaled down, for smooth edges without multisampling.
    Item {
        width: 2 * root.size
        height: 2 * root.size
        scale: 0.5
        transformOrigin: Item.TopLeft
        layer.enabled: true
        layer.smooth: true

        RosePetals {
            reach: 1
            breadth: 0.42
            turn: 0
            ink: Theme.alpha(Theme.roseGold, 0.75)
        }

        RosePetals {
            reach: 0.68
            breadth: 0.36
            turn: 22.5
            ink: Theme.roseGold
        }

        RosePetals {
            reach: 0.38
            breadth: 0.26
            turn: 0
            ink: Qt.lighter(Theme.roseGold, 1.12)
        }
    }
}
