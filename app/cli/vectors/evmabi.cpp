// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/vectors/question.h"
#include "wallet/encoding/hex.h"
#include "wallet/evm/abi.h"

#include <QJsonArray>

#include <algorithm>

namespace majlis::cli::vectors
{

using namespace wallet;
using namespace Qt::StringLiterals;

namespace
{

QJsonValue jsonOf(const AbiValue &value)
{
    if (const auto *flag = value.get<bool>())
        return *flag;
    if (const auto *number = value.get<Uint256>())
        return number->toDecimal();
    if (const auto *number = value.get<Int256>())
        return number->toDecimal();
    if (const auto *address = value.get<Address>())
        return address->text();
    if (const auto *bytes = value.get<Bytes>())
        return toHex(*bytes);
    if (const auto *text = value.get<std::string>())
        return fromUtf8(*text);
    QJsonArray array;
    for (const AbiValue &part : *value.get<AbiValue::List>())
        array.append(jsonOf(part));
    return array;
}

QJsonObject decoded(const AbiValue::List &values)
{
    return {{u"valid"_s, true}, {u"values"_s, jsonOf(AbiValue(values))}};
}

Result<QJsonObject> encodeCall(const Question &question)
{
    const Result<std::string> signature = question.utf8("signature");
    if (!signature)
        return std::unexpected(signature.error());
    const Result<AbiFunction> function = AbiFunction::parse(*signature);
    if (!function)
        return std::unexpected(function.error());
    const Result<const Json *> json = question.member("args");
    if (!json)
        return std::unexpected(json.error());
    const Result<AbiValue> arguments = AbiValue::fromJson(function->inputs(), **json);
    if (!arguments)
        return wrong("args", arguments.error().detail);
    const Result<Bytes> data = function->encodeCall(*arguments->get<AbiValue::List>());
    if (!data)
        return std::unexpected(data.error());
    return QJsonObject{{u"data"_s, toHex(*data)}, {u"selector"_s, toHex(function->selector())}};
}

Result<QJsonObject> decode(const Question &question)
{
    const Result<const Json *> types = question.member("types");
    if (!types)
        return std::unexpected(types.error());
    if ((*types)->array() == nullptr)
        return wrong("types", "not a list");
    std::string parameters = "(";
    for (const Json &type : *(*types)->array()) {
        if (type.string() == nullptr)
            return wrong("types", "not a text");
        parameters.append(parameters.size() == 1 ? "" : ",").append(*type.string());
    }
    const Result<AbiType> type = AbiType::parseParameters(parameters.append(")"));
    if (!type)
        return std::unexpected(type.error());
    const Result<Bytes> data = question.hex("data");
    if (!data)
        return std::unexpected(data.error());
    const Result<AbiValue::List> values = decodeAbi(*type, *data);
    if (!values)
        return std::unexpected(values.error());
    return decoded(*values);
}

Result<std::vector<Hash256>> topicsFrom(const Question &question)
{
    const Result<const Json *> list = question.member("topics");
    if (!list)
        return std::unexpected(list.error());
    if ((*list)->array() == nullptr)
        return wrong("topics", "not a list");
    std::vector<Hash256> topics;
    for (const Json &topic : *(*list)->array()) {
        const Result<Bytes> bytes = fromHex(topic.string() == nullptr ? QString() : fromUtf8(*topic.string()));
        Hash256 hash{};
        if (!bytes || bytes->size() != hash.size())
            return wrong("topics", "a topic has 32 bytes");
        std::ranges::copy(*bytes, hash.begin());
        topics.push_back(hash);
    }
    return topics;
}

Result<QJsonObject> decodeLog(const Question &question)
{
    const Result<std::string> signature = question.utf8("event");
    if (!signature)
        return std::unexpected(signature.error());
    const Result<AbiEvent> event = AbiEvent::parse(*signature);
    if (!event)
        return std::unexpected(event.error());
    const Result<std::vector<Hash256>> topics = topicsFrom(question);
    if (!topics)
        return std::unexpected(topics.error());
    const Result<Bytes> data = question.hex("data");
    if (!data)
        return std::unexpected(data.error());
    const Result<AbiValue::List> values = event->decode(*topics, *data);
    if (!values)
        return std::unexpected(values.error());
    return decoded(*values);
}

} // namespace

Kinds evmAbiKinds()
{
    return {{"abi.encode_call", encodeCall}, {"abi.decode", decode}, {"abi.decode_log", decodeLog}};
}

} // namespace majlis::cli::vectors
