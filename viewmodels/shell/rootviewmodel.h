// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>
namespace majlis::viewmodels
{

/// The root of the object graph that QML sees; every page's view model is a typed property of it or of its children.
class RootViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
    Q_PROPERTY(QString version READ version CONSTANT FINAL)
public:
    using QObject::QObject;
    [[nodiscard]] QString version() const;
};
} // namespace majlis::viewmodels
