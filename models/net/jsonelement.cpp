// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/jsonelement.h"

#include <simdjson.h>

#include <QJsonArray>
#include <QJsonObject>

namespace majlis::net
{

namespace
{

using simdjson::dom::element;
using simdjson::dom::element_type;

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

// Recursion is bounded: simdjson has refused anything deeper than maxJsonDepth.
std::optional<QJsonValue> convert(const element &from, QString &duplicate);

std::optional<QJsonValue> convertObject(const simdjson::dom::object &from, QString &duplicate)
{
    QJsonObject object;
    for (const auto field : from) {
        const auto key = text(field.key);
        if (object.contains(key)) {
            duplicate = key;
            return {};
        }
        const auto value = convert(field.value, duplicate);
        if (!value) {
            duplicate = key + u'.' + duplicate;
            return {};
        }
        object.insert(key, *value);
    }
    return object;
}

std::optional<QJsonValue> convertArray(const simdjson::dom::array &from, QString &duplicate)
{
    QJsonArray array;
    for (const auto item : from) {
        const auto value = convert(item, duplicate);
        if (!value) {
            duplicate = QString::number(array.size()) + u'.' + duplicate;
            return {};
        }
        array.append(*value);
    }
    return array;
}

std::optional<QJsonValue> convert(const element &from, QString &duplicate)
{
    switch (from.type()) {
    case element_type::ARRAY:
        return convertArray(from.get_array().value_unsafe(), duplicate);
    case element_type::OBJECT:
        return convertObject(from.get_object().value_unsafe(), duplicate);
    case element_type::INT64:
        return QJsonValue(static_cast<qint64>(from.get_int64().value_unsafe()));
    case element_type::UINT64:
        return QJsonValue(static_cast<double>(from.get_uint64().value_unsafe()));
    case element_type::DOUBLE:
        return QJsonValue(from.get_double().value_unsafe());
    case element_type::STRING:
        return QJsonValue(text(from.get_string().value_unsafe()));
    case element_type::BOOL:
        return QJsonValue(from.get_bool().value_unsafe());
    case element_type::NULL_VALUE:
        break;
    }
    return QJsonValue(QJsonValue::Null);
}

} // namespace

std::optional<QJsonValue> toJsonValue(const element &from, QString &duplicate)
{
    return convert(from, duplicate);
}

} // namespace majlis::net
