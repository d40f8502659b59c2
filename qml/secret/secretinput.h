// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/secret/secretbuffer.h"

#include <QColor>
#include <QPointer>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace majlis::qml
{

/// Takes keys, paste and input methods into a SecretBuffer and draws dots, or the text while `shown`. What is typed is
/// never a property, never in the accessibility tree, never in the undo history, and cannot be copied out.
/// The frame, label and accessible name come from the component around it.
class SecretInput : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(majlis::viewmodels::SecretBuffer *buffer READ buffer WRITE setBuffer NOTIFY bufferChanged FINAL)
    Q_PROPERTY(bool shown READ isShown WRITE setShown NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor cursorColor READ cursorColor WRITE setCursorColor NOTIFY lookChanged FINAL)
    Q_PROPERTY(QString fontFamily READ fontFamily WRITE setFontFamily NOTIFY lookChanged FINAL)
    Q_PROPERTY(qreal pixelSize READ pixelSize WRITE setPixelSize NOTIFY lookChanged FINAL)
    /// For words of a phrase: Space ends the word as Enter does.
    Q_PROPERTY(bool singleWord READ isSingleWord WRITE setSingleWord NOTIFY lookChanged FINAL)

public:
    explicit SecretInput(QQuickItem *parent = nullptr);

    [[nodiscard]] viewmodels::SecretBuffer *buffer() const { return m_buffer; }
    void setBuffer(viewmodels::SecretBuffer *buffer);
    [[nodiscard]] bool isShown() const { return m_shown; }
    void setShown(bool shown);
    [[nodiscard]] QColor color() const { return m_color; }
    void setColor(const QColor &color);
    [[nodiscard]] QColor cursorColor() const { return m_cursorColor; }
    void setCursorColor(const QColor &color);
    [[nodiscard]] QString fontFamily() const { return m_fontFamily; }
    void setFontFamily(const QString &family);
    [[nodiscard]] qreal pixelSize() const { return m_pixelSize; }
    void setPixelSize(qreal size);
    [[nodiscard]] bool isSingleWord() const { return m_singleWord; }
    void setSingleWord(bool single);

    void paint(QPainter *painter) override;
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

Q_SIGNALS:
    void bufferChanged();
    void lookChanged();
    /// Enter (or Space for a word): the page goes on.
    void accepted();
    /// Backspace in an empty field: the page may go back to the word before.
    void emptiedFurther();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void paste();
    void erase(bool everything);
    void look();

    QPointer<viewmodels::SecretBuffer> m_buffer;
    QColor m_color = Qt::black;
    QColor m_cursorColor = Qt::black;
    QString m_fontFamily;
    qreal m_pixelSize = 15;
    bool m_shown = false;
    bool m_singleWord = false;
};

} // namespace majlis::qml
