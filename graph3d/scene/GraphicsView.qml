// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick3D
import Majlis.Graph3D

// A NetworkScene drawn by the graphics driver: one draw call for all nodes, one for the links of branches, one for those
// of leaves. Where the driver is a rasteriser in software, SoftSceneItem stands in its place.
View3D {
    id: root

    required property SceneController scene
    required property NetworkModel model
    required property bool populated
    required property int nodeShape
    required property int linkShape
    required property int selectedIndex
    required property color selectionColor
    required property color hoverColor

    renderMode: View3D.Inline
    focus: false // Qt 6.4 gives every View3D the focus of its scope
    camera: eye
    environment: SceneEnvironment {
        backgroundMode: SceneEnvironment.Transparent
        tonemapMode: SceneEnvironment.TonemapModeNone
        antialiasingMode: SceneEnvironment.NoAA
    }

    SceneTextures {
        id: nodeTextures
        model: root.model
    }

    EdgeMaterial {
        id: linkMaterial
        scene: root.scene
        textures: nodeTextures
    }

    PerspectiveCamera {
        id: eye
        fieldOfView: 50
        position: root.scene.cameraPosition
        rotation: root.scene.cameraRotation
        clipNear: root.scene.clipNear
        clipFar: root.scene.clipFar
    }

    Model {
        visible: rose.visible
        depthBias: 3000
        geometry: RoseGeometry {
            model: root.model
            part: RoseGeometry.Glow
        }
        materials: GlowMaterial {
            scene: root.scene
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
            scene: root.scene
            textures: nodeTextures
        }
    }

    Model {
        objectName: "nodes"
        visible: root.populated
        depthBias: 2000
        geometry: IndexGeometry {
            model: root.model
            shape: root.nodeShape
        }
        materials: NodeMaterial {
            scene: root.scene
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
        visible: links.visible && root.scene.leafLinks
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
            scene: root.scene
            textures: nodeTextures
            ringIndex: Math.max(root.selectedIndex, 0)
            ringWidth: 1.2
            tint: root.scene.toVector(root.selectionColor)
        }
    }

    Model {
        objectName: "hoverRing"
        visible: root.populated && root.scene.hoveredIndex >= 0 && root.scene.hoveredIndex !== root.selectedIndex
        source: "#Rectangle"
        materials: GlowMaterial {
            scene: root.scene
            textures: nodeTextures
            ringIndex: Math.max(root.scene.hoveredIndex, 0)
            ringWidth: 0.7
            strength: 0.8
            tint: root.scene.toVector(root.hoverColor)
        }
    }
}
