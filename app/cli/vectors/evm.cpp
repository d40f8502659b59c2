// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/vectors/question.h"
#include "wallet/encoding/hex.h"
#include "wallet/encoding/keccak.h"
#include "wallet/evm/rlp.h"
#include "wallet/signer.h"
#include "wallet/verify.h"

#include <QJsonArray>

namespace majlis::cli::vectors
{

using namespace wallet;
using namespace Qt::StringLiterals;

namespace
{

Result<QJsonObject> personalSign(const Question &question)
{
    const Result<SecretBytes> key = question.evmKey();
    if (!key)
        return std::unexpected(key.error());
    const Result<Bytes> message = question.message();
    if (!message)
        return std::unexpected(message.error());
    const Result<EvmSignature> signature = wallet::personalSign(*key, *message);
    if (!signature)
        return std::unexpected(signature.error());
    return QJsonObject{{u"address"_s, evmAddress(*key)->text()}, {u"signature"_s, signature->text()},
        {u"digest"_s, toHex(personalMessageHash(*message))}};
}

Result<QJsonObject> recover(const Question &question)
{
    const Result<Bytes> message = question.message();
    if (!message)
        return std::unexpected(message.error());
    const Result<QString> text = question.text("signature");
    if (!text)
        return std::unexpected(text.error());
    const Result<EvmSignature> signature = EvmSignature::parse(*text);
    if (!signature)
        return std::unexpected(signature.error());
    const Result<Address> signer = recoverPersonalSign(*message, *signature);
    if (!signer)
        return std::unexpected(signer.error());
    return QJsonObject{{u"valid"_s, true}, {u"address"_s, signer->text()}};
}

Result<QJsonObject> address(const Question &question)
{
    const Result<QString> text = question.text("address");
    if (!text)
        return std::unexpected(text.error());
    const Result<Address> parsed = Address::parse(*text);
    if (!parsed)
        return std::unexpected(parsed.error());
    if (!parsed->isEvm())
        return wrong("address", "not an EVM address");
    return QJsonObject{{u"valid"_s, true}, {u"checksummed"_s, parsed->text()}};
}

Result<QJsonObject> keccak(const Question &question)
{
    const Result<Bytes> data = question.hex("dataHex");
    if (!data)
        return std::unexpected(data.error());
    return QJsonObject{{u"hash"_s, toHex(keccak256(*data))}};
}

Result<RlpItem> rlpFrom(const Json &value)
{
    if (const std::string *text = value.string()) {
        Result<Bytes> bytes = fromHex(fromUtf8(*text));
        return bytes ? Result<RlpItem>(RlpItem(std::move(*bytes))) : wrong("value", bytes.error().detail);
    }
    if (value.array() == nullptr)
        return wrong("value", "neither hex nor a list");
    RlpItem::List list;
    for (const Json &element : *value.array()) {
        Result<RlpItem> item = rlpFrom(element);
        if (!item)
            return item;
        list.push_back(std::move(*item));
    }
    return RlpItem(std::move(list));
}

QJsonValue jsonOf(const RlpItem &item)
{
    if (!item.isList())
        return toHex(item.bytes());
    QJsonArray array;
    for (const RlpItem &child : item.list())
        array.append(jsonOf(child));
    return array;
}

Result<QJsonObject> rlpEncode(const Question &question)
{
    const Result<const Json *> value = question.member("value");
    if (!value)
        return std::unexpected(value.error());
    const Result<RlpItem> item = rlpFrom(**value);
    if (!item)
        return std::unexpected(item.error());
    return QJsonObject{{u"encoded"_s, toHex(encodeRlp(*item))}};
}

Result<QJsonObject> rlpDecode(const Question &question)
{
    const Result<Bytes> encoded = question.hex("encoded");
    if (!encoded)
        return std::unexpected(encoded.error());
    const Result<RlpItem> item = decodeRlp(*encoded);
    if (!item)
        return std::unexpected(item.error());
    return QJsonObject{{u"valid"_s, true}, {u"value"_s, jsonOf(*item)}};
}

} // namespace

Kinds evmKinds()
{
    return {
        {"evm.personal_sign", personalSign},
        {"evm.recover", recover},
        {"evm.address", address},
        {"evm.keccak", keccak},
        {"rlp.encode", rlpEncode},
        {"rlp.decode", rlpDecode},
    };
}

} // namespace majlis::cli::vectors
