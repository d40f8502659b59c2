// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/solana/solanafees.h"
#include "models/domain/address.h"
#include "models/domain/result.h"
#include "models/net/canceltoken.h"
#include "models/net/httpclient.h"
#include "wallet/intent.h"
#include "wallet/uint256.h"

#include <QCoroTask>
#include <QString>
#include <QUrl>

#include <array>
#include <memory>
#include <optional>

namespace majlis::chain
{

/// What the chain says about a payment that is being written. Base units of the chain's own coin.
struct PaymentQuote {
    QString network; ///< "Base", "Solana": by what the node says, not by what it is called
    QString symbol; ///< of the coin
    wallet::Uint256 balance;
    std::array<wallet::Uint256, 3> fees; ///< at most, by FeeTemper: slow, normal, fast
    bool isRecipientContract = false; ///< there is code at the recipient's address
};

struct PaymentDraft {
    Address from;
    Address recipient;
    wallet::Uint256 amount; ///< base units
    FeeTemper temper = FeeTemper::Normal;
};

/// A payment as it will be signed, good for as long as the chain allows.
struct PreparedPayment {
    wallet::Intent intent;
    std::uint64_t lastValidBlockHeight = 0; ///< Solana: until which block it can land
};

enum class PaymentOutcome {
    Landed, ///< it is on the chain and did what it should
    Failed, ///< it is on the chain and only its fee was paid
    Lost, ///< it is not on the chain and never will be: nothing was paid
};

/// Paying with a chain's own coin through one node: the seam between the page and the chains. GUI thread, never blocks;
/// it must outlive its calls.
class PaymentGateway
{
public:
    PaymentGateway() = default;
    PaymentGateway(const PaymentGateway &) = delete;
    PaymentGateway &operator=(const PaymentGateway &) = delete;
    virtual ~PaymentGateway() = default;

    [[nodiscard]] virtual unsigned decimals() const = 0;
    /// `to`: none while the recipient is being typed.
    [[nodiscard]] virtual QCoro::Task<Result<PaymentQuote>> quote(
        Address from, std::optional<Address> to, net::CancelToken cancel)
        = 0;
    /// Asks for what ages (nonce, block hash, fees): call it when the user wants to see what is signed.
    [[nodiscard]] virtual QCoro::Task<Result<PreparedPayment>> prepare(PaymentDraft draft, net::CancelToken cancel) = 0;
    /// Hands it to the node. A repetition is harmless: it happens once.
    [[nodiscard]] virtual QCoro::Task<Result<void>> submit(wallet::SignedIntent done, net::CancelToken cancel) = 0;
    /// Until it has landed or never can. An error says nothing about the payment.
    [[nodiscard]] virtual QCoro::Task<Result<PaymentOutcome>> waitFor(
        wallet::SignedIntent done, std::uint64_t lastValidBlockHeight, net::CancelToken cancel)
        = 0;
};

/// `node` has passed net::HttpClient::validateBase(); the services must outlive the gateway.
[[nodiscard]] std::unique_ptr<PaymentGateway> makePaymentGateway(
    AddressFamily family, const QUrl &node, net::HttpClient::Services services);

} // namespace majlis::chain
