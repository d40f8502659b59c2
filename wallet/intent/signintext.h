// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/error.h"
#include "wallet/intent/signinintents.h"

#include <QString>

namespace majlis::wallet
{

/// `[A-Za-z0-9]{16,64}`, what every platform issues.
[[nodiscard]] bool isSignInNonce(const QString &nonce);
/// `YYYY-MM-DDTHH:MM:SS.mmmZ`. Precondition: in the years 1970 to 9999.
[[nodiscard]] QString signInTime(std::chrono::milliseconds sinceEpoch);
[[nodiscard]] bool isSignInTime(std::chrono::milliseconds sinceEpoch);

/// The texts that are signed, exactly. InvalidArgument when a field cannot be written (a line feed, a control
/// character, a time outside its range) or the address is of the other family. Whether they should be signed is
/// reviewOf()'s to say.
[[nodiscard]] Result<QString> signInMessage(const EvmSignInIntent &intent, const Address &account);
[[nodiscard]] Result<QString> signInMessage(const SolanaSignInIntent &intent, const Address &account);

} // namespace majlis::wallet
