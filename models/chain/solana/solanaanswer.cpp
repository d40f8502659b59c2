// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/solana/solanaanswer.h"

#include <QJsonDocument>

namespace majlis::chain
{

using namespace Qt::StringLiterals;

namespace
{

QString below(const QString &path, QLatin1StringView name)
{
    return path.isEmpty() ? QString(name) : QString(path + u'.' + name);
}

} // namespace

void SolanaAnswer::fail(const QString &path)
{
    if (!m_error)
        m_error = majlis::fail(ErrorCode::Malformed, u"not what a Solana node answers"_s, path).error();
}

QJsonValue SolanaAnswer::member(
    const QJsonObject &object, QLatin1StringView name, const QString &path, QJsonValue::Type type)
{
    QJsonValue value = object.value(name);
    if (value.type() != type) {
        fail(below(path, name));
        return {};
    }
    return value;
}

std::uint64_t SolanaAnswer::number(const QJsonValue &value, const QString &path)
{
    const qint64 number = value.isDouble() ? value.toInteger(-1) : -1;
    if (number < 0) {
        fail(path);
        return 0;
    }
    return static_cast<std::uint64_t>(number);
}

std::uint64_t SolanaAnswer::number(const QJsonObject &object, QLatin1StringView name, const QString &path)
{
    return number(object.value(name), below(path, name));
}

std::uint64_t SolanaAnswer::decimal(const QJsonObject &object, QLatin1StringView name, const QString &path)
{
    const QString digits = text(object, name, path);
    bool good = false;
    const std::uint64_t value = digits.toULongLong(&good);
    // Only as it is written out: no sign, no space, no leading zeros.
    if (!good || QString::number(value) != digits)
        fail(below(path, name));
    return good ? value : 0;
}

wallet::solana::PublicKey SolanaAnswer::key(const QJsonObject &object, QLatin1StringView name, const QString &path)
{
    const auto parsed = wallet::solana::PublicKey::parse(text(object, name, path));
    if (!parsed)
        fail(below(path, name));
    return parsed.value_or(wallet::solana::PublicKey());
}

QString SolanaAnswer::text(const QJsonObject &object, QLatin1StringView name, const QString &path)
{
    return member(object, name, path, QJsonValue::String).toString();
}

bool SolanaAnswer::flag(const QJsonObject &object, QLatin1StringView name, const QString &path)
{
    return member(object, name, path, QJsonValue::Bool).toBool();
}

QJsonObject SolanaAnswer::object(const QJsonObject &object, QLatin1StringView name, const QString &path)
{
    return member(object, name, path, QJsonValue::Object).toObject();
}

QJsonArray SolanaAnswer::array(const QJsonObject &object, QLatin1StringView name, const QString &path)
{
    return member(object, name, path, QJsonValue::Array).toArray();
}

QByteArray SolanaAnswer::base64(const QJsonObject &object, QLatin1StringView name, const QString &path)
{
    const QJsonArray pair = array(object, name, path);
    const auto decoded
        = QByteArray::fromBase64Encoding(pair.at(0).toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (pair.size() != 2 || !pair.at(0).isString() || pair.at(1).toString() != u"base64" || !decoded) {
        fail(below(path, name));
        return {};
    }
    return *decoded;
}

std::optional<QString> transactionError(const QJsonValue &err)
{
    if (err.isNull() || err.isUndefined())
        return std::nullopt;
    if (err.isString())
        return err.toString();
    return QString::fromUtf8(QJsonDocument(err.toObject()).toJson(QJsonDocument::Compact));
}

} // namespace majlis::chain
