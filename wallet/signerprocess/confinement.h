// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/error.h"

#include <QString>

#include <cstdint>

namespace majlis::wallet
{

/// What stands between the keys and the rest of the computer. The numbers are bits of the signer's Welcome.
enum class Confinement : std::uint32_t {
    NoCoreDump = 1U << 0U, ///< no core file is ever written
    NotDumpable = 1U << 1U, ///< other programs of the same user cannot read its memory or attach to it
    DiesWithParent = 1U << 2U, ///< by the system; that it ends with its input is the loop's doing
    NoNewPrivileges = 1U << 3U,
    SystemCallFilter = 1U << 4U, ///< no sockets, no new processes, no debugging, no new executable memory
    EmptyNetwork = 1U << 5U, ///< a network namespace with nothing in it
    ResourceLimits = 1U << 6U, ///< memory, files, processes
    MemoryLocked = 1U << 7U, ///< all of it; secrets are locked one by one in any case
    OneFolder = 1U << 8U, ///< only the wallet's folder can be written
};

/// Confines this process for good, as far as this system allows: first thing in main(), before any byte of a request
/// has been read, with one thread. The bits that took effect; an error when one took no effect that this system always
/// has (then the signer must not start). `folder`: of the wallet's files, exists.
/// One .cpp for each system: confinement_linux.cpp, confinement_macos.cpp, confinement_windows.cpp.
[[nodiscard]] Result<std::uint32_t> confineThisProcess(const QString &folder);

} // namespace majlis::wallet
