// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/solana/decode.h"
#include "wallet/solana/message.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace majlis::wallet::solana
{

enum class Severity {
    None,
    Notice, ///< worth a line
    Loud, ///< must not be overlooked
    Refused, ///< the wallet does not sign it
};

/// What is worth saying about a transaction. Which ones refuse is said at each.
enum class Concern {
    NotASigner, ///< refused: the wallet's key is not asked for
    UnknownProgram, ///< refused; loud in expert mode
    UnknownInstruction, ///< of a known program, or written in a way it is not defined: as UnknownProgram
    UnresolvedAccount, ///< from a lookup table that the wallet does not have: as UnknownProgram
    OwnerChange, ///< refused: an account would belong to another program, or cannot send any more
    AuthorityChange, ///< refused: somebody else would control an account of the wallet
    UnlimitedDelegate, ///< refused: somebody else could take all of a token
    Delegate, ///< loud: somebody else may take so much of a token
    ForeignNonce, ///< refused: valid for ever, by a nonce account that the wallet did not make
    OwnNonce, ///< notice: valid until used, by the wallet's own nonce account
    MisplacedNonce, ///< refused: a nonce is advanced elsewhere than in the first instruction
    ForeignTokenAccount, ///< a new token account belongs to somebody else. Loud; notice when it is the associated one
    AccountEmptied, ///< closed or withdrawn from. Notice; loud when what is in it goes to somebody else
    TokensBurned, ///< loud
    AccountFrozen, ///< loud
    RecipientCannotSign, ///< loud: SOL goes to an address that no key belongs to
    HighPriorityFee, ///< loud: above 0.01 SOL
    OtherFeePayer, ///< notice
    OtherSigners, ///< notice
};

struct Warning {
    Concern concern = Concern::UnknownInstruction;
    Severity severity = Severity::None;
    std::optional<std::size_t> instruction; ///< nullopt: it is about the whole
};

/// What the wallet knows when it judges. Facts about the chain come from the client's own queries, not from who built
/// the transaction.
struct ReviewContext {
    struct TokenAccount {
        PublicKey account;
        PublicKey owner;
        PublicKey mint;
    };
    struct Mint {
        PublicKey mint;
        QString symbol;
        std::uint8_t decimals = 0;
    };

    PublicKey wallet;
    std::vector<PublicKey> nonceAccounts{}; ///< made by this wallet
    std::vector<LookupTable> tables{};
    std::vector<TokenAccount> tokenAccounts{};
    std::vector<Mint> mints{};
    std::vector<ConfiguredProgram> programs{};
    bool expertMode = false; ///< for this one request
};

/// What leaves the wallet's key as far as the instructions themselves say; what programs do inside is not in it.
struct Outflow {
    std::uint64_t lamports = 0; ///< transfers and new accounts, without fees
    struct Token {
        std::optional<PublicKey> mint; ///< nullopt: not known for this account
        PublicKey source;
        std::optional<PublicKey> to; ///< a token account
        std::uint64_t amount = 0;
    };
    std::vector<Token> tokens;
};

struct Fees {
    std::uint64_t base = 0; ///< lamports; 5000 for each signature
    std::uint64_t priority = 0; ///< lamports
    std::uint64_t unitLimit = 0;
    std::uint64_t unitPrice = 0; ///< micro-lamports
    [[nodiscard]] std::uint64_t total() const { return base + priority; }
};

struct TransactionReview {
    std::vector<DecodedInstruction> instructions;
    std::vector<Warning> warnings; ///< the worst first
    PublicKey feePayer;
    std::vector<PublicKey> signers;
    std::optional<PublicKey> nonceAccount; ///< durable: does not expire
    Outflow outflow;
    Fees fees;

    /// The worst of the warnings. Sign only below Refused.
    [[nodiscard]] Severity verdict() const { return warnings.empty() ? Severity::None : warnings.front().severity; }
    [[nodiscard]] bool has(Concern concern) const;
};

/// Reads every instruction and judges. Pure: the same message and context give the same answer.
[[nodiscard]] TransactionReview review(const Message &message, const ReviewContext &context);

/// English, for the screen: "System Program", "Transfer", "Recipient", "Amount", one sentence for a concern.
[[nodiscard]] QString programName(Program program);
[[nodiscard]] QString methodName(Method method);
[[nodiscard]] QString roleName(Role role);
[[nodiscard]] QString argumentName(Argument argument);
[[nodiscard]] QString concernText(Concern concern);

} // namespace majlis::wallet::solana
