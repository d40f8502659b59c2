// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/wallet/vectorfile.h"

#include <lzma.h>

#include <QFile>

namespace majlis::wallet::test
{

namespace
{

QByteArray unpacked(const QByteArray &packed)
{
    QByteArray plain(64 * 1024 * 1024, Qt::Uninitialized);
    std::uint64_t memory = UINT64_MAX;
    std::size_t in = 0;
    std::size_t out = 0;
    const lzma_ret status = lzma_stream_buffer_decode(&memory, 0, nullptr,
        reinterpret_cast<const std::uint8_t *>(packed.constData()), &in, static_cast<std::size_t>(packed.size()),
        reinterpret_cast<std::uint8_t *>(plain.data()), &out, static_cast<std::size_t>(plain.size()));
    if (status != LZMA_OK)
        qFatal("a vector file cannot be unpacked");
    plain.truncate(static_cast<qsizetype>(out));
    return plain;
}

} // namespace

QByteArray readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("missing test file %s", qPrintable(path));
    const QByteArray content = file.readAll();
    return path.endsWith(QStringLiteral(".xz")) ? unpacked(content) : content;
}

QByteArray readVectors(const QString &name)
{
    return readFile(QStringLiteral(MAJLIS_TEST_DATA "/vectors/") + name);
}

QJsonDocument jsonVectors(const QString &name)
{
    return QJsonDocument::fromJson(readVectors(name));
}

Bytes bytesFrom(const QJsonValue &hex)
{
    const QString text = hex.toString();
    const Result<Bytes> bytes = text.startsWith(QStringLiteral("0x")) ? fromHex(text) : fromPlainHex(text);
    if (!bytes)
        qFatal("a vector is not hex");
    return *bytes;
}

SecretBytes secretFrom(const QJsonValue &hex)
{
    return SecretBytes::copyOf(bytesFrom(hex));
}

SecretBytes secretText(const QJsonValue &text)
{
    return SecretBytes::fromText(text.toString().toStdString());
}

} // namespace majlis::wallet::test
