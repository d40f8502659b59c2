// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/vectors/question.h"
#include "wallet/encoding/base58.h"
#include "wallet/encoding/hex.h"
#include "wallet/extendedpublickey.h"
#include "wallet/mnemonic.h"
#include "wallet/signer.h"

namespace majlis::cli::vectors
{

using namespace wallet;
using namespace Qt::StringLiterals;

namespace
{

Result<QJsonObject> phrase(const Question &question)
{
    const Result<SecretBytes> words = question.secretText("mnemonic");
    if (!words)
        return std::unexpected(words.error());
    const Result<Mnemonic> mnemonic = Mnemonic::parseExact(*words);
    if (!mnemonic)
        return std::unexpected(mnemonic.error());
    const Result<SecretBytes> seed = question.seed();
    if (!seed)
        return std::unexpected(seed.error());
    return QJsonObject{
        {u"valid"_s, true}, {u"seed"_s, toHex(seed->view())}, {u"entropy"_s, toHex(mnemonic->entropy().view())}};
}

Result<DerivationPath> pathOf(const Question &question)
{
    const Result<QString> text = question.text("path");
    if (!text)
        return std::unexpected(text.error());
    return DerivationPath::parse(*text);
}

Result<QJsonObject> evmNode(const Question &question)
{
    const Result<SecretBytes> key = question.evmKey();
    if (!key)
        return std::unexpected(key.error());
    const Result<SecretBytes> seed = question.seed();
    const Result<DerivationPath> path = pathOf(question);
    if (!seed || !path)
        return wrong("path", "not with a mnemonic");
    const Result<ExtendedPublicKey> node = ExtendedPublicKey::derive(*seed, *path);
    if (!node)
        return std::unexpected(node.error());
    return QJsonObject{{u"valid"_s, true}, {u"address"_s, node->evmAddress().text()},
        {u"publicKey"_s, toHex(node->key())}, {u"privateKey"_s, toHex(key->view())}, {u"xpub"_s, node->text()}};
}

Result<QJsonObject> solanaNode(const Question &question)
{
    // The master key itself is nobody's account: whoever has it has them all.
    if (const Result<DerivationPath> path = pathOf(question); path && path->steps.empty())
        return wrong("path", "no account at the master key");
    const Result<SecretBytes> key = question.solanaKey();
    if (!key)
        return std::unexpected(key.error());
    const Result<Address> address = solanaAddress(*key);
    if (!address)
        return std::unexpected(address.error());
    return QJsonObject{{u"valid"_s, true}, {u"address"_s, address->text()}, {u"secretKey"_s, toHex(key->view())}};
}

Result<QJsonObject> encode58(const Question &question)
{
    const Result<Bytes> bytes = question.hex("hex");
    if (!bytes)
        return std::unexpected(bytes.error());
    return QJsonObject{{u"base58"_s, toBase58(*bytes)}};
}

Result<QJsonObject> decode58(const Question &question)
{
    const Result<QString> text = question.text("base58");
    if (!text)
        return std::unexpected(text.error());
    const Result<Bytes> bytes = fromBase58(*text);
    if (!bytes)
        return std::unexpected(bytes.error());
    return QJsonObject{{u"valid"_s, true}, {u"hex"_s, toHex(*bytes)}};
}

} // namespace

Kinds keyKinds()
{
    return {
        {"bip39.seed", phrase},
        {"bip32.evm", evmNode},
        {"sol.derive", solanaNode},
    };
}

Kinds base58Kinds()
{
    return {{"base58.encode", encode58}, {"base58.decode", decode58}};
}

} // namespace majlis::cli::vectors
