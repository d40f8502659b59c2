// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/attemptthrottle.h"
#include "wallet/kdf.h"
#include "wallet/timesource.h"
#include "wallet/vault.h"
#include "wallet/walletbackend.h"

#include <QString>

#include <optional>

namespace majlis::wallet
{

/// The vault, its attempts and the requests on them. One thread at a time, and never the GUI's: calls block.
class WalletCore final : public WalletBackend
{
public:
    /// Files in `folder`: wallet.majlis, its copy wallet.majlis.bak, attempts. `time` outlives this object.
    WalletCore(const QString &folder, const TimeSource &time, KdfParameters parameters);
    ~WalletCore() override;

    [[nodiscard]] WalletReply perform(WalletRequest request) override;
    /// In this process keys do not get lost.
    void onLost(std::function<void()> lost) override;

    /// Locks when the idle time is over; for whoever waits for requests. How long until then; empty: nothing runs.
    std::optional<std::chrono::milliseconds> checkIdle();

private:
    struct Performer;

    [[nodiscard]] WalletSnapshot snapshot();
    void inspect();
    void noteActivity();
    /// One counted try of a passphrase.
    template <class T, class Try>
    Result<T> attempt(Try tryIt);

    const TimeSource &m_time;
    Vault m_vault;
    AttemptThrottle m_throttle;
    std::optional<Error> m_unusable;
    std::chrono::milliseconds m_idleLock{}; ///< zero: never
    std::chrono::milliseconds m_lastWall{};
    std::chrono::milliseconds m_lastMonotonic{};
};

} // namespace majlis::wallet
