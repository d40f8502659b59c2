// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/secret/secretwords.h"

#include <QColor>
#include <QPointer>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace majlis::qml
{

/// Paints one word of a recovery phrase while it is revealed, otherwise a row of dots of always the same length (the
/// length of a word says something about it). The word is in no property and not in the accessibility tree; screen
/// reader users are told so by the page.
class SecretWordView : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(majlis::viewmodels::SecretWords *words READ words WRITE setWords NOTIFY wordsChanged FINAL)
    Q_PROPERTY(int wordIndex READ wordIndex WRITE setWordIndex NOTIFY lookChanged FINAL) ///< from 0
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor coverColor READ coverColor WRITE setCoverColor NOTIFY lookChanged FINAL)
    Q_PROPERTY(QString fontFamily READ fontFamily WRITE setFontFamily NOTIFY lookChanged FINAL)
    Q_PROPERTY(qreal pixelSize READ pixelSize WRITE setPixelSize NOTIFY lookChanged FINAL)

public:
    explicit SecretWordView(QQuickItem *parent = nullptr);

    [[nodiscard]] viewmodels::SecretWords *words() const { return m_words; }
    void setWords(viewmodels::SecretWords *words);
    [[nodiscard]] int wordIndex() const { return m_wordIndex; }
    void setWordIndex(int index);
    [[nodiscard]] QColor color() const { return m_color; }
    void setColor(const QColor &color);
    [[nodiscard]] QColor coverColor() const { return m_coverColor; }
    void setCoverColor(const QColor &color);
    [[nodiscard]] QString fontFamily() const { return m_fontFamily; }
    void setFontFamily(const QString &family);
    [[nodiscard]] qreal pixelSize() const { return m_pixelSize; }
    void setPixelSize(qreal size);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void wordsChanged();
    void lookChanged();

private:
    void look();

    QPointer<viewmodels::SecretWords> m_words;
    QColor m_color = Qt::black;
    QColor m_coverColor = Qt::gray;
    QString m_fontFamily;
    qreal m_pixelSize = 15;
    int m_wordIndex = 0;
};

} // namespace majlis::qml
