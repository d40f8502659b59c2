// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace majlis::graph3d {

class SceneCamera : public QObject
{
    Q_OBJECT
    QML_ELEMENT
public:
    using QObject::QObject;
};

} // namespace majlis::graph3d
