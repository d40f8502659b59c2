// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/secret/secretbuffer.h"

#include <algorithm>
#include <array>

namespace majlis::viewmodels
{

namespace
{

/// Encodes without QString's heap; returns how many of the four bytes are used.
std::size_t encode(char32_t letter, std::array<std::uint8_t, 4> &out)
{
    const auto byte = [](char32_t value) { return static_cast<std::uint8_t>(value); };
    if (letter < 0x80) {
        out[0] = byte(letter);
        return 1;
    }
    if (letter < 0x800) {
        out = {byte(0xC0U | (letter >> 6U)), byte(0x80U | (letter & 0x3FU)), 0, 0};
        return 2;
    }
    if (letter < 0x10000) {
        out = {
            byte(0xE0U | (letter >> 12U)), byte(0x80U | ((letter >> 6U) & 0x3FU)), byte(0x80U | (letter & 0x3FU)), 0};
        return 3;
    }
    out = {byte(0xF0U | (letter >> 18U)), byte(0x80U | ((letter >> 12U) & 0x3FU)),
        byte(0x80U | ((letter >> 6U) & 0x3FU)), byte(0x80U | (letter & 0x3FU))};
    return 4;
}

} // namespace

SecretBuffer::SecretBuffer(int capacity, QObject *parent)
    : QObject(parent)
    , m_capacity(capacity)
{
}

void SecretBuffer::clear()
{
    if (m_length == 0) {
        return;
    }
    m_bytes.clear();
    m_length = 0;
    Q_EMIT changed();
}

void SecretBuffer::append(QStringView text)
{
    bool grew = false;
    std::array<std::uint8_t, 4> bytes{};
    for (qsizetype i = 0; i < text.size() && m_length < m_capacity; ++i) {
        char32_t letter = text[i].unicode();
        if (QChar::isHighSurrogate(letter) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            letter = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        if (QChar::isSurrogate(letter) || QChar::category(letter) == QChar::Other_Control) {
            continue;
        }
        m_bytes.append(wallet::ByteView(bytes.data(), encode(letter, bytes)));
        ++m_length;
        grew = true;
    }
    wallet::wipe(bytes);
    if (grew) {
        Q_EMIT changed();
    }
}

void SecretBuffer::paste(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const bool several = std::ranges::any_of(trimmed, [](QChar letter) { return letter.isSpace(); });
    if (m_wordsTaker && several && m_wordsTaker(trimmed)) {
        return;
    }
    append(m_wordsTaker ? trimmed : text);
}

void SecretBuffer::backspace()
{
    if (m_length == 0) {
        return;
    }
    m_bytes.removeLastCharacter();
    --m_length;
    Q_EMIT changed();
}

void SecretBuffer::set(const wallet::SecretBytes &text)
{
    m_bytes = text.clone();
    m_length = static_cast<int>(m_bytes.characterCount());
    Q_EMIT changed();
}

} // namespace majlis::viewmodels
