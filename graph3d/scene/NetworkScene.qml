// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick3D
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

    // Where the corners of the view are, for a minimap: SceneController::viewOutline.
    readonly property var viewOutline: controller.viewOutline

    // Brings a node to the middle of the view, near enough to read its neighbourhood.
    function flyTo(index: int): void { controller.flyTo(index) }
    // Shows everything.
    function fit(): void { controller.fit() }
    // As if the user had pressed + (steps > 0) or − for so many steps.
    function zoom(steps: real): void { controller.zoom(steps) }

    Accessible.role: Accessible.Graphic
    Accessible.name: root.accessibleName
    Accessible.focusable: true
    activeFocusOnTab: true

    SceneTextures {
        id: nodeTextures
        model: root.model
    }

    EdgeMaterial {
        id: linkMaterial
        scene: controller
        textures: nodeTextures
    }

    Rectangle {
        anchors.fill: parent
        color: root.backgroundColor
    }

    View3D {
        id: view
        anchors.fill: parent
        renderMode: View3D.Inline
        focus: false // Qt 6.4 gives every View3D the focus of its scope
        camera: eye
        environment: SceneEnvironment {
            backgroundMode: SceneEnvironment.Transparent
            tonemapMode: SceneEnvironment.TonemapModeNone
            antialiasingMode: SceneEnvironment.NoAA
        }

        PerspectiveCamera {
            id: eye
            fieldOfView: 50
            position: controller.cameraPosition
            rotation: controller.cameraRotation
            clipNear: controller.clipNear
            clipFar: controller.clipFar
        }

        Model {
            id: glow
            visible: rose.visible
            depthBias: 3000
            geometry: RoseGeometry {
                model: root.model
                part: RoseGeometry.Glow
            }
            materials: GlowMaterial {
                scene: controller
                textures: nodeTextures
            }
        }

        Model {
            id: rose
            objectName: "roses"
            visible: root.populated && petals.roses > 0
            geometry: RoseGeometry {
                id: petals
                model: root.model
            }
            materials: RoseMaterial {
                scene: controller
                textures: nodeTextures
            }
        }

        Model {
            id: nodes
            objectName: "nodes"
            visible: root.populated
            depthBias: 2000
            geometry: IndexGeometry {
                model: root.model
                shape: root.nodeShape
            }
            materials: NodeMaterial {
                scene: controller
                textures: nodeTextures
                pointSprites: root.nodeShape === IndexGeometry.Points
            }
        }

        Model {
            id: links
            objectName: "links"
            visible: root.populated
            depthBias: 1000
            geometry: IndexGeometry {
                model: root.model
                shape: root.linkShape
                subset: IndexGeometry.Branches
            }
            materials: [linkMaterial]
        }

        Model {
            objectName: "leafLinks"
            visible: links.visible && controller.leafLinks
            depthBias: 1000
            geometry: IndexGeometry {
                model: root.model
                shape: root.linkShape
                subset: IndexGeometry.Leaves
            }
            materials: [linkMaterial]
        }

        Model {
            objectName: "selectionRing"
            visible: root.populated && root.selectedIndex >= 0 && root.model.contains(root.selectedIndex)
            source: "#Rectangle"
            materials: GlowMaterial {
                scene: controller
                textures: nodeTextures
                ringIndex: Math.max(root.selectedIndex, 0)
                ringWidth: 1.2
                tint: controller.toVector(root.selectionColor)
            }
        }

        Model {
            objectName: "hoverRing"
            visible: root.populated && root.hoveredIndex >= 0 && root.hoveredIndex !== root.selectedIndex
            source: "#Rectangle"
            materials: GlowMaterial {
                scene: controller
                textures: nodeTextures
                ringIndex: Math.max(root.hoveredIndex, 0)
                ringWidth: 0.7
                strength: 0.8
                tint: controller.toVector(root.hoverColor)
            }
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
        backgroundColor: root.backgroundColor
        pathColor: root.pathColor
        roseColor: root.roseColor
        roseDeepColor: root.roseDeepColor
        showLabels: root.showLabels
        labelFont: Qt.font({ family: root.labelFontFamily, pixelSize: root.labelFontSize })
        onActivated: index => root.nodeActivated(index)
        onOpened: index => root.nodeOpened(index)
        onHoveredIndexChanged: root.nodeHovered(controller.hoveredIndex)
    }
}
