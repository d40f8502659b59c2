// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/error.h"
#include "wallet/secretbytes.h"

#include <QString>

namespace majlis::wallet
{

// Key files that the user picks. Block for as long as the disk takes: not for the GUI thread. What is read and written
// passes through guarded memory only.

enum class FileInTheWay {
    Keep, ///< AlreadyExists, and nothing is touched
    Replace, ///< the user was asked
};

/// Writes `content` so that at any moment either nothing, the old file, or the whole new one is there: into a new file
/// beside it that only the user may read (0600), to the disk, then under its name. InvalidArgument unless `path` is
/// absolute and in a folder that exists, or when it names something that is no regular file; Io.
[[nodiscard]] Result<void> writeSecretFile(const QString &path, const SecretBytes &content, FileInTheWay inTheWay);

/// NotFound; InvalidArgument when it is no regular file, or longer than `largest` bytes; Io.
[[nodiscard]] Result<SecretBytes> readSecretFile(const QString &path, std::size_t largest);

} // namespace majlis::wallet
