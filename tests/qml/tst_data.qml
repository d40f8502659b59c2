// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtTest
import Majlis

// Components that show figures say how fresh they are and never show a guess.
Item {
    id: window

    width: 800
    height: 600

    ColumnLayout {
        StatTile { id: tile; label: "Balance"; value: "1,284.50"; unit: "HABIBI" }
        AgeBadge { id: age; age: "6 min ago" }
        FactRow { id: fact; label: "Code"; value: "ROSE-4471"; Layout.preferredWidth: 300 }
        Label { id: hostile; text: "<b>bold</b><img src=\"file:///etc/passwd\">" }
        Monogram { id: monogram; name: "amira"; seed: -3 }
        ProgressBar { id: progress; label: "Loading"; value: 0.5 }
        KeyHint { id: keys; keys: "Ctrl+K" }
        Skeleton { id: skeleton; Layout.preferredWidth: 100 }
    }

    TestCase {
        name: "data"
        when: windowShown

        function init() { failOnWarning(/.?/); }

        function test_tile_speaks_its_figure() {
            compare(tile.Accessible.name, "Balance: 1,284.50 HABIBI");
            tile.loading = true;
            compare(tile.Accessible.name, "Balance, loading");
            tile.loading = false;
        }

        function test_age_says_so_when_it_is_old() {
            compare(age.text, "6 min ago");
            age.stale = true;
            verify(age.text.includes("6 min ago") && age.text !== "6 min ago");
            compare(age.kind, Badge.Warning);
            age.offline = true;
            verify(age.text.startsWith("Offline"));
            age.stale = false;
            age.offline = false;
        }

        function test_markup_is_shown_not_obeyed() {
            compare(hostile.textFormat, Text.PlainText);
            compare(hostile.text, "<b>bold</b><img src=\"file:///etc/passwd\">");
        }

        function test_facts_are_spoken_whole() { compare(fact.Accessible.name, "Code: ROSE-4471"); }

        function test_monogram_has_two_letters_and_a_steady_colour() {
            compare(monogram.tint, Theme.colors.series[3]);
        }

        function test_skeleton_waits_before_it_shows() {
            compare(skeleton.opacity <= 1, true);
            tryVerify(() => skeleton.opacity > 0, 2000);
        }
    }
}
