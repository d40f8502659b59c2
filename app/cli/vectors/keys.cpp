// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/vectors/question.h"
#include "wallet/encoding/base58.h"
#include "wallet/encoding/hex.h"
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
    const Result<Mnemonic> mnemonic = Mnemonic::parse(*words);
    if (!mnemonic)
        return std::unexpected(mnemonic.error());
    const Result<SecretBytes> seed = question.seed();
    if (!seed)
        return std::unexpected(seed.error());
    return QJsonObject{
        {u"valid"_s, true}, {u"seed"_s, toHex(seed->view())}, {u"entropy"_s, toHex(mnemonic->entropy().view())}};
}

Result<QJsonObject> derivedKey(const Question &question, bool evm)
{
    const Result<SecretBytes> key = evm ? question.evmKey() : question.solanaKey();
    if (!key)
        return std::unexpected(key.error());
    const Result<Address> address = evm ? evmAddress(*key) : solanaAddress(*key);
    if (!address)
        return std::unexpected(address.error());
    return QJsonObject{{u"valid"_s, true}, {u"address"_s, address->text()},
        {evm ? u"privateKey"_s : u"secretKey"_s, toHex(key->view())}};
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
        {"bip32.evm", [](const Question &question) { return derivedKey(question, true); }},
        {"sol.derive", [](const Question &question) { return derivedKey(question, false); }},
    };
}

Kinds base58Kinds()
{
    return {{"base58.encode", encode58}, {"base58.decode", decode58}};
}

} // namespace majlis::cli::vectors
