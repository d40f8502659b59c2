// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/secret/secretinput.h"

#include "qml/secret/secretpainting.h"

#include <QClipboard>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>

namespace majlis::qml
{

namespace
{
constexpr qreal dotShare = 0.42; // of the pixel size
constexpr qreal stepShare = 0.78;
constexpr qreal cursorWidth = 1.5;
} // namespace

SecretInput::SecretInput(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setFlag(ItemAcceptsInputMethod);
    setAcceptedMouseButtons(Qt::LeftButton);
    setActiveFocusOnTab(true);
    setAntialiasing(true);
    setImplicitHeight(m_pixelSize * 1.6);
}

void SecretInput::setBuffer(viewmodels::SecretBuffer *buffer)
{
    if (m_buffer == buffer) {
        return;
    }
    if (m_buffer) {
        m_buffer->disconnect(this);
    }
    m_buffer = buffer;
    if (m_buffer) {
        connect(m_buffer, &viewmodels::SecretBuffer::changed, this, [this] { update(); });
    }
    Q_EMIT bufferChanged();
    update();
}

void SecretInput::setShown(bool shown)
{
    if (m_shown != shown) {
        m_shown = shown;
        look();
    }
}

void SecretInput::setColor(const QColor &color)
{
    if (m_color != color) {
        m_color = color;
        look();
    }
}

void SecretInput::setCursorColor(const QColor &color)
{
    if (m_cursorColor != color) {
        m_cursorColor = color;
        look();
    }
}

void SecretInput::setFontFamily(const QString &family)
{
    if (m_fontFamily != family) {
        m_fontFamily = family;
        look();
    }
}

void SecretInput::setPixelSize(qreal size)
{
    if (!qFuzzyCompare(m_pixelSize, size)) {
        m_pixelSize = size;
        setImplicitHeight(size * 1.6);
        look();
    }
}

void SecretInput::setSingleWord(bool single)
{
    if (m_singleWord != single) {
        m_singleWord = single;
        look();
    }
}

void SecretInput::paint(QPainter *painter)
{
    const int length = m_buffer ? m_buffer->length() : 0;
    painter->setRenderHint(QPainter::Antialiasing);
    const qreal step = m_pixelSize * stepShare;
    qreal end = 0;
    if (m_shown && length > 0) {
        QFont font(m_fontFamily);
        font.setPixelSize(qRound(m_pixelSize));
        painter->setFont(font);
        painter->setPen(m_color);
        const PaintedSecret secret(m_buffer->bytes().view());
        const qreal wide = QFontMetricsF(font).horizontalAdvance(secret.text());
        const qreal left = qMin(0.0, width() - wide - 2 * cursorWidth);
        painter->drawText(QRectF(left, 0, wide + 1, height()), Qt::AlignVCenter | Qt::AlignLeft, secret.text());
        end = left + wide;
    } else {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_color);
        const qreal dot = m_pixelSize * dotShare;
        const qreal left = qMin(0.0, width() - length * step - 2 * cursorWidth);
        for (int i = qMax(0, static_cast<int>(-left / step) - 1); i < length; ++i) {
            painter->drawEllipse(QRectF(left + i * step, (height() - dot) / 2, dot, dot));
        }
        end = left + length * step;
    }
    if (hasActiveFocus()) {
        painter->fillRect(
            QRectF(end + 1, (height() - m_pixelSize * 1.2) / 2, cursorWidth, m_pixelSize * 1.2), m_cursorColor);
    }
}

QVariant SecretInput::inputMethodQuery(Qt::InputMethodQuery query) const
{
    switch (query) {
    case Qt::ImEnabled:
        return true;
    case Qt::ImHints:
        return static_cast<int>(
            Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    case Qt::ImCursorRectangle:
        return QRectF(0, 0, cursorWidth, height());
    default:
        return QQuickPaintedItem::inputMethodQuery(query);
    }
}

void SecretInput::keyPressEvent(QKeyEvent *event)
{
    if (!m_buffer) {
        event->ignore();
        return;
    }
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
        || (m_singleWord && event->key() == Qt::Key_Space)) {
        Q_EMIT accepted();
    } else if (event->key() == Qt::Key_Backspace) {
        erase(control);
    } else if (event->matches(QKeySequence::Delete) || event->matches(QKeySequence::DeleteCompleteLine)) {
        erase(true);
    } else if (!event->text().isEmpty() && event->text().front().isPrint() && !control) {
        m_buffer->append(event->text());
    } else {
        event->ignore(); // Tab, Escape, arrows and shortcuts are the page's
        return;
    }
    event->accept();
}

void SecretInput::inputMethodEvent(QInputMethodEvent *event)
{
    if (m_buffer && !event->commitString().isEmpty()) {
        m_buffer->append(event->commitString());
    }
    event->accept();
}

void SecretInput::mousePressEvent(QMouseEvent *event)
{
    forceActiveFocus(Qt::MouseFocusReason);
    event->accept();
}

void SecretInput::focusInEvent(QFocusEvent *event)
{
    QQuickPaintedItem::focusInEvent(event);
    update();
}

void SecretInput::focusOutEvent(QFocusEvent *event)
{
    QQuickPaintedItem::focusOutEvent(event);
    update();
}

void SecretInput::paste()
{
    QString text = QGuiApplication::clipboard()->text();
    m_buffer->paste(text);
    text.fill(QChar::Null);
}

void SecretInput::erase(bool everything)
{
    if (m_buffer->isEmpty()) {
        Q_EMIT emptiedFurther();
    } else if (everything) {
        m_buffer->clear();
    } else {
        m_buffer->backspace();
    }
}

void SecretInput::look()
{
    Q_EMIT lookChanged();
    update();
}

} // namespace majlis::qml
