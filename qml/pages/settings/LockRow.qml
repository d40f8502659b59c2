// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis
import Majlis.ViewModels

// After how long without use the wallet locks by itself.
SettingRow {
    id: root

    required property SettingsViewModel settings

    function lockText(minutes: int): string {
        return minutes === 0 ? qsTr("Never") : minutes % 60 === 0 ? qsTr("%1 h", "hours").arg(minutes / 60)
            : qsTr("%1 min", "minutes").arg(minutes);
    }

    function lockIndex(): int {
        for (let i = 0; i < root.settings.lockChoices.length; ++i)
            if (root.settings.lockChoices[i] === root.settings.lockMinutes)
                return i;
        return -1;
    }

    function lockTexts(): list<string> {
        const texts = [];
        for (let i = 0; i < root.settings.lockChoices.length; ++i)
            texts.push(root.lockText(root.settings.lockChoices[i]));
        return texts;
    }

    title: qsTr("Lock the wallet after")
    text: qsTr("When nobody has used this program for this long.")

    Select {
        objectName: "settings.lock"
        label: qsTr("Lock the wallet after")
        model: root.lockTexts()
        currentIndex: root.lockIndex()
        onActivated: index => root.settings.lockMinutes = root.settings.lockChoices[index]
    }
}
