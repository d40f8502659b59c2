// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick3D
import Majlis.Graph3D

// Draws IndexGeometry's spheres. The uniforms are declared in shaders/node.vert by the names of these properties.
CustomMaterial {
    id: root

    required property SceneController scene
    required property SceneTextures textures
    required property bool pointSprites

    property TextureInput positions: TextureInput { texture: root.textures.positions }
    property TextureInput attributes: TextureInput { texture: root.textures.attributes }
    property TextureInput palette: TextureInput { texture: root.textures.palette }
    property vector2d viewport: root.scene.pixelSize
    property vector3d fog: root.scene.fog
    property real introTime: root.scene.introTime
    property real joinTime: root.scene.joinTime
    property real depthLimit: root.scene.depthLimit
    property real filtered: root.scene.filtered ? 1 : 0
    property real radiusUnit: root.scene.radiusUnit
    property real roseScale: root.scene.roseScale
    property real centreRose: root.scene.centreRose
    property real centrePixels: root.scene.centrePixels
    property real roseCore: 0.36
    property real smallestPixels: root.scene.smallestPixels
    property real fadedAlpha: 0.07
    property real pixelRatio: root.scene.pixelRatio
    property vector3d background: root.scene.toVector(root.scene.backgroundColor)
    property vector3d pathColor: root.scene.toVector(root.scene.pathColor)

    shadingMode: CustomMaterial.Unshaded
    vertexShader: "shaders/node.vert"
    fragmentShader: root.pointSprites ? "shaders/nodepoint.frag" : "shaders/node.frag"
    sourceBlend: CustomMaterial.SrcAlpha
    destinationBlend: CustomMaterial.OneMinusSrcAlpha
    depthDrawMode: Material.AlwaysDepthDraw
    cullMode: Material.NoCulling
}
