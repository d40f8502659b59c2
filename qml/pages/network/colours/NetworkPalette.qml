// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis

// The scene's sixteen colours, as viewmodels/network/peoplecolours.h counts them: the theme's eight series, seven steps
// whose lightness only rises (or, on a light background, only falls) so that the order is seen without hues, and one
// for what is not known.
QtObject {
    id: root

    // A typed list: an array of JavaScript is no list of colours for C++.
    readonly property list<color> colours: [
        Theme.colors.series[0], Theme.colors.series[1], Theme.colors.series[2], Theme.colors.series[3],
        Theme.colors.series[4], Theme.colors.series[5], Theme.colors.series[6], Theme.colors.series[7],
        root.between(0), root.between(1 / 6), root.between(2 / 6), root.between(3 / 6),
        root.between(4 / 6), root.between(5 / 6), root.between(1), Theme.colors.neutral
    ]

    function between(share: real): color {
        const half = share < 0.5 ? 0 : 1;
        const part = share * 2 - half;
        const low = Theme.colors.ramp[half];
        const high = Theme.colors.ramp[half + 1];
        return Qt.rgba(low.r + (high.r - low.r) * part, low.g + (high.g - low.g) * part, low.b + (high.b - low.b) * part, 1);
    }
}
