// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick3D
import Majlis.Graph3D

// Draws IndexGeometry's links. The uniforms are declared in shaders/edge.vert by the names of these properties.
CustomMaterial {
    id: root

    required property SceneController scene
    required property SceneTextures textures

    property TextureInput positions: TextureInput { texture: root.textures.positions }
    property TextureInput attributes: TextureInput { texture: root.textures.attributes }
    property vector2d viewport: root.scene.pixelSize
    property vector3d fog: root.scene.fog
    property real introTime: root.scene.introTime
    property real joinTime: root.scene.joinTime
    property real depthLimit: root.scene.depthLimit
    property real filtered: root.scene.filtered ? 1 : 0
    property real fadedAlpha: 0.1
    property real nearClip: root.scene.clipNear
    property real linkPixels: 0.6 * root.scene.pixelRatio
    property real linkAlpha: root.scene.linkAlpha
    property real pathOnly: 0
    property vector3d linkStart: root.scene.toVector(root.scene.roseColor)
    property vector3d linkEnd: root.scene.toVector(root.scene.roseDeepColor)
    property vector3d pathColor: root.scene.toVector(root.scene.pathColor)

    shadingMode: CustomMaterial.Unshaded
    vertexShader: "shaders/edge.vert"
    fragmentShader: "shaders/edge.frag"
    sourceBlend: CustomMaterial.SrcAlpha
    destinationBlend: CustomMaterial.OneMinusSrcAlpha
    depthDrawMode: Material.NeverDepthDraw
    cullMode: Material.NoCulling
}
