// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQuick

// One column of a DataTable: fixed widths first, the rest is shared by weight.
QtObject {
    required property string title
    // Chosen by clicking the header; negative when the column cannot be sorted by.
    property int sortKey: -1
    property real width: 0
    property real weight: width > 0 ? 0 : 1
    property bool alignEnd: false
    property string help: ""
}
