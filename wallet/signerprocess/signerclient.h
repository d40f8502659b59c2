// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/kdf.h"
#include "wallet/signerprocess/signerchild.h"
#include "wallet/walletbackend.h"

#include <QString>

#include <atomic>
#include <optional>

namespace majlis::wallet
{

/// The keys in a process of their own: starts majlis-signer at the first call, and again at the first call after it has
/// ended. See WalletBackend for threads. A call waits two minutes at most (Argon2id at the ceiling of its parameters),
/// 30 s when it is no work; then the signer is killed and the call answers SignerLost.
class SignerClient final : public WalletBackend
{
public:
    struct Setup {
        QString program; ///< full path of majlis-signer
        QString folder; ///< of the wallet's files; exists
        KdfParameters parameters = KdfParameters::recommended(); ///< for new vaults
    };

    explicit SignerClient(Setup setup);
    /// Ends the signer, which locks.
    ~SignerClient() override;

    /// Beside this program.
    [[nodiscard]] static QString installedProgram();

    [[nodiscard]] WalletReply perform(WalletRequest request) override;
    void onLost(std::function<void()> lost) override;

    /// Of the signer that runs; 0 when none does. Any thread; for tests that look into it or kill it.
    [[nodiscard]] std::int64_t processId() const { return m_processId; }
    /// What the running signer says about its confinement (bits of Confinement); any thread.
    [[nodiscard]] std::uint32_t confinement() const { return m_confinement; }

private:
    [[nodiscard]] Result<void> ensureStarted();
    [[nodiscard]] Result<void> greet();
    [[nodiscard]] Result<WalletReply> exchange(const WalletRequest &request);
    [[nodiscard]] WalletReply lostReply(Error error);
    void drop();

    Setup m_setup;
    std::function<void()> m_lost;
    std::unique_ptr<SignerChild> m_child;
    std::uint32_t m_number = 0;
    std::optional<std::chrono::milliseconds> m_idleLock; ///< told to each new process
    std::atomic<bool> m_busy = false; ///< an end now is the call's to report
    std::atomic<std::int64_t> m_processId = 0;
    std::atomic<std::uint32_t> m_confinement = 0;
};

} // namespace majlis::wallet
