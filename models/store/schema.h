// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

class QSqlDatabase;

namespace majlis::store
{

/// Sets the pragmas, checks the file and brings the tables to this program's version, each step in a transaction.
/// Damaged: not a database, torn, or of a newer program. Storage: the disk refused. Database thread.
[[nodiscard]] Result<void> prepareSchema(QSqlDatabase &database);

} // namespace majlis::store
