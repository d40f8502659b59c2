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
#include <vector>

namespace majlis::chain
{

/// What is paid with: the chain's own coin, or a token.
struct PaymentAsset {
    std::optional<Address> token; ///< contract or mint; none: the chain's own coin
    QString symbol; ///< of the client's own list; of a token that is not on it, its address, shortened
    QString origin; ///< the platform whose contract names the token; empty for coins and for tokens that none names
    unsigned decimals = 18;
    std::optional<wallet::Uint256> balance; ///< base units; none: the node did not say
    friend bool operator==(const PaymentAsset &, const PaymentAsset &) = default;
};

/// One of the three fees that are offered. What is signed is this offer, not one that the node makes later.
struct FeeOffer {
    wallet::Uint256 total; ///< base units of the coin; the most that it can cost, a new token account's rent left out
    wallet::Uint256 unitPrice; ///< EVM: wei a unit of gas, at most; Solana: micro-lamports a compute unit
    wallet::Uint256 priority; ///< EVM: wei a unit of gas to the block's maker, at most
    std::uint64_t units = 0; ///< gas, or compute units
    bool isLegacy = false; ///< EVM: a chain without a base fee
    friend bool operator==(const FeeOffer &, const FeeOffer &) = default;
};

struct PaymentQuestion {
    Address from;
    std::optional<Address> to; ///< none while the recipient is being typed
    std::optional<Address> token; ///< which asset is to be paid with; none: the coin
};

/// What the chain says about a payment that is being written.
struct PaymentQuote {
    QString network; ///< "Base", "Solana": by what the node says, not by what it is called
    QString chain; ///< `eip155:8453`, `solana:mainnet`
    std::vector<PaymentAsset> assets; ///< the coin first, with its balance; then tokens
    std::array<FeeOffer, 3> fees; ///< by FeeTemper: slow, normal, fast; for the asset that was asked for
    wallet::Uint256 rent; ///< of the coin: what opening the recipient's token account costs; zero: it is open
    bool isRecipientContract = false; ///< there is code at the recipient's address
};

struct PaymentDraft {
    Address from;
    Address recipient;
    wallet::Uint256 amount; ///< base units of the asset
    PaymentAsset asset;
    FeeTemper temper = FeeTemper::Normal;
    FeeOffer fee; ///< of the quote
    QString chain; ///< of the quote; a node that is of another one by now is refused
    std::uint64_t firstNonce = 0; ///< EVM: the nonces before it belong to payments that wait
};

/// A payment as it will be signed, good for as long as the chain allows.
struct PreparedPayment {
    wallet::Intent intent;
    std::uint64_t nonce = 0; ///< EVM
    std::uint64_t lastValidBlockHeight = 0; ///< Solana: until which block it can land
};

/// A payment that was signed.
struct SignedPayment {
    wallet::Bytes transaction; ///< to the byte
    QString chain;
    std::uint64_t lastValidBlockHeight = 0; ///< Solana
};

/// What one look at the chain says of a signed payment.
struct PaymentSight {
    enum class Kind {
        Missing, ///< the node does not know it, and it can still land: send it (again)
        Waiting, ///< the node has it
        Landed, ///< it is on the chain and did what it should
        Failed, ///< it is on the chain and only its fee was paid
        Replaced, ///< another transaction has its nonce: it never lands
        Expired, ///< Solana: its block hash is too old and the node knows nothing of it
    };
    Kind kind = Kind::Missing;
    QString detail; ///< with Failed: the chain's words, where it has any
};

/// Paying through one node: the seam between the page and the chains. GUI thread, never blocks; it must outlive its
/// calls.
class PaymentGateway
{
public:
    PaymentGateway() = default;
    PaymentGateway(const PaymentGateway &) = delete;
    PaymentGateway &operator=(const PaymentGateway &) = delete;
    virtual ~PaymentGateway() = default;

    [[nodiscard]] virtual QCoro::Task<Result<PaymentQuote>> quote(PaymentQuestion question, net::CancelToken cancel)
        = 0;
    /// Asks for what ages (nonce, block hash), and whether the chain would carry it out: call it when the user wants to
    /// see what is signed. Conflict with reason `other_chain`: see PaymentDraft::chain.
    [[nodiscard]] virtual QCoro::Task<Result<PreparedPayment>> prepare(PaymentDraft draft, net::CancelToken cancel) = 0;
    /// Hands it to the node. A repetition is harmless: it happens once.
    [[nodiscard]] virtual QCoro::Task<Result<void>> submit(SignedPayment payment, net::CancelToken cancel) = 0;
    /// Sends nothing. An error says nothing about the payment; Conflict with reason `other_chain`: this node cannot
    /// say.
    [[nodiscard]] virtual QCoro::Task<Result<PaymentSight>> look(SignedPayment payment, net::CancelToken cancel) = 0;
};

/// The error for a node that is of another chain than it was.
[[nodiscard]] std::unexpected<Error> otherChain();

/// `node` has passed net::HttpClient::validateBase(); the services must outlive the gateway.
[[nodiscard]] std::unique_ptr<PaymentGateway> makePaymentGateway(
    AddressFamily family, const QUrl &node, net::HttpClient::Services services);

} // namespace majlis::chain
