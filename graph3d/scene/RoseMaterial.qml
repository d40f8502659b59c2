// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick3D
import Majlis.Graph3D

// The desert rose: rose gold over deep purple, slowly breathing. Uniforms as in shaders/rose.vert and rose.frag.
CustomMaterial {
    id: root

    required property SceneController scene
    required property SceneTextures textures

    property TextureInput positions: TextureInput { texture: root.textures.positions }
    property TextureInput attributes: TextureInput { texture: root.textures.attributes }
    property vector2d viewport: root.scene.pixelSize
    property vector3d fog: root.scene.fog
    property real introTime: root.scene.introTime
    property real roseTime: root.scene.roseTime
    property real radiusUnit: root.scene.radiusUnit
    property real smallestPixels: root.scene.smallestPixels
    property real roseScale: root.scene.roseScale
    property real centreRose: root.scene.centreRose
    property real centrePixels: root.scene.centrePixels
    property real pixelRatio: root.scene.pixelRatio
    property vector3d background: root.scene.toVector(root.scene.backgroundColor)
    property vector3d gold_: root.scene.toVector(root.scene.roseColor)
    property vector3d deep: root.scene.toVector(root.scene.roseDeepColor)

    shadingMode: CustomMaterial.Unshaded
    vertexShader: "shaders/rose.vert"
    fragmentShader: "shaders/rose.frag"
    depthDrawMode: Material.AlwaysDepthDraw
    cullMode: Material.NoCulling
}
