// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/mnemonic.h"
#include "wallet/timesource.h"
#include "wallet/vault.h"

#include <QFile>
#include <QString>
#include <QTemporaryDir>

namespace majlis::wallet::test
{

/// A phrase that everybody knows, of the contract's test key (anvil's account 0).
inline Mnemonic knownMnemonic()
{
    return *Mnemonic::parse(SecretBytes::fromText("test test test test test test test test test test test junk"));
}

inline SecretBytes secret(std::string_view text)
{
    return SecretBytes::fromText(text);
}

/// A time that stands still until told otherwise.
class FakeTime final : public TimeSource
{
public:
    std::chrono::milliseconds wallTime = std::chrono::hours(24 * 365);
    std::chrono::milliseconds monotonicTime = std::chrono::hours(1);

    [[nodiscard]] std::chrono::milliseconds wall() const override { return wallTime; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return monotonicTime; }
    void pass(std::chrono::milliseconds span)
    {
        wallTime += span;
        monotonicTime += span;
    }
};

/// A folder with room for one vault, at the cheapest parameters that are accepted.
struct VaultFolder {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("wallet.majlis"));

    [[nodiscard]] Vault vault() const { return Vault(path, KdfParameters::floor()); }
    [[nodiscard]] QByteArray read(const QString &suffix = {}) const
    {
        QFile file(path + suffix);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray &content, const QString &suffix = {}) const
    {
        QFile file(path + suffix);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the test cannot write its file");
    }
    void remove(const QString &suffix = {}) const { QFile::remove(path + suffix); }
};

} // namespace majlis::wallet::test
