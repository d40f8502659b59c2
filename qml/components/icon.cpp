// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/components/icon.h"

#include <QFile>
#include <QLoggingCategory>
#include <QPainter>
#include <QSvgRenderer>

namespace majlis::qml
{
namespace
{

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcIcon, "majlis.qml.icon")

constexpr qreal StrokePixels = 1.5;
constexpr qreal GridSide = 24; // the set is drawn on a 24 × 24 grid with a stroke of 2

QByteArray readOutline(const QString &name)
{
    QFile file(u":/majlis/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lcIcon) << "no such icon:" << name;
        return {};
    }
    return file.readAll();
}

} // namespace

Icon::Icon(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setImplicitSize(m_size, m_size);
    setAntialiasing(true);
}

void Icon::setName(const QString &name)
{
    if (m_name == name) {
        return;
    }
    m_name = name;
    m_outline = name.isEmpty() ? QByteArray() : readOutline(name);
    Q_EMIT nameChanged();
    update();
}

void Icon::setColor(const QColor &color)
{
    if (m_color == color) {
        return;
    }
    m_color = color;
    Q_EMIT colorChanged();
    update();
}

void Icon::setSize(qreal size)
{
    if (qFuzzyCompare(m_size, size)) {
        return;
    }
    m_size = size;
    setImplicitSize(size, size);
    Q_EMIT sizeChanged();
    update();
}

void Icon::setMirrored(bool mirrored)
{
    if (m_mirrored == mirrored) {
        return;
    }
    m_mirrored = mirrored;
    Q_EMIT mirroredChanged();
    update();
}

void Icon::paint(QPainter *painter)
{
    if (m_outline.isEmpty() || width() <= 0 || height() <= 0) {
        return;
    }
    const qreal stroke = StrokePixels * GridSide / std::min(width(), height());
    QByteArray svg = m_outline;
    svg.replace("currentColor", m_color.name(QColor::HexRgb).toLatin1());
    const QByteArray strokeAttribute
        = QByteArray("stroke-width=\"").append(QByteArray::number(stroke, 'f', 3)).append('"');
    svg.replace("stroke-width=\"2\"", strokeAttribute);
    QSvgRenderer renderer(svg);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setOpacity(m_color.alphaF());
    if (m_mirrored) {
        painter->translate(width(), 0);
        painter->scale(-1, 1);
    }
    renderer.render(painter, QRectF(0, 0, width(), height()));
}

} // namespace majlis::qml
