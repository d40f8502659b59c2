// SPDX-License-Identifier: GPL-3.0-or-later
// wallet_interop_probe make N     N random wallets of every phrase length: phrases, addresses, signatures, hashes, as
// JSON wallet_interop_probe verify     reads [{"address","messageHex","signature"}] and prints [true or false] The
// phrases are thrown away with the output: no wallet that anybody uses comes out of here.
#include "wallet/derivation.h"
#include "wallet/encoding/base58.h"
#include "wallet/encoding/hex.h"
#include "wallet/mnemonic.h"
#include "wallet/random.h"
#include "wallet/signer.h"
#include "wallet/verify.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace majlis::wallet;
using namespace Qt::StringLiterals;

namespace
{

QString plain(const SecretBytes &secret)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(secret.data()), static_cast<qsizetype>(secret.size()));
}

Bytes randomMessage(std::size_t size)
{
    Bytes message(size);
    fillRandom(message);
    return message;
}

QJsonObject account(const SecretBytes &seed, bool evm, std::uint32_t index)
{
    const DerivationPath path = evm ? DerivationPath::evmAccount(index) : DerivationPath::solanaAccount(index);
    const auto node = evm ? deriveBip32(seed, path) : deriveSlip10Ed25519(seed, path);
    const Bytes message = randomMessage(index * 13U);
    return {{u"path"_s, path.text()}, {u"messageHex"_s, toHex(message)},
        {u"address"_s, (evm ? evmAddress(node->key) : solanaAddress(node->key))->text()},
        {u"signature"_s, evm ? personalSign(node->key, message)->text() : signEd25519(node->key, message)->text()}};
}

QJsonObject wallet(int number)
{
    static const QStringList passphrases = {QString(), u"TREZOR"_s, u"caf\u00e9 \u0645\u062c\u0644\u0633 \u01c4"_s};
    const Mnemonic mnemonic = *Mnemonic::generate(12 + 3 * (number % 5));
    const QString passphrase = passphrases[number % passphrases.size()];
    const SecretBytes seed = *mnemonic.seed(SecretBytes::fromText(passphrase.toStdString()));
    QJsonArray evm;
    QJsonArray solana;
    for (const std::uint32_t index : {0U, 1U, 19U, 300U}) {
        evm.append(account(seed, true, index));
        solana.append(account(seed, false, index));
    }
    return {{u"phrase"_s, plain(mnemonic.sentence())}, {u"passphrase"_s, passphrase}, {u"evm"_s, evm},
        {u"solana"_s, solana}};
}

// Every length around the sponge's block, and leading zeros.
QJsonArray encodings()
{
    QJsonArray cases;
    for (std::size_t size = 0; size <= 300; ++size) {
        Bytes data = randomMessage(size);
        std::fill_n(data.begin(), std::min(size, size % 4), std::uint8_t{0});
        cases.append(
            QJsonObject{{u"hex"_s, toHex(data)}, {u"keccak"_s, toHex(keccak256(data))}, {u"base58"_s, toBase58(data)}});
    }
    return cases;
}

QJsonArray verified(const QJsonArray &cases)
{
    QJsonArray verdicts;
    for (const QJsonValue &entry : cases) {
        const auto signer = Address::parse(entry[u"address"_s].toString());
        const auto message = fromHex(entry[u"messageHex"_s].toString());
        verdicts.append(signer && message && verifyMessage(*message, entry[u"signature"_s].toString(), *signer));
    }
    return verdicts;
}

void print(const QJsonDocument &document)
{
    std::puts(document.toJson(QJsonDocument::Compact).constData());
}

} // namespace

int main(int argc, char **argv)
{
    const QByteArray mode = argc > 1 ? argv[1] : "";
    if (mode == "make" && argc == 3) {
        QJsonArray wallets;
        for (int i = 0; i < QByteArray(argv[2]).toInt(); ++i)
            wallets.append(wallet(i));
        print(QJsonDocument(QJsonObject{{u"wallets"_s, wallets}, {u"encodings"_s, encodings()}}));
        return 0;
    }
    if (mode == "verify") {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return 1;
        print(QJsonDocument(verified(QJsonDocument::fromJson(input.readAll()).array())));
        return 0;
    }
    std::fputs("usage: wallet_interop_probe make N | verify\n", stderr);
    return 64;
}
