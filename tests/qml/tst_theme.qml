// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Majlis

// The theme keeps its promises: text can be read, series can be told apart, motion can be switched off.
TestCase {
    name: "theme"

    readonly property var sets: [
        { tag: "dark", set: Theme.darkColors },
        { tag: "light", set: Theme.lightColors },
        { tag: "high contrast", set: Theme.highContrastColors }
    ]

    function init() { failOnWarning(/.?/); }

    function cleanup() {
        Theme.mode = Theme.Dark;
        Theme.textScale = 1;
        Theme.reduceMotion = false;
    }

    function linear(channel) { return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4); }

    function rgb(color) { return [linear(color.r), linear(color.g), linear(color.b)]; }

    function luminance(color) {
        const l = rgb(color);
        return 0.2126 * l[0] + 0.7152 * l[1] + 0.0722 * l[2];
    }

    function contrast(a, b) {
        const high = Math.max(luminance(a), luminance(b));
        const low = Math.min(luminance(a), luminance(b));
        return (high + 0.05) / (low + 0.05);
    }

    function lab(l) {
        const f = t => t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116;
        const x = f((0.4124 * l[0] + 0.3576 * l[1] + 0.1805 * l[2]) / 0.95047);
        const y = f(0.2126 * l[0] + 0.7152 * l[1] + 0.0722 * l[2]);
        const z = f((0.0193 * l[0] + 0.1192 * l[1] + 0.9505 * l[2]) / 1.08883);
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
    }

    // Machado, Oliveira, Fernandes 2009, severity 1, on linear RGB.
    function deuteranope(l) {
        const clip = v => Math.max(0, Math.min(1, v));
        return [clip(0.367322 * l[0] + 0.860646 * l[1] - 0.227968 * l[2]),
                clip(0.280085 * l[0] + 0.672501 * l[1] + 0.047413 * l[2]),
                clip(-0.011820 * l[0] + 0.042940 * l[1] + 0.968881 * l[2])];
    }

    function distance(a, b) { return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]); }

    function test_text_contrast_data() { return sets; }

    function test_text_contrast(row) {
        const grounds = ["background", "surface", "raised"];
        const inks = ["text", "secondary", "muted", "primary", "accent", "rise", "fall", "warning", "info"];
        for (const ground of grounds)
            for (const ink of inks)
                verify(contrast(row.set[ink], row.set[ground]) >= 4.5,
                       ink + " on " + ground + ": " + contrast(row.set[ink], row.set[ground]).toFixed(2));
        verify(contrast(row.set.primaryInk, row.set.primary) >= 4.5);
        verify(contrast(row.set.accentInk, row.set.accent) >= 4.5);
    }

    function test_controls_and_focus_can_be_seen_data() { return sets; }

    function test_controls_and_focus_can_be_seen(row) {
        for (const ground of ["background", "surface", "raised"]) {
            verify(contrast(row.set.controlOutline, row.set[ground]) >= 3, "outline on " + ground);
            verify(contrast(row.set.focus, row.set[ground]) >= 3, "focus on " + ground);
        }
    }

    function test_series_stay_apart_data() { return sets; }

    function test_series_stay_apart(row) {
        compare(row.set.series.length, 8);
        for (let i = 0; i < 8; ++i) {
            verify(contrast(row.set.series[i], row.set.background) >= 3, "series " + i + " on the background");
            for (let j = 0; j < i; ++j) {
                const a = rgb(row.set.series[i]);
                const b = rgb(row.set.series[j]);
                verify(distance(lab(a), lab(b)) >= 20, "series " + i + " and " + j);
                verify(distance(lab(deuteranope(a)), lab(deuteranope(b))) >= 15, "series " + i + " and " + j + " for a deuteranope");
            }
        }
    }

    function test_reduced_motion_cuts() {
        verify(Theme.durationState > 0);
        Theme.reduceMotion = true;
        compare(Theme.durationState, 0);
        compare(Theme.durationPosition, 0);
        compare(Theme.durationPage, 0);
    }

    function test_everything_grows_with_the_text() {
        const before = [Theme.fontCaption, Theme.fontDisplay, Theme.controlHeight, Theme.rowHeight];
        Theme.textScale = 2;
        const after = [Theme.fontCaption, Theme.fontDisplay, Theme.controlHeight, Theme.rowHeight];
        for (let i = 0; i < before.length; ++i)
            compare(after[i], 2 * before[i]);
    }

    function test_bundled_fonts_are_used() {
        compare(Theme.interRegular.status, FontLoader.Ready);
        compare(Theme.figuresRegular.status, FontLoader.Ready);
        compare(Theme.mono.status, FontLoader.Ready);
        compare(Theme.arabic.status, FontLoader.Ready);
        compare(Theme.textFamily, "Majlis Text"); // not "Inter": an installed one would be taken in its place
        compare(Theme.figureFamily, "Majlis Figures");
    }

    FontMetrics {
        id: figures
        font.family: Theme.figureFamily
        font.pixelSize: 64
    }

    function test_figures_are_tabular() {
        const wide = figures.advanceWidth("0");
        for (const digit of "123456789")
            compare(figures.advanceWidth(digit), wide);
    }
}
