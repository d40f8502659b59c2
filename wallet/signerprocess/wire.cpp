// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/signerprocess/wire.h"

#include <QStringDecoder>

#include <algorithm>

namespace majlis::wallet::wire
{

namespace
{

constexpr int deepest = 8;
constexpr int mostNested = 1024;

ByteView viewOf(const QByteArray &bytes)
{
    return {reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

} // namespace

// A value beyond the limit is written cut, with its true length, so that the reader refuses the message: the writer's
// caller learns of it by the answer.
void Writer::bytes(ByteView bytes, std::size_t limit)
{
    number(static_cast<std::uint32_t>(std::min<std::size_t>(bytes.size(), UINT32_MAX)));
    m_bytes.append(bytes.first(std::min(bytes.size(), limit)));
}

void Writer::bytes(const QByteArray &bytes, std::size_t limit)
{
    this->bytes(viewOf(bytes), limit);
}

void Writer::text(const QString &text, std::size_t limit)
{
    bytes(text.toUtf8(), limit);
}

void Writer::secret(const SecretBytes &secret, std::size_t limit)
{
    bytes(secret.view(), limit);
}

void Writer::address(const Address &address)
{
    choice(address.family(), 2);
    raw(address.bytes());
}

ByteView Reader::take(std::size_t size)
{
    if (!m_good || m_rest.size() < size) {
        m_good = false;
        return {};
    }
    const ByteView taken = m_rest.first(size);
    m_rest = m_rest.subspan(size);
    return taken;
}

ByteView Reader::takeSized(std::size_t limit)
{
    std::uint32_t size = 0;
    number(size);
    if (size > limit)
        m_good = false;
    return take(size);
}

bool Reader::enter()
{
    ++m_depth;
    if (m_depth > deepest || ++m_nested > mostNested)
        m_good = false;
    return m_good;
}

void Reader::flag(bool &value)
{
    std::uint8_t read = 0;
    choice(read, 2);
    if (m_good)
        value = read == 1;
}

void Reader::time(std::chrono::milliseconds &value)
{
    std::uint64_t read = 0;
    number(read);
    if (m_good)
        value = std::chrono::milliseconds(static_cast<std::int64_t>(read));
}

void Reader::raw(std::span<std::uint8_t> target)
{
    const ByteView taken = take(target.size());
    std::copy(taken.begin(), taken.end(), target.begin());
}

void Reader::bytes(Bytes &bytes, std::size_t limit)
{
    const ByteView taken = takeSized(limit);
    if (m_good)
        bytes.assign(taken.begin(), taken.end());
}

void Reader::bytes(QByteArray &bytes, std::size_t limit)
{
    const ByteView taken = takeSized(limit);
    if (m_good)
        bytes = QByteArray(reinterpret_cast<const char *>(taken.data()), static_cast<qsizetype>(taken.size()));
}

void Reader::text(QString &text, std::size_t limit)
{
    QByteArray utf8;
    bytes(utf8, limit);
    QStringDecoder decoder(
        QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString read = decoder(utf8);
    if (decoder.hasError() || read.toUtf8() != utf8)
        m_good = false;
    if (m_good)
        text = std::move(read);
}

void Reader::secret(SecretBytes &secret, std::size_t limit)
{
    const ByteView taken = takeSized(limit);
    if (m_good)
        secret = SecretBytes::copyOf(taken);
}

void Reader::address(Address &address)
{
    AddressFamily family = AddressFamily::Evm;
    choice(family, 2);
    if (family == AddressFamily::Evm) {
        ByteArray<20> bytes{};
        raw(bytes);
        if (m_good)
            address = Address::evm(bytes);
        return;
    }
    ByteArray<32> bytes{};
    raw(bytes);
    if (m_good)
        address = Address::solana(bytes);
}

void Reader::big(Uint256 &value)
{
    ByteArray<32> bytes{};
    raw(bytes);
    const Result<Uint256> read = Uint256::fromBigEndian(bytes);
    if (m_good && read)
        value = *read;
    else
        m_good = false;
}

} // namespace majlis::wallet::wire
