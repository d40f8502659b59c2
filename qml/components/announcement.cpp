// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/components/announcement.h"

#include <QAccessible>
#include <QPointer>

namespace majlis::qml
{

void Announcement::componentComplete()
{
    // After the item it is in: its name and role are set by then, and readers ask for both at once.
    QMetaObject::invokeMethod(
        this,
        [item = QPointer<QQuickItem>(m_target)] {
            if (item && QAccessible::isActive()) {
                QAccessibleEvent event(item, QAccessible::Alert);
                QAccessible::updateAccessibility(&event);
                QAccessibleEvent shown(item, QAccessible::ObjectShow);
                QAccessible::updateAccessibility(&shown);
            }
        },
        Qt::QueuedConnection);
}

} // namespace majlis::qml
