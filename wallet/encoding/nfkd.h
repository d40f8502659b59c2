// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/error.h"
#include "wallet/secretbytes.h"

namespace majlis::wallet
{

/// Unicode Normalization Form KD of UTF-8 text, worked out inside guarded memory: QString::normalized() would leave
/// copies of the secret on the heap. Qt's Unicode tables decide. InvalidArgument when it is not UTF-8.
[[nodiscard]] Result<SecretBytes> nfkd(const SecretBytes &utf8);

/// Normalization Form KC: the same, composed again. The same guarantees.
[[nodiscard]] Result<SecretBytes> nfkc(const SecretBytes &utf8);

} // namespace majlis::wallet
