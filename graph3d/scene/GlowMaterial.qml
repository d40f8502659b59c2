// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick3D
import Majlis.Graph3D

// A soft light behind every rose (ringIndex -1), or a ring around one node. Uniforms as in shaders/glow.vert and glow.frag.
CustomMaterial {
    id: root

    required property SceneController scene
    required property SceneTextures textures

    property real ringIndex: -1
    property real ringWidth: 1
    property vector3d tint: root.scene.toVector(root.scene.roseColor)
    property real strength: 1
    property real glowReach: 3.4
    property TextureInput positions: TextureInput { texture: root.textures.positions }
    property TextureInput attributes: TextureInput { texture: root.textures.attributes }
    property vector2d viewport: root.scene.pixelSize
    property real pixelRatio: root.scene.pixelRatio
    property real introTime: root.scene.introTime
    property real radiusUnit: root.scene.radiusUnit
    property real smallestPixels: root.scene.smallestPixels
    property real roseScale: root.scene.roseScale
    property real centreRose: root.scene.centreRose
    property real centrePixels: root.scene.centrePixels

    shadingMode: CustomMaterial.Unshaded
    vertexShader: "shaders/glow.vert"
    fragmentShader: "shaders/glow.frag"
    sourceBlend: CustomMaterial.SrcAlpha
    destinationBlend: CustomMaterial.OneMinusSrcAlpha
    depthDrawMode: Material.NeverDepthDraw
    cullMode: Material.NoCulling
}
