// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"

#include <QFont>
#include <QString>

namespace majlis::qml
{

/// A secret as text for the moment in which it is painted; overwritten when it goes.
class PaintedSecret
{
public:
    explicit PaintedSecret(wallet::ByteView utf8);
    ~PaintedSecret();
    Q_DISABLE_COPY_MOVE(PaintedSecret)

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    QString m_text;
};

} // namespace majlis::qml
