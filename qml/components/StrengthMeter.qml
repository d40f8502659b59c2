pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// Network strength and the three terms it is made of. The bar shows how much of it each term brings.
ColumnLayout {
    id: root

    required property string value
    required property list<string> labels
    required property list<string> amounts
    required property list<string> explanations
    // The share of each term in the whole, 0 to 1.
    required property list<real> shares
    property bool stale: false

    readonly property list<color> inks: [Theme.colors.primary, Theme.colors.accent, Theme.colors.rise]

    spacing: Theme.gap
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Network strength %1").arg(root.value)

    Label {
        visible: root.value.length > 0
        text: root.value
        level: Label.Display
        figures: true
        tone: root.stale ? Label.Muted : Label.Primary
        font.strikeout: root.stale
    }

    Row {
        id: bar
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.scaled(10)
        spacing: 2

        Repeater {
            model: root.shares

            Rectangle {
                required property int index
                required property real modelData

                width: Math.max(modelData > 0 ? 4 : 0, (bar.width - 4) * modelData)
                height: bar.height
                radius: height / 2
                color: root.inks[index % root.inks.length]
                opacity: root.stale ? 0.5 : 1
                Behavior on width { NumberAnimation { duration: Theme.durationPosition; easing.type: Easing.OutCubic } }
            }
        }
    }

    Repeater {
        model: root.labels

        RowLayout {
            id: term
            required property int index
            required property string modelData

            Layout.fillWidth: true
            spacing: Theme.gapSmall

            Rectangle {
                implicitWidth: Theme.scaled(10)
                implicitHeight: implicitWidth
                radius: 3
                color: root.inks[term.index % root.inks.length]
            }

            Label {
                Layout.fillWidth: true
                text: term.modelData
                tone: Label.Secondary
            }

            HelpMark {
                visible: term.index < root.explanations.length
                text: term.index < root.explanations.length ? root.explanations[term.index] : ""
            }

            Label {
                Layout.minimumWidth: Theme.scaled(64)
                text: term.index < root.amounts.length ? root.amounts[term.index] : ""
                figures: true
                font.weight: Font.Medium
                horizontalAlignment: Text.AlignRight
            }
        }
    }
}
