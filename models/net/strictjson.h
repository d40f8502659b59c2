// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QCoroTask>
#include <QJsonValue>

namespace majlis::net
{

/// The deepest nesting that any answer or frame may have.
inline constexpr int maxJsonDepth = 64;

/// Reads one JSON text (RFC 8259) and refuses, with ErrorCode::Malformed and a reason in `detail`, everything that two
/// readers could understand differently: invalid UTF-8, a byte order mark, duplicate keys (named in `path`), NaN,
/// numbers that no double holds, anything after the value, and nesting deeper than maxJsonDepth. Any thread.
[[nodiscard]] Result<QJsonValue> parseStrict(const QByteArray &text);

/// parseStrict() on the global thread pool when the text is long enough to be felt, at once otherwise.
[[nodiscard]] QCoro::Task<Result<QJsonValue>> parseOffThread(QByteArray text);

} // namespace majlis::net
