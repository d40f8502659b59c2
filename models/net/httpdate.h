// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QByteArray>

#include <optional>

namespace majlis::net
{

/// An HTTP date in its one current form, `Fri, 20 Nov 2026 15:04:05 GMT`; empty for anything else.
[[nodiscard]] std::optional<UnixMs> parseHttpDate(const QByteArray &text);

} // namespace majlis::net
