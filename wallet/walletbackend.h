// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/walletrequest.h"

#include <functional>

namespace majlis::wallet
{

/// Who holds the keys: WalletCore in this process (tests, tools), or SignerClient, which drives majlis-signer (the
/// program). Made and destroyed on the GUI thread; perform() is called on one worker thread, one call at a time, and
/// may block for as long as Argon2id and the disk take.
class WalletBackend
{
public:
    virtual ~WalletBackend() = default;

    /// Never throws; a call that cannot be made answers with one of the Signer… codes and a snapshot that says Locked
    /// or Unknown.
    [[nodiscard]] virtual WalletReply perform(WalletRequest request) = 0;
    /// `lost` is called, from any thread, when the keys have gone without a call (the signer process ended). Set before
    /// the first perform().
    virtual void onLost(std::function<void()> lost) = 0;
};

} // namespace majlis::wallet
