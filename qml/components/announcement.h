// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQmlParserStatus>
#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

namespace majlis::qml
{

/// Tells screen readers that `target` has come: something that appears by itself and takes no focus, such as a notice.
/// Says it once, when both are complete. Qt 6.4 has no announcements of their own (6.8); an alert is what readers
/// speak.
class Announcement : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_ELEMENT
    Q_PROPERTY(QQuickItem *target MEMBER m_target REQUIRED FINAL)

public:
    using QObject::QObject;

    void classBegin() override { }
    void componentComplete() override;

private:
    QQuickItem *m_target = nullptr;
};

} // namespace majlis::qml
