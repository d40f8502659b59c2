// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/secret/secretpainting.h"

#include "wallet/secretbytes.h"

namespace majlis::qml
{

PaintedSecret::PaintedSecret(wallet::ByteView utf8)
    : m_text(QString::fromUtf8(reinterpret_cast<const char *>(utf8.data()), static_cast<qsizetype>(utf8.size())))
{
}

PaintedSecret::~PaintedSecret()
{
    if (!m_text.isEmpty()) {
        wallet::wipe(
            {reinterpret_cast<std::uint8_t *>(m_text.data()), static_cast<std::size_t>(m_text.size()) * sizeof(QChar)});
    }
}

} // namespace majlis::qml
