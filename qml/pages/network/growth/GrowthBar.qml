// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// How the network grew: play, or take hold of the moment. Behind the handle stands when people joined.
Rectangle {
    id: root

    required property GrowthViewModel growth

    signal closeRequested()

    implicitHeight: column.implicitHeight + 2 * Theme.gapSmall
    radius: Theme.radiusCard
    color: Theme.alpha(Theme.colors.surface, 0.94)
    border.width: Theme.hairline
    border.color: Theme.alpha(Theme.colors.outline, 0.7)
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Growth of the network")
    Keys.onSpacePressed: root.growth.playing = !root.growth.playing
    Keys.onEscapePressed: root.closeRequested()

    function focusSlider(): void {
        slider.forceActiveFocus(Qt.TabFocusReason);
    }

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gapSmall
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapSmall

            IconButton {
                objectName: "network.growth.play"
                enabled: root.growth.available
                iconName: root.growth.playing ? "pause" : "play"
                text: root.growth.playing ? qsTr("Pause") : qsTr("Play")
                shortcutText: qsTr("Space")
                onClicked: root.growth.playing = !root.growth.playing
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Label {
                    objectName: "network.growth.date"
                    Layout.fillWidth: true
                    text: root.growth.available ? root.growth.dateText : qsTr("It is not known when people joined.")
                    level: Label.Large
                    font.weight: Font.DemiBold
                    figures: true
                }

                Label {
                    objectName: "network.growth.count"
                    Layout.fillWidth: true
                    visible: root.growth.available
                    text: root.growth.countText
                    tone: Label.Secondary
                    figures: true
                }
            }

            SegmentedControl {
                objectName: "network.growth.speed"
                label: qsTr("Speed")
                options: ["1×", "2×", "4×"]
                currentIndex: root.growth.speed === 4 ? 2 : root.growth.speed - 1
                onChosen: index => root.growth.speed = [1, 2, 4][index]
            }

            IconButton {
                objectName: "network.growth.close"
                iconName: "x"
                text: qsTr("End the time-lapse")
                shortcutText: qsTr("Esc")
                onClicked: root.closeRequested()
            }
        }

        Item {
            Layout.fillWidth: true
            Layout.rightMargin: Theme.gapSmall
            implicitHeight: Theme.scaled(40)
            visible: root.growth.available

            Row {
                id: bars
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.leftMargin: Theme.scaled(9)
                anchors.rightMargin: Theme.scaled(9)
                anchors.bottom: slider.verticalCenter
                height: Theme.scaled(24)

                Repeater {
                    model: root.growth.joins

                    Item {
                        id: bar
                        required property real modelData
                        required property int index

                        width: bars.width / Math.max(1, root.growth.joins.length)
                        height: bars.height

                        Rectangle {
                            anchors.bottom: parent.bottom
                            width: Math.max(1, parent.width - 1)
                            height: bar.modelData > 0 ? Math.max(2, bar.modelData * parent.height) : 0
                            color: (bar.index + 0.5) / root.growth.joins.length <= root.growth.position ? Theme.colors.primary : Theme.colors.controlOutline
                            opacity: 0.55
                        }
                    }
                }
            }

            Slider {
                id: slider
                objectName: "network.growth.slider"
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                anchors.bottomMargin: -Theme.gapTiny
                label: qsTr("Moment")
                valueText: root.growth.dateText
                stepSize: 1 / 100
                value: root.growth.position
                onMoved: {
                    root.growth.playing = false;
                    root.growth.position = value;
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.rightMargin: Theme.gapSmall
            visible: root.growth.available

            Label {
                text: root.growth.firstText
                level: Label.Caption
                tone: Label.Secondary
                figures: true
            }

            Item { Layout.fillWidth: true }

            Label {
                text: root.growth.lastText
                level: Label.Caption
                tone: Label.Secondary
                figures: true
            }
        }
    }
}
