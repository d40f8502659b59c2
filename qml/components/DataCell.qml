// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis

// A text cell of a DataRow, in its column's place and alignment.
Label {
    id: root

    required property DataTable table
    required property int column

    x: root.table.cellX(root.column)
    width: root.table.cellWidth(root.column)
    height: root.table.rowHeight
    horizontalAlignment: root.table.columns[root.column].alignEnd ? Text.AlignRight : Text.AlignLeft
    Accessible.role: Accessible.Cell
}
