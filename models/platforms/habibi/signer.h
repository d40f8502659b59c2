// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/address.h"
#include "models/domain/result.h"
#include "wallet/intent.h"
#include "wallet/secretbytes.h"

#include <QCoroTask>
#include <QString>

#include <optional>

namespace majlis::habibi
{

/// Signs for one account; the wallet behind it builds the text from the intent itself. GUI thread, never blocks.
/// Errors: ErrorCode::Wallet (`reason` says which of the wallet's), Cancelled.
class Signer
{
public:
    Signer() = default;
    Signer(const Signer &) = delete;
    Signer &operator=(const Signer &) = delete;
    virtual ~Signer() = default;

    [[nodiscard]] virtual Address address() const = 0;
    [[nodiscard]] virtual QCoro::Task<Result<wallet::SignedIntent>> sign(wallet::Intent intent) = 0;
};

/// Where refresh tokens are kept between runs, sealed. GUI thread, never blocks. A failure to keep one costs the user a
/// sign-in at the next start, nothing else.
class TokenVault
{
public:
    TokenVault() = default;
    TokenVault(const TokenVault &) = delete;
    TokenVault &operator=(const TokenVault &) = delete;
    virtual ~TokenVault() = default;

    [[nodiscard]] virtual QCoro::Task<Result<void>> keep(QString name, wallet::SecretBytes token) = 0;
    /// None: nothing is kept under this name.
    [[nodiscard]] virtual QCoro::Task<Result<std::optional<wallet::SecretBytes>>> find(QString name) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> forget(QString name) = 0;
};

} // namespace majlis::habibi
