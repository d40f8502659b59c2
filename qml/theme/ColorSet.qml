// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQuick

// Every colour a theme must give. A theme that leaves one out does not load.
QtObject {
    required property color background
    required property color surface
    required property color raised
    required property color outline
    required property color text
    required property color secondary
    required property color muted
    required property color primary
    required property color primaryInk
    required property color accent
    required property color accentInk
    required property color rise
    required property color fall
    required property color warning
    required property color info
    required property color focus
    // The border of a control whose shape says that it is one: 3:1 against every background (WCAG 1.4.11).
    required property color controlOutline
    // Laid over a surface under the pointer, and while pressed.
    required property color hover
    required property color pressed
    // Laid over the page behind a dialog.
    required property color scrim
    required property color shadow
    // Eight colours for branches and series that stay apart under deuteranopia.
    required property list<color> series
    // From little to much: three stops of a scale whose lightness only rises, or only falls on a light background.
    required property list<color> ramp
    // What is not known, or is one of the others.
    required property color neutral
}
