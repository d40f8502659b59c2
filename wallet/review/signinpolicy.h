// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/intent/signinintents.h"
#include "wallet/review/reviewbuilder.h"

#include <QString>

namespace majlis::wallet::detail
{

/// The longest time that a sign-in may be good for; the platforms say 300 to 600 s.
inline constexpr std::chrono::milliseconds longestSignIn = std::chrono::seconds(600);
/// How far a server's clock may be ahead of this computer's.
inline constexpr std::chrono::milliseconds clockTolerance = std::chrono::minutes(10);

/// Refuses what a sign-in to `text.platform` may not be: domain, URI, statement, times, nonce. What the contract says
/// about each platform (contract/*.openapi.yaml, "Sign-in") is in here and nowhere else.
void judgeSignIn(ReviewBuilder &review, const SignInText &text, AddressFamily family);
/// Whether the platform takes accounts of that EVM chain, or of that cluster.
[[nodiscard]] bool takesChain(Platform platform, ChainId chain);
[[nodiscard]] bool takesCluster(Platform platform, SolanaCluster cluster);

/// The statements of a platform, for whoever builds the intent.
[[nodiscard]] bool isStatementOf(Platform platform, const QString &statement);

/// Whether a free text would work as somebody's sign-in or registration.
[[nodiscard]] bool looksLikeSignIn(const QString &text);

} // namespace majlis::wallet::detail
