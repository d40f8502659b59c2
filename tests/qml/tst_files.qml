// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

// Every QML file of the module compiles: qmllint does not see what the engine refuses.
TestCase {
    name: "files"

    function init() { failOnWarning(/.?/); }

    function test_all_load_data() {
        const rows = [];
        for (const file of setup.moduleFiles)
            rows.push({ tag: file.slice("qrc:/qt/qml/Majlis/".length), url: file });
        return rows;
    }

    function test_all_load(row) {
        const component = Qt.createComponent(row.url);
        compare(component.errorString(), "");
        compare(component.status, Component.Ready);
        component.destroy();
    }

    function test_there_are_files() { verify(setup.moduleFiles.length > 80); }
}
