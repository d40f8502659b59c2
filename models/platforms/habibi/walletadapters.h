// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/habibi/signer.h"
#include "wallet/account.h"

namespace majlis::wallet
{
class WalletService;
}

namespace majlis::habibi
{

/// The wallet's error in this room's terms: ErrorCode::Wallet (Cancelled stays itself), `reason` the wallet's code in
/// snake case such as `locked`, `retryAfter` when throttled.
[[nodiscard]] Error fromWalletError(const wallet::Error &error);

/// A Signer over the wallet service. The service must outlive it and its calls.
class WalletSigner final : public Signer
{
public:
    WalletSigner(wallet::WalletService &wallet, wallet::Account account);

    [[nodiscard]] Address address() const override;
    [[nodiscard]] QCoro::Task<Result<wallet::SignedIntent>> sign(wallet::Intent intent) override;

private:
    wallet::WalletService &m_wallet;
    wallet::Account m_account;
};

/// A TokenVault in the wallet's file. The service must outlive it and its calls. While the wallet is locked its calls
/// fail with ErrorCode::Wallet, reason `locked`.
class WalletTokenVault final : public TokenVault
{
public:
    explicit WalletTokenVault(wallet::WalletService &wallet)
        : m_wallet(wallet)
    {
    }

    [[nodiscard]] QCoro::Task<Result<void>> keep(QString name, wallet::SecretBytes token) override;
    [[nodiscard]] QCoro::Task<Result<std::optional<wallet::SecretBytes>>> find(QString name) override;
    [[nodiscard]] QCoro::Task<Result<void>> forget(QString name) override;

private:
    wallet::WalletService &m_wallet;
};

} // namespace majlis::habibi
