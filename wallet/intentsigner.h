// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/error.h"
#include "wallet/intent.h"
#include "wallet/review/review.h"
#include "wallet/secretbytes.h"

namespace majlis::wallet
{

/// From an intent to a signature: reviews it, refuses what the review refuses (Refused; InvalidArgument when a field is
/// outside its domain or the account is another), builds the bytes, signs them with `key` (32 bytes, of
/// `context.account`), and checks the signature before giving it out. Inside the wallet room only.
[[nodiscard]] Result<SignedIntent> signIntent(
    const SecretBytes &key, const Intent &intent, const ReviewContext &context);

/// The nonce of a sign-in, empty for other kinds: what a wallet remembers so that it signs none twice.
[[nodiscard]] QString signInNonceOf(const Intent &intent);

} // namespace majlis::wallet
