// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/solana/solanaclient.h"
#include "models/chain/solana/solanafees.h"
#include "models/domain/result.h"
#include "models/net/canceltoken.h"
#include "wallet/intent/solanaintents.h"
#include "wallet/solana/publickey.h"

#include <QCoroTask>
#include <QString>

#include <array>
#include <cstdint>
#include <optional>

namespace majlis::chain
{

/// What the user wants to send.
struct SolanaTransferRequest {
    struct Token {
        wallet::solana::PublicKey mint;
        QString symbol; ///< from the client's own list, not from the chain
    };
    wallet::SolanaCluster cluster = wallet::SolanaCluster::Mainnet;
    wallet::solana::PublicKey from; ///< the signing account
    wallet::solana::PublicKey to; ///< a wallet's address, not a token account
    std::uint64_t amount = 0; ///< lamports, or base units of the token
    std::optional<Token> token; ///< none: SOL
    /// A fee that was offered before, and how many compute units it is for: it is taken, whatever the node says now.
    /// None: by a run of the transfer, and what others paid lately.
    struct Offer {
        std::uint32_t unitLimit = 0;
        std::uint64_t computeUnitPrice = 0; ///< micro-lamports
        std::uint64_t lamports = 0; ///< all of it
    };
    std::optional<Offer> offer;
    QString memo;
};

/// What the chain says about it: all that the Send page shows before the review. Good until `lastValidBlockHeight` of
/// the intent.
struct SolanaTransferPlan {
    wallet::SolanaTransferIntent intent; ///< with the normal fee; withFee() for the others
    std::array<SolanaFeeChoice, 3> fees{};
    std::uint64_t balance = 0; ///< lamports of the sender
    std::uint64_t tokenBalance = 0; ///< base units of the sender
    std::uint64_t rent = 0; ///< lamports that opening the recipient's token account costs; 0: it is open
    bool isNewRecipient = false; ///< the chain knows nothing of the recipient's address
    bool recipientCannotSign = false; ///< no private key can belong to it: only a program can move what is sent there

    /// The balance was found to be enough for the normal fee; for the fast one compare it with its `lamports`.
    [[nodiscard]] wallet::SolanaTransferIntent withFee(FeeTemper temper) const;
};

/// Asks `client` for everything, runs the transfer without sending it, and says what is wrong:
/// - InvalidArgument, path `amount`: zero, or it would leave an account (see `reason`: `recipient_below_rent`,
///   `sender_below_rent`) with less than the chain lets one hold;
/// - InvalidArgument, path `recipient`: the sender itself, or a token account;
/// - InsufficientFunds, path `amount` or `fee`;
/// - NotFound, path `mint`; NotEligible for tokens of the Token-2022 program, whose transfers may do more than they
/// say;
/// - ValidationFailed: the chain would refuse it, `detail` says why.
[[nodiscard]] QCoro::Task<Result<SolanaTransferPlan>> planTransfer(
    SolanaClient &client, SolanaTransferRequest request, net::CancelToken cancel = {});

} // namespace majlis::chain
