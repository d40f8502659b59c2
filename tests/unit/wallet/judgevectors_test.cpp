// SPDX-License-Identifier: GPL-3.0-or-later
// The wallet's public questions of the shared interop tools, for the kinds that exist today. They were answered by
// ethers, viem, bip39, tweetnacl and others; the file stays where it is and is only read.
#include "tests/unit/wallet/vectorfile.h"
#include "wallet/derivation.h"
#include "wallet/encoding/base58.h"
#include "wallet/mnemonic.h"
#include "wallet/signer.h"
#include "wallet/verify.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <map>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

Result<SecretBytes> seedFrom(const QJsonObject &in)
{
    const auto mnemonic = Mnemonic::parse(secretText(in[u"mnemonic"_s]));
    if (!mnemonic)
        return std::unexpected(mnemonic.error());
    return mnemonic->seed(secretText(in[u"passphrase"_s]));
}

Result<SecretBytes> keyFrom(const QJsonObject &in, bool evm)
{
    for (const QString &name : {u"privateKey"_s, u"secretKey"_s}) {
        if (in.contains(name))
            return secretFrom(in[name]);
    }
    const auto seed = seedFrom(in);
    const auto path = DerivationPath::parse(in[u"path"_s].toString());
    if (!seed || !path)
        return fail(ErrorCode::InvalidArgument);
    auto node = evm ? deriveBip32(*seed, *path) : deriveSlip10Ed25519(*seed, *path);
    if (!node)
        return std::unexpected(node.error());
    return std::move(node->key);
}

Bytes messageFrom(const QJsonObject &in)
{
    if (in.contains(u"messageHex"_s))
        return bytesFrom(in[u"messageHex"_s]);
    const std::string text = in[u"message"_s].toString().toStdString();
    return Bytes(text.begin(), text.end());
}

QString hexOf(const Result<SecretBytes> &secret)
{
    return toHex(secret->view());
}

const QJsonObject invalid{{u"valid"_s, false}};

using Answer = std::function<QJsonObject(const QJsonObject &)>;

QJsonObject derived(const QJsonObject &in, bool evm)
{
    const auto key = keyFrom(in, evm);
    if (!key)
        return invalid;
    return {{u"valid"_s, true}, {evm ? u"privateKey"_s : u"secretKey"_s, hexOf(key)},
        {u"address"_s, (evm ? evmAddress(*key) : solanaAddress(*key))->text()}};
}

QJsonObject signedMessage(const QJsonObject &in, bool evm)
{
    const auto key = keyFrom(in, evm);
    const Bytes message = messageFrom(in);
    return {{u"address"_s, (evm ? evmAddress(*key) : solanaAddress(*key))->text()},
        {u"signature"_s, evm ? personalSign(*key, message)->text() : signEd25519(*key, message)->text()}};
}

QJsonObject address(const QJsonObject &in, bool evm)
{
    const auto parsed = Address::parse(in[u"address"_s].toString());
    if (!parsed || parsed->isEvm() != evm)
        return invalid;
    return evm ? QJsonObject{{u"valid"_s, true}, {u"checksummed"_s, parsed->text()}} : QJsonObject{{u"valid"_s, true}};
}

QJsonObject recovered(const QJsonObject &in)
{
    const auto signature = EvmSignature::parse(in[u"signature"_s].toString());
    const auto signer = signature ? recoverPersonalSign(messageFrom(in), *signature) : fail(ErrorCode::InvalidArgument);
    return signer ? QJsonObject{{u"valid"_s, true}, {u"address"_s, signer->text()}} : invalid;
}

QJsonObject phrase(const QJsonObject &in)
{
    const auto mnemonic = Mnemonic::parse(secretText(in[u"mnemonic"_s]));
    if (!mnemonic)
        return invalid;
    return {{u"valid"_s, true}, {u"seed"_s, hexOf(seedFrom(in))}, {u"entropy"_s, toHex(mnemonic->entropy().view())}};
}

QJsonObject decoded58(const QJsonObject &in)
{
    const auto bytes = fromBase58(in[u"base58"_s].toString());
    return bytes ? QJsonObject{{u"valid"_s, true}, {u"hex"_s, toHex(*bytes)}} : invalid;
}

const std::map<QString, Answer> answers = {
    {u"bip39.seed"_s, phrase},
    {u"bip32.evm"_s, [](const QJsonObject &in) { return derived(in, true); }},
    {u"sol.derive"_s, [](const QJsonObject &in) { return derived(in, false); }},
    {u"evm.personal_sign"_s, [](const QJsonObject &in) { return signedMessage(in, true); }},
    {u"sol.sign_message"_s, [](const QJsonObject &in) { return signedMessage(in, false); }},
    {u"evm.address"_s, [](const QJsonObject &in) { return address(in, true); }},
    {u"sol.address"_s, [](const QJsonObject &in) { return address(in, false); }},
    {u"evm.recover"_s, recovered},
    {u"evm.keccak"_s,
        [](const QJsonObject &in) { return QJsonObject{{u"hash"_s, toHex(keccak256(bytesFrom(in[u"dataHex"_s])))}}; }},
    {u"base58.encode"_s,
        [](const QJsonObject &in) { return QJsonObject{{u"base58"_s, toBase58(bytesFrom(in[u"hex"_s]))}}; }},
    {u"base58.decode"_s, decoded58},
};

} // namespace

TEST_CASE("the public questions of the judges", "[vectors]")
{
    const QString path = QStringLiteral(MAJLIS_SHARED_DIR "/tools/interop/vectors/public.json");
    if (!QFile::exists(path)) {
        WARN("SKIPPED: " << path.toStdString() << " is not here; set MAJLIS_SHARED_DIR to judge by it");
        return;
    }
    int judged = 0;
    for (const QJsonValue &question : QJsonDocument::fromJson(readFile(path))[u"cases"_s].toArray()) {
        const auto answer = answers.find(question[u"kind"_s].toString());
        if (answer == answers.end())
            continue;
        INFO(question[u"id"_s].toString().toStdString() << ' ' << answer->first.toStdString());
        const QJsonObject ours = answer->second(question[u"in"_s].toObject());
        const QJsonObject expected = question[u"expect"_s].toObject();
        for (auto field = ours.begin(); field != ours.end(); ++field) {
            REQUIRE(expected.contains(field.key()));
            CHECK(expected[field.key()] == field.value());
        }
        CHECK_FALSE(ours.isEmpty());
        ++judged;
    }
    CHECK(judged == 84);
}
