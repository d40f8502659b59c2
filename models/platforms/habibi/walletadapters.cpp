// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/habibi/walletadapters.h"

#include "models/net/latch.h"
#include "wallet/walletservice.h"

#include <QObject>

#include <memory>

using namespace Qt::StringLiterals;

namespace majlis::habibi
{

namespace
{

QString reasonOf(wallet::ErrorCode code)
{
    switch (code) {
    case wallet::ErrorCode::InvalidArgument:
        return u"invalid_argument"_s;
    case wallet::ErrorCode::InvalidMnemonic:
        return u"invalid_mnemonic"_s;
    case wallet::ErrorCode::WrongPassphrase:
        return u"wrong_passphrase"_s;
    case wallet::ErrorCode::Throttled:
        return u"throttled"_s;
    case wallet::ErrorCode::Damaged:
        return u"damaged"_s;
    case wallet::ErrorCode::UnsupportedVersion:
        return u"unsupported_version"_s;
    case wallet::ErrorCode::WeakParameters:
        return u"weak_parameters"_s;
    case wallet::ErrorCode::ExcessiveParameters:
        return u"excessive_parameters"_s;
    case wallet::ErrorCode::Locked:
        return u"locked"_s;
    case wallet::ErrorCode::NotFound:
        return u"not_found"_s;
    case wallet::ErrorCode::AlreadyExists:
        return u"already_exists"_s;
    case wallet::ErrorCode::KeyStoreUnavailable:
        return u"key_store_unavailable"_s;
    case wallet::ErrorCode::KeyStoreLocked:
        return u"key_store_locked"_s;
    case wallet::ErrorCode::Cancelled:
        return u"cancelled"_s;
    case wallet::ErrorCode::Refused:
        return u"refused"_s;
    case wallet::ErrorCode::SignerLost:
        return u"signer_lost"_s;
    case wallet::ErrorCode::SignerMissing:
        return u"signer_missing"_s;
    case wallet::ErrorCode::SignerFailed:
        return u"signer_failed"_s;
    case wallet::ErrorCode::SignerMismatch:
        return u"signer_mismatch"_s;
    case wallet::ErrorCode::Io:
        return u"io"_s;
    case wallet::ErrorCode::Internal:
        break;
    }
    return u"internal"_s;
}

/// A call with a Done as something to await: `call` gets the context and the Done.
template <class T>
struct Call {
    Call() = default;
    ~Call() { context->deleteLater(); } // it may be in the middle of the answer's event
    Q_DISABLE_COPY_MOVE(Call)

    QObject *context = new QObject; // the wallet answers only while it lives
    net::Latch answered;
    wallet::Result<T> outcome = wallet::fail(wallet::ErrorCode::Internal);

    [[nodiscard]] wallet::Done<T> done()
    {
        return [this](wallet::Result<T> result) {
            outcome = std::move(result);
            answered.set();
        };
    }
};

} // namespace

Error fromWalletError(const wallet::Error &error)
{
    Error mapped;
    mapped.code = error.code == wallet::ErrorCode::Cancelled ? ErrorCode::Cancelled : ErrorCode::Wallet;
    mapped.reason = reasonOf(error.code);
    mapped.detail = u"wallet: "_s + QString::fromStdString(error.detail);
    if (error.retryAfterMs > 0)
        mapped.retryAfter = std::chrono::milliseconds(error.retryAfterMs);
    return mapped;
}

WalletSigner::WalletSigner(wallet::WalletService &wallet, wallet::Account account)
    : m_wallet(wallet)
    , m_account(std::move(account))
{
}

Address WalletSigner::address() const
{
    return m_account.address;
}

QCoro::Task<Result<wallet::SignedIntent>> WalletSigner::sign(wallet::Intent intent)
{
    const auto call = std::make_unique<Call<wallet::SignedIntent>>();
    m_wallet.sign(m_account.id, std::move(intent), call->context, call->done());
    co_await call->answered.wait();
    if (!call->outcome)
        co_return std::unexpected(fromWalletError(call->outcome.error()));
    co_return std::move(*call->outcome);
}

QCoro::Task<Result<void>> WalletTokenVault::keep(QString name, wallet::SecretBytes token)
{
    const auto call = std::make_unique<Call<void>>();
    m_wallet.putSecret(std::move(name), std::move(token), call->context, call->done());
    co_await call->answered.wait();
    if (!call->outcome)
        co_return std::unexpected(fromWalletError(call->outcome.error()));
    co_return Result<void>{};
}

QCoro::Task<Result<std::optional<wallet::SecretBytes>>> WalletTokenVault::find(QString name)
{
    using Found = std::optional<wallet::SecretBytes>;
    const auto call = std::make_unique<Call<wallet::SecretBytes>>();
    m_wallet.secret(std::move(name), call->context, call->done());
    co_await call->answered.wait();
    if (call->outcome)
        co_return Found(std::move(*call->outcome));
    if (call->outcome.error().code == wallet::ErrorCode::NotFound)
        co_return Found();
    co_return std::unexpected(fromWalletError(call->outcome.error()));
}

QCoro::Task<Result<void>> WalletTokenVault::forget(QString name)
{
    const auto call = std::make_unique<Call<void>>();
    m_wallet.removeSecret(std::move(name), call->context, call->done());
    co_await call->answered.wait();
    if (!call->outcome && call->outcome.error().code != wallet::ErrorCode::NotFound)
        co_return std::unexpected(fromWalletError(call->outcome.error()));
    co_return Result<void>{};
}

} // namespace majlis::habibi
