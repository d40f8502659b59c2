// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace majlis::qml
{

/// One icon of the embedded set (resources/icons/icons.txt) in any colour, always stroked 1.5 px wide whatever its
/// size. Decoration only: the control around it carries the accessible name. An unknown name paints nothing and warns.
class Icon : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    /// The icon's Lucide name, such as "arrow-right".
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged FINAL)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged FINAL)
    /// Side in pixels; also the item's implicit width and height.
    Q_PROPERTY(qreal size READ size WRITE setSize NOTIFY sizeChanged FINAL)
    /// True where the icon shows a direction that turns around with the reading direction.
    Q_PROPERTY(bool mirrored READ mirrored WRITE setMirrored NOTIFY mirroredChanged FINAL)

public:
    explicit Icon(QQuickItem *parent = nullptr);

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QColor color() const { return m_color; }
    [[nodiscard]] qreal size() const { return m_size; }
    [[nodiscard]] bool mirrored() const { return m_mirrored; }
    void setName(const QString &name);
    void setColor(const QColor &color);
    void setSize(qreal size);
    void setMirrored(bool mirrored);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void nameChanged();
    void colorChanged();
    void sizeChanged();
    void mirroredChanged();

private:
    QString m_name;
    QByteArray m_outline;
    QColor m_color = Qt::black;
    qreal m_size = 20;
    bool m_mirrored = false;
};

} // namespace majlis::qml
