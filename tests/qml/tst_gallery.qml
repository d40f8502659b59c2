// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Majlis

// Every component in every theme and text size, and mirrored: nothing warns, nothing is wider than the window.
Item {
    id: window

    width: 1280
    height: 800

    Component {
        id: gallery
        Gallery { }
    }

    TestCase {
        name: "gallery"
        when: windowShown

        function init() { failOnWarning(/.?/); }

        function cleanup() {
            Theme.mode = Theme.Dark;
            Theme.textScale = 1;
            window.LayoutMirroring.enabled = false;
        }

        function test_shows_data() {
            const rows = [];
            for (const mode of [Theme.Dark, Theme.Light, Theme.HighContrast])
                for (const scale of [0.8, 1, 2])
                    for (const mirrored of [false, true])
                        rows.push({ tag: mode + "/" + scale + (mirrored ? "/mirrored" : ""), mode: mode, scale: scale, mirrored: mirrored });
            return rows;
        }

        function test_shows(row) {
            Theme.mode = row.mode;
            Theme.textScale = row.scale;
            window.LayoutMirroring.enabled = row.mirrored;
            window.LayoutMirroring.childrenInherit = true;
            const item = createTemporaryObject(gallery, window, { width: window.width, height: window.height });
            verify(item);
            waitForRendering(item);
        }
    }
}
