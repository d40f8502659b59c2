// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSurfaceFormat>

namespace majlis::graph3d
{

// What a program that shows a NetworkScene passes to QSurfaceFormat::setDefaultFormat before its first window: the
// shaders look nodes up with texelFetch, which OpenGL has from 3.0 on, in a core profile from 3.2 on. No multisampling:
// spheres and links smooth their own borders. (QQuick3D::idealSurfaceFormat would open test contexts at start.)
[[nodiscard]] inline QSurfaceFormat sceneSurfaceFormat()
{
    QSurfaceFormat format = QSurfaceFormat::defaultFormat();
    format.setVersion(3, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    format.setStencilBufferSize(8);
    format.setSamples(0);
    return format;
}

} // namespace majlis::graph3d
