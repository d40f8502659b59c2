// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis

// Text in one of the theme's sizes and tones. Plain text always: what a server sends is never read as markup.
Text {
    id: root

    enum Level { Caption, Body, Large, Title, Heading, Display }
    enum Tone { Primary, Secondary, Muted, Accent, Rise, Fall, Warning, Info, OnPrimary }

    property int level: Label.Body
    property int tone: Label.Primary
    // True for numbers: digits of equal width, laid out left to right inside any language.
    property bool figures: false
    property bool mono: false

    readonly property list<int> sizes: [Theme.fontCaption, Theme.fontBody, Theme.fontLarge, Theme.fontTitle,
        Theme.fontHeading, Theme.fontDisplay]
    readonly property list<color> tones: [Theme.colors.text, Theme.colors.secondary, Theme.colors.muted,
        Theme.colors.accent, Theme.colors.rise, Theme.colors.fall, Theme.colors.warning, Theme.colors.info,
        Theme.colors.primaryInk]

    color: root.tones[root.tone]
    font.family: root.mono ? Theme.monoFamily : root.figures ? Theme.figureFamily : Theme.textFamily
    font.pixelSize: root.sizes[root.level]
    font.weight: root.level >= Label.Title ? Font.DemiBold : Font.Normal
    font.letterSpacing: root.level >= Label.Heading ? -0.4 : 0
    lineHeight: root.wrapMode === Text.NoWrap || root.figures ? 1.0 : 1.16
    textFormat: Text.PlainText
    elide: root.wrapMode === Text.NoWrap ? Text.ElideRight : Text.ElideNone
    verticalAlignment: Text.AlignVCenter
    horizontalAlignment: Text.AlignLeft
    renderType: Text.QtRendering
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text
    Accessible.ignored: root.text.length === 0
}
