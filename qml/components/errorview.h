// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/values.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace majlis::qml
{

/// What a page asks about an error, as plain truths: QML that Qt 6.4 compiles cannot read an enumeration out of a
/// gadget.
class ErrorView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(majlis::viewmodels::UserError error READ error WRITE setError NOTIFY errorChanged FINAL)
    Q_PROPERTY(bool offline READ isOffline NOTIFY errorChanged FINAL)
    Q_PROPERTY(bool notAllowed READ isNotAllowed NOTIFY errorChanged FINAL)

public:
    using QObject::QObject;

    [[nodiscard]] const viewmodels::UserError &error() const { return m_error; }
    void setError(const viewmodels::UserError &error)
    {
        if (!(m_error == error)) {
            m_error = error;
            Q_EMIT errorChanged();
        }
    }
    [[nodiscard]] bool isOffline() const { return m_error.kind == viewmodels::errorkind::Value::Offline; }
    [[nodiscard]] bool isNotAllowed() const { return m_error.kind == viewmodels::errorkind::Value::NotAllowed; }

Q_SIGNALS:
    void errorChanged();

private:
    viewmodels::UserError m_error;
};

} // namespace majlis::qml
