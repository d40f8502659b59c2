// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/secret/secretwordview.h"

#include "qml/secret/secretpainting.h"

#include <QPainter>

namespace majlis::qml
{

namespace
{
constexpr int coverDots = 6;
}

SecretWordView::SecretWordView(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    setImplicitHeight(m_pixelSize * 1.6);
    setImplicitWidth(m_pixelSize * 6);
}

void SecretWordView::setWords(viewmodels::SecretWords *words)
{
    if (m_words == words) {
        return;
    }
    if (m_words) {
        m_words->disconnect(this);
    }
    m_words = words;
    if (m_words) {
        connect(m_words, &viewmodels::SecretWords::changed, this, [this] { update(); });
        connect(m_words, &viewmodels::SecretWords::revealedChanged, this, [this] { update(); });
    }
    Q_EMIT wordsChanged();
    update();
}

void SecretWordView::setWordIndex(int index)
{
    if (m_wordIndex != index) {
        m_wordIndex = index;
        look();
    }
}

void SecretWordView::setColor(const QColor &color)
{
    if (m_color != color) {
        m_color = color;
        look();
    }
}

void SecretWordView::setCoverColor(const QColor &color)
{
    if (m_coverColor != color) {
        m_coverColor = color;
        look();
    }
}

void SecretWordView::setFontFamily(const QString &family)
{
    if (m_fontFamily != family) {
        m_fontFamily = family;
        look();
    }
}

void SecretWordView::setPixelSize(qreal size)
{
    if (!qFuzzyCompare(m_pixelSize, size)) {
        m_pixelSize = size;
        setImplicitHeight(size * 1.6);
        setImplicitWidth(size * 6);
        look();
    }
}

void SecretWordView::paint(QPainter *painter)
{
    if (!m_words || m_wordIndex < 0 || m_wordIndex >= m_words->count()) {
        return;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_words->isRevealed()) {
        QFont font(m_fontFamily);
        font.setPixelSize(qRound(m_pixelSize));
        painter->setFont(font);
        painter->setPen(m_color);
        const PaintedSecret word(m_words->word(m_wordIndex));
        painter->drawText(QRectF(0, 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft, word.text());
        return;
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_coverColor);
    const qreal dot = m_pixelSize * 0.42;
    for (int i = 0; i < coverDots; ++i) {
        painter->drawEllipse(QRectF(i * m_pixelSize * 0.7, (height() - dot) / 2, dot, dot));
    }
}

void SecretWordView::look()
{
    Q_EMIT lookChanged();
    update();
}

} // namespace majlis::qml
