// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/components/qrcode.h"

#include <QPainter>

#include <qrencode.h>

#include <memory>

namespace majlis::qml
{

namespace
{

constexpr int quietZone = 4; // modules (ISO/IEC 18004)

QImage encode(const QByteArray &text)
{
    if (text.isEmpty() || text.contains('\0')) {
        return {};
    }
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code) {
        return {};
    }
    QImage image(code->width + 2 * quietZone, code->width + 2 * quietZone, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if ((code->data[y * code->width + x] & 1U) != 0) {
                image.setPixel(x + quietZone, y + quietZone, qRgb(0, 0, 0));
            }
        }
    }
    return image;
}

} // namespace

QrCode::QrCode(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setOpaquePainting(false);
}

void QrCode::setText(const QString &text)
{
    if (m_text != text) {
        m_text = text;
        m_modules = encode(text.toUtf8());
        update();
        Q_EMIT textChanged();
    }
}

void QrCode::paint(QPainter *painter)
{
    if (!isValid()) {
        return;
    }
    // Whole pixels a module: a module that is blurred at its edge is harder to read.
    const int side = static_cast<int>(std::min(width(), height()));
    const int module = std::max(1, side / m_modules.width());
    const int drawn = module * m_modules.width();
    const QRect target((side - drawn) / 2, (side - drawn) / 2, drawn, drawn);
    painter->fillRect(QRect(0, 0, side, side), Qt::white);
    painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter->drawImage(target, m_modules);
}

} // namespace majlis::qml
