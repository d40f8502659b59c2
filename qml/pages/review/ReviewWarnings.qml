// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// What to know before signing, the gravest first.
ColumnLayout {
    id: root

    required property ReviewWarningsModel warnings

    visible: list.count > 0
    spacing: Theme.gapSmall

    Rows {
        id: rows
        spacing: root.spacing

        Repeater {
            id: list
            model: root.warnings

            Banner {
                required property int severity
                required property string advice
                required title

                width: rows.width
                kind: severity === ReviewWarningsModel.Note ? Banner.Info
                    : severity === ReviewWarningsModel.Caution ? Banner.Warning : Banner.Error
                text: advice
            }
        }
    }
}
