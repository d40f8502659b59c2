// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Majlis.Graph3D

// A referral network in three dimensions. Shows a NetworkModel; decides nothing: the owner answers nodeActivated by
// setting selectedIndex, fills matches, and so on. Set focus to fly by keyboard.
FocusScope {
    id: root

    // What is shown. null: an empty scene.
    property NetworkModel model: null
    // The selected node (a ring around it, its upline lit), or -1.
    property int selectedIndex: -1
    // The node under the pointer, or -1; set by the scene.
    readonly property int hoveredIndex: controller.hoveredIndex
    // Nodes deeper than this below their root fade; 0: all are shown.
    property int depthLimit: 0
    // Nodes that are lit as a way through the network. By default the upline of the selection, itself included.
    property list<int> path: root.model !== null ? root.model.pathOf(root.selectedIndex) : []
    // Nodes that a search found, everyone else fades; an empty list: nobody fades. View models that know an empty
    // result from no search call NetworkModel::setMatches instead.
    property list<int> matches: []
    onMatchesChanged: controller.showMatches(root.matches)

    // Movements become cuts, and nothing moves by itself.
    property bool reduceMotion: false
    // Labels are drawn where they can be read.
    property bool showLabels: true
    // How nodes and links are drawn; by default what the driver does best. For benches and tests.
    property int nodeShape: controller.softwareRendering ? IndexGeometry.Points : IndexGeometry.Quads
    property int linkShape: controller.large ? IndexGeometry.Lines : IndexGeometry.Ribbons
    // Who draws: SceneController.Unknown leaves it to the scene, which takes the processor where OpenGL is in software.
    property int wantedDrawing: SceneController.Unknown
    readonly property bool populated: root.model !== null && root.model.count > 0
    // False while the page is hidden: no frames are asked for. The layout goes on to its rest.
    property bool active: visible

    property color backgroundColor: "#14101A"
    property color labelColor: "#F4EDF2"
    property color labelHaloColor: backgroundColor
    property color selectionColor: "#FFD9DC"
    property color hoverColor: "#F4EDF2"
    property color pathColor: "#F2C45A"
    property color roseColor: "#E8B4B8"
    property color roseDeepColor: "#6B5B95"
    property string labelFontFamily: "Inter"
    property real labelFontSize: 12
    property string accessibleName: qsTr("Referral network", "name of the 3D scene for screen readers")

    // The user chose a node by click, Enter, or by walking with Alt+arrows; -1: clicked beside every node.
    signal nodeActivated(int index)
    signal nodeHovered(int index)
    // The user asked for more about a node: double click.
    signal nodeOpened(int index)
    signal pictureSaved(string fileName, bool saved)

    // How much of the network is drawn, and how fast: one line for the diagnostics. Empty when the driver draws.
    readonly property string detailText: controller.detailText
    // Where the corners of the view are, for a minimap: SceneController::viewOutline.
    readonly property var viewOutline: controller.viewOutline

    // Brings a node to the middle of the view, near enough to read its neighbourhood.
    function flyTo(index: int): void { controller.flyTo(index) }
    // Shows everything.
    function fit(): void { controller.fit() }
    // Writes the present view as a PNG up to 8192 pixels wide; pictureSaved is the answer.
    function savePicture(fileName: string, width: int, transparent: bool): void {
        controller.savePicture(fileName, width, transparent)
    }
    // Shows a part of it: SceneController::frame.
    function frame(centre: vector3d, radius: real, samples: list<int>, always: bool): void { controller.frame(centre, radius, samples, always) }
    // As if the user had pressed + (steps > 0) or − for so many steps.
    function zoom(steps: real): void { controller.zoom(steps) }

    Accessible.role: Accessible.Graphic
    Accessible.name: root.accessibleName
    Accessible.focusable: true
    activeFocusOnTab: true

    Rectangle {
        anchors.fill: parent
        visible: !picture.visible // which paints its own
        color: root.backgroundColor
    }

    SoftSceneItem {
        id: picture
        anchors.fill: parent
        visible: root.populated && controller.drawing === SceneController.ByProcessor
        scene: controller
    }

    // Made when it is needed: it costs a second of shaders. (Qt 6.4's Loader cannot make a bound component.)
    Repeater {
        model: controller.drawing === SceneController.ByDriver ? 1 : 0

        GraphicsView {
            anchors.fill: parent
            scene: controller
            model: root.model
            populated: root.populated
            nodeShape: root.nodeShape
            linkShape: root.linkShape
            selectedIndex: root.selectedIndex
            selectionColor: root.selectionColor
            hoverColor: root.hoverColor
        }
    }

    SceneLabels {
        anchors.fill: parent
        visible: root.showLabels
        clip: true
        labels: controller.labels
        labelFont: controller.labelFont
        textColor: root.labelColor
        haloColor: root.labelHaloColor
    }

    PinchHandler {
        property real last: 1

        target: null
        onActiveChanged: last = 1
        onActiveScaleChanged: {
            controller.zoomAt(last / activeScale, centroid.position.x, centroid.position.y)
            last = activeScale
        }
    }

    SceneController {
        id: controller
        anchors.fill: parent
        focus: true
        model: root.model
        selectedIndex: root.selectedIndex
        depthLimit: root.depthLimit
        path: root.path
        reduceMotion: root.reduceMotion
        active: root.active
        wantedDrawing: root.wantedDrawing
        backgroundColor: root.backgroundColor
        selectionColor: root.selectionColor
        hoverColor: root.hoverColor
        pathColor: root.pathColor
        roseColor: root.roseColor
        roseDeepColor: root.roseDeepColor
        showLabels: root.showLabels
        labelFont: Qt.font({ family: root.labelFontFamily, pixelSize: root.labelFontSize })
        onActivated: index => root.nodeActivated(index)
        onPictureSaved: (fileName, saved) => root.pictureSaved(fileName, saved)
        onOpened: index => root.nodeOpened(index)
        onHoveredIndexChanged: root.nodeHovered(controller.hoveredIndex)
    }
}
