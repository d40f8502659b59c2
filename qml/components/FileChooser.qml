// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick.Dialogs

// The desktop's file dialog, or Qt's own where there is none. Made when it is first needed: it is slow to load.
FileDialog {
    id: root

    property bool saving: false

    fileMode: root.saving ? FileDialog.SaveFile : FileDialog.OpenFile
}
