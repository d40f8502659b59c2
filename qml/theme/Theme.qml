// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

// Colours, type, space and motion. Main.qml sets mode, textScale and reduceMotion from the shell's view model.
QtObject {
    id: root

    enum Mode { Dark, Light, HighContrast }

    property int mode: Theme.Dark
    property real textScale: 1.0
    property bool reduceMotion: false

    readonly property bool isDark: root.mode !== Theme.Light
    readonly property ColorSet colors: root.mode === Theme.Light ? root.lightColors
        : root.mode === Theme.HighContrast ? root.highContrastColors : root.darkColors

    readonly property ColorSet darkColors: ColorSet {
        background: "#14101A"; surface: "#1C1624"; raised: "#261E31"; outline: "#453A54"
        text: "#F4EDF2"; secondary: "#BCB1C3"; muted: "#968B9F"
        primary: "#E8B4B8"; primaryInk: "#2A1420"; accent: "#A99BD6"; accentInk: "#1B1430"
        rise: "#5CCBB0"; fall: "#FF8A80"; warning: "#F2C45A"; info: "#8CBBFF"
        focus: "#FFD9DC"; controlOutline: "#7E7190"
        hover: "#12F4EDF2"; pressed: "#1FF4EDF2"; scrim: "#B30A070E"; shadow: "#66000000"
        series: ["#E8B4B8", "#2282FA", "#FAE24C", "#107C58", "#1CC4FA", "#467C10", "#7CE276", "#10768E"]
        ramp: ["#5A4A8A", "#C8648C", "#FFE6B4"]; neutral: "#77707F"
    }
    readonly property ColorSet lightColors: ColorSet {
        background: "#FBF7F8"; surface: "#FFFFFF"; raised: "#FFFFFF"; outline: "#CFC2CB"
        text: "#231A2B"; secondary: "#564A60"; muted: "#6F6377"
        primary: "#9B4460"; primaryInk: "#FFFFFF"; accent: "#5F4F8C"; accentInk: "#FFFFFF"
        rise: "#0B705A"; fall: "#B0322B"; warning: "#7F5200"; info: "#1C58B5"
        focus: "#7A2E49"; controlOutline: "#8C7F93"
        hover: "#0D231A2B"; pressed: "#1A231A2B"; scrim: "#80231A2B"; shadow: "#26231A2B"
        series: ["#9B4460", "#1688F4", "#DC6416", "#221658", "#C458BE", "#6A2E10", "#E26A64", "#1C2EA0"]
        ramp: ["#D9A0A8", "#9B4460", "#280A38"]; neutral: "#A9A0AC"
    }
    readonly property ColorSet highContrastColors: ColorSet {
        background: "#000000"; surface: "#000000"; raised: "#0D0D0D"; outline: "#8F8F8F"
        text: "#FFFFFF"; secondary: "#F0F0F0"; muted: "#D6D6D6"
        primary: "#FFC9CE"; primaryInk: "#000000"; accent: "#D2C6FF"; accentInk: "#000000"
        rise: "#6FF0D0"; fall: "#FFA49C"; warning: "#FFD873"; info: "#A9CDFF"
        focus: "#FFFFFF"; controlOutline: "#FFFFFF"
        hover: "#33FFFFFF"; pressed: "#4DFFFFFF"; scrim: "#E6000000"; shadow: "#00000000"
        series: ["#FFC9CE", "#FFD873", "#1C82FA", "#C446AC", "#4C8834", "#2EEEFA", "#D07010", "#BE6A82"]
        ramp: ["#7A68B0", "#E07AA2", "#FFF0C8"]; neutral: "#B8B8B8"
    }

    // The network's own pair, the same in every theme.
    readonly property color roseGold: "#E8B4B8"
    readonly property color deepPurple: "#6B5B95"

    // Space, on a grid of four.
    readonly property int gapTiny: 4
    readonly property int gapSmall: 8
    readonly property int gap: 12
    readonly property int gapMedium: 16
    readonly property int gapLarge: 24
    readonly property int gapHuge: 32

    readonly property int radiusControl: 6
    readonly property int radiusCard: 10
    readonly property int radiusDialog: 16
    readonly property int hairline: 1
    readonly property int focusWidth: 2

    // Heights grow with the text so that nothing is clipped.
    readonly property int controlHeight: root.scaled(36)
    readonly property int rowHeight: root.scaled(36)
    readonly property int rowHeightCompact: root.scaled(28)
    readonly property int hitTarget: 32
    readonly property int iconSize: 20
    readonly property int iconSizeSmall: 16
    readonly property int railWidth: 64
    readonly property int railWidthOpen: root.scaled(208)
    readonly property int contentWidth: 1440
    readonly property int sidePanelWidth: 360
    readonly property int dialogWidth: root.scaled(480)

    // Type.
    readonly property string textFamily: root.interRegular.name
    readonly property string figureFamily: root.figuresRegular.name
    readonly property string monoFamily: root.mono.name
    readonly property int fontCaption: root.scaled(12)
    readonly property int fontBody: root.scaled(13)
    readonly property int fontLarge: root.scaled(15)
    readonly property int fontTitle: root.scaled(18)
    readonly property int fontHeading: root.scaled(24)
    readonly property int fontDisplay: root.scaled(34)

    // Motion, in milliseconds; "reduce motion" turns every movement into a cut.
    readonly property int durationState: root.reduceMotion ? 0 : 120
    readonly property int durationPosition: root.reduceMotion ? 0 : 200
    readonly property int durationPage: root.reduceMotion ? 0 : 320
    readonly property int skeletonDelay: 150
    readonly property int toastTime: 6000
    readonly property int tooltipDelay: 500

    readonly property FontLoader interRegular: FontLoader { source: "qrc:/majlis/fonts/Inter-Regular.otf" }
    readonly property FontLoader interMedium: FontLoader { source: "qrc:/majlis/fonts/Inter-Medium.otf" }
    readonly property FontLoader interSemiBold: FontLoader { source: "qrc:/majlis/fonts/Inter-SemiBold.otf" }
    readonly property FontLoader figuresRegular: FontLoader { source: "qrc:/majlis/fonts/Figures-Regular.otf" }
    readonly property FontLoader figuresMedium: FontLoader { source: "qrc:/majlis/fonts/Figures-Medium.otf" }
    readonly property FontLoader figuresSemiBold: FontLoader { source: "qrc:/majlis/fonts/Figures-SemiBold.otf" }
    readonly property FontLoader mono: FontLoader { source: "qrc:/majlis/fonts/JetBrainsMono-Regular.ttf" }
    readonly property FontLoader arabic: FontLoader { source: "qrc:/majlis/fonts/NotoSansArabic-Regular.ttf" }

    function scaled(pixels: real): int {
        return Math.round(pixels * root.textScale);
    }

    function alpha(color: color, opacity: real): color {
        return Qt.rgba(color.r, color.g, color.b, opacity);
    }
}
