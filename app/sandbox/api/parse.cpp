// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/api/parse.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace majlis::sandbox::parse
{

ApiResult<QJsonObject> object(const QByteArray &body)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(body);
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (decoder.hasError() || error.error != QJsonParseError::NoError || !document.isObject())
        return refuse(ApiError::validation(u"body"_s, u"Expected a JSON object"_s));
    return document.object();
}

ApiResult<QString> text(const QJsonObject &object, const QString &key)
{
    const QJsonValue value = object.value(key);
    if (!value.isString() || value.toString().isEmpty())
        return refuse(ApiError::validation(key, key + u" is required"_s));
    return value.toString();
}

ApiResult<wallet::Address> address(const QString &text, const QString &path)
{
    auto parsed = wallet::Address::parse(text);
    if (!parsed)
        return refuse(ApiError::validation(
            path, text.startsWith(u"0x"_s) ? u"Invalid Ethereum address"_s : u"Invalid Solana address"_s));
    return *parsed;
}

ApiResult<QString> referralCode(const QString &text, const QString &path)
{
    static const QRegularExpression form(u"\\AHABIBI-[A-Z]{3,5}-[A-Z0-9]{8}\\z"_s);
    if (!form.match(text).hasMatch())
        return refuse(ApiError::validation(path, u"Invalid referral code format"_s));
    return text;
}

ApiResult<Chain> chain(const QString &text, const QString &path)
{
    const auto parsed = chainFromName(text);
    if (!parsed)
        return refuse(ApiError::validation(path, u"Unsupported chain: "_s + text));
    return *parsed;
}

ApiResult<Chain> chainFor(const wallet::Address &address, const QJsonValue &asked, Chain otherwise)
{
    if (!asked.isUndefined() && !asked.isNull() && !asked.isString())
        return refuse(ApiError::validation(u"chain"_s, u"chain must be a text"_s));
    if (address.isSolana()) {
        if (asked.isString() && asked.toString() != u"solana"_s)
            return refuse(ApiError::validation(u"chain"_s, u"A Solana address lives on solana"_s));
        return Chain::Solana;
    }
    if (!asked.isString())
        return otherwise == Chain::Solana ? Chain::Base : otherwise;
    auto parsed = chain(asked.toString());
    if (parsed && *parsed == Chain::Solana)
        return refuse(ApiError::validation(u"chain"_s, u"An Ethereum address does not live on solana"_s));
    return parsed;
}

ApiResult<int> integer(const QString &text, const QString &path, int least, int most, int otherwise)
{
    if (text.isNull())
        return otherwise;
    bool ok = false;
    const int value = text.toInt(&ok);
    if (!ok || value < least || value > most || text != QString::number(value))
        return refuse(
            ApiError::validation(path, u"%1 must be a whole number from %2 to %3"_s.arg(path).arg(least).arg(most)));
    return value;
}

ApiResult<QString> idempotencyKey(const QByteArray &header)
{
    static const QRegularExpression form(u"\\A[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\z"_s);
    const QString key = QString::fromLatin1(header);
    if (!form.match(key).hasMatch())
        return refuse(ApiError::validation(u"Idempotency-Key"_s, u"Idempotency-Key must be a UUID"_s));
    return key.toLower();
}

} // namespace majlis::sandbox::parse
