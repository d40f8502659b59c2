// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/base/apierror.h"

#include <QJsonObject>

namespace majlis::sandbox
{

/// A profile after an update: fields left out keep their value, null clears. Refused as a whole, with one detail for
/// every field outside the limits of GraphQL's `Profile`.
[[nodiscard]] ApiResult<QJsonObject> changedProfile(const QJsonObject &present, const QJsonObject &input);

} // namespace majlis::sandbox
