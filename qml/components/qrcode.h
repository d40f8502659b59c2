// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace majlis::qml
{

/// A QR code of a text (UTF-8, error correction M), black on white with its quiet zone, whatever the theme: that is
/// what cameras read. Nothing when the text is empty or too long (about 2,300 bytes); `valid` says so.
class QrCode : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    Q_PROPERTY(bool valid READ isValid NOTIFY textChanged FINAL)

public:
    explicit QrCode(QQuickItem *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] bool isValid() const { return !m_modules.isNull(); }
    /// One pixel a module, quiet zone included; null when not valid.
    [[nodiscard]] const QImage &modules() const { return m_modules; }

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void textChanged();

private:
    QString m_text;
    QImage m_modules;
};

} // namespace majlis::qml
