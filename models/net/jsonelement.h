// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace simdjson::dom
{
class element;
}

namespace majlis::net
{

/// The value as Qt's; empty, with the key's path in `duplicate`, when an object in it has a key twice. Integers that
/// no 64-bit integer holds become doubles.
[[nodiscard]] std::optional<QJsonValue> toJsonValue(const simdjson::dom::element &element, QString &duplicate);

} // namespace majlis::net
