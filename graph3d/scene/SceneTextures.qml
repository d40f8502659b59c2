// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQml
import QtQuick3D
import Majlis.Graph3D

// The three textures that every shader of the scene looks nodes up in; see NodeTexture.
QtObject {
    id: root

    property NetworkModel model: null

    readonly property Texture positions: Texture {
        minFilter: Texture.Nearest
        magFilter: Texture.Nearest
        textureData: NodeTexture { model: root.model; content: NodeTexture.Positions }
    }
    readonly property Texture attributes: Texture {
        minFilter: Texture.Nearest
        magFilter: Texture.Nearest
        textureData: NodeTexture { model: root.model; content: NodeTexture.Attributes }
    }
    readonly property Texture palette: Texture {
        minFilter: Texture.Nearest
        magFilter: Texture.Nearest
        textureData: NodeTexture { model: root.model; content: NodeTexture.Palette }
    }
}
