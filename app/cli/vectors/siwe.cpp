// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/evm/siwe.h"
#include "app/cli/vectors/question.h"
#include "wallet/encoding/rfc3339.h"
#include "wallet/signer.h"

#include <QJsonArray>

namespace majlis::cli::vectors
{

using namespace wallet;
using namespace Qt::StringLiterals;

namespace
{

// A field that is missing, or empty: the makers of such texts leave those away.
std::optional<QString> optionalText(const Json &fields, std::string_view name)
{
    const std::string *const text = fields.findString(name);
    return text == nullptr || text->empty() ? std::nullopt : std::optional(fromUtf8(*text));
}

Result<std::optional<QStringList>> resourcesFrom(const Json &fields)
{
    const Json *const list = fields.find("resources");
    if (list == nullptr)
        return std::optional<QStringList>();
    if (list->array() == nullptr)
        return wrong("resources", "not a list");
    QStringList resources;
    for (const Json &resource : *list->array()) {
        if (resource.string() == nullptr)
            return wrong("resources", "not a text");
        resources.push_back(fromUtf8(*resource.string()));
    }
    return std::optional(resources);
}

Result<SiweMessage> messageFrom(const Json &json, const Address &address)
{
    const Question fields(json);
    if (fields.utf8("version") != "1")
        return wrong("version", "not 1");
    const Result<Uint256> chainId = fields.number("chainId");
    if (!chainId)
        return std::unexpected(chainId.error());
    const Result<std::optional<QStringList>> resources = resourcesFrom(json);
    if (!resources)
        return std::unexpected(resources.error());
    SiweMessage message{.scheme = optionalText(json, "scheme"), .domain = {}, .address = address};
    for (const auto &[name, target] : {std::pair("domain", &message.domain), {"uri", &message.uri},
             {"nonce", &message.nonce}, {"issuedAt", &message.issuedAt}}) {
        const Result<QString> text = fields.text(name);
        if (!text)
            return std::unexpected(text.error());
        *target = *text;
    }
    if (const std::string *statement = json.findString("statement"))
        message.statement = fromUtf8(*statement);
    message.chainId = *chainId;
    message.expirationTime = optionalText(json, "expirationTime");
    message.notBefore = optionalText(json, "notBefore");
    message.requestId = optionalText(json, "requestId");
    message.resources = *resources;
    return message;
}

Result<QJsonObject> signedSiwe(const Question &question)
{
    const Result<SecretBytes> key = question.evmKey();
    if (!key)
        return std::unexpected(key.error());
    const Result<Address> address = evmAddress(*key);
    if (!address)
        return std::unexpected(address.error());
    const Result<const Json *> fields = question.member("fields");
    if (!fields)
        return std::unexpected(fields.error());
    const Result<SiweMessage> message = messageFrom(**fields, *address);
    if (!message)
        return std::unexpected(message.error());
    const Result<QString> text = message->text();
    if (!text)
        return std::unexpected(text.error());
    const std::string utf8 = toUtf8(*text);
    const Result<EvmSignature> signature = personalSign(*key, bytesOf(utf8));
    if (!signature)
        return std::unexpected(signature.error());
    return QJsonObject{{u"valid"_s, true}, {u"message"_s, *text}, {u"address"_s, address->text()},
        {u"signature"_s, signature->text()}};
}

QJsonObject fieldsOf(const SiweMessage &message)
{
    QJsonObject fields{{u"domain"_s, message.domain}, {u"address"_s, message.address.text()}, {u"uri"_s, message.uri},
        {u"version"_s, u"1"_s}, {u"nonce"_s, message.nonce}, {u"issuedAt"_s, message.issuedAt}};
    // A JSON number, as the other makers of such texts write it.
    fields[u"chainId"_s] = message.chainId.toUint64() ? QJsonValue(static_cast<qint64>(*message.chainId.toUint64()))
                                                      : QJsonValue(message.chainId.toDecimal());
    const auto add = [&fields](const QString &name, const std::optional<QString> &text) {
        if (text)
            fields[name] = *text;
    };
    add(u"scheme"_s, message.scheme);
    add(u"statement"_s, message.statement);
    add(u"expirationTime"_s, message.expirationTime);
    add(u"notBefore"_s, message.notBefore);
    add(u"requestId"_s, message.requestId);
    if (message.resources)
        fields[u"resources"_s] = QJsonArray::fromStringList(*message.resources);
    return fields;
}

Result<QJsonObject> parsedSiwe(const Question &question)
{
    const Result<QString> text = question.text("message");
    if (!text)
        return std::unexpected(text.error());
    const Result<SiweMessage> message = SiweMessage::parse(*text);
    if (!message)
        return std::unexpected(message.error());
    return QJsonObject{{u"valid"_s, true}, {u"fields"_s, fieldsOf(*message)}};
}

Result<void> judge(const Question &question)
{
    const Result<QString> text = question.text("message");
    const Result<QString> domain = question.text("domain");
    const Result<QString> nonce = question.text("nonce");
    const Result<QString> account = question.text("address");
    const Result<QString> time = question.text("time");
    const Result<Uint256> chainId = question.number("chainId");
    if (!text || !domain || !nonce || !account || !time || !chainId)
        return wrong("in", "a field is missing");
    const Result<SiweMessage> message = SiweMessage::parse(*text);
    if (!message)
        return std::unexpected(message.error());
    const Result<Address> address = Address::parse(*account);
    const std::optional<long long> now = parseRfc3339(*time);
    if (!address || !now)
        return wrong("in", "address or time");
    return checkSiwe(*message, {*domain, *nonce, *chainId, *address, *now});
}

Result<QJsonObject> checkedSiwe(const Question &question)
{
    const Result<void> verdict = judge(question);
    if (verdict)
        return QJsonObject{{u"accept"_s, true}};
    return QJsonObject{{u"accept"_s, false}, {u"reason"_s, QString::fromStdString(verdict.error().detail)}};
}

} // namespace

Kinds siweKinds()
{
    return {{"siwe.sign", signedSiwe}, {"siwe.parse", parsedSiwe}, {"siwe.check", checkedSiwe}};
}

} // namespace majlis::cli::vectors
