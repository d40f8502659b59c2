// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/intent.h"
#include "wallet/platform.h"

#include <QSet>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace majlis::wallet
{

// Clear signing: what an intent does, in values that a page can show. Pure functions of their arguments; any thread.
// Nothing here is user text: pages translate the closed sets below, and show values as plain text.

/// The heading.
enum class ReviewAction {
    SignIn,
    RegisterReferral,
    SignMessage,
    SignTypedData,
    Send,
    CancelTransaction, ///< zero to oneself, in the place of a waiting transaction
    Approve, ///< lets a contract take tokens
    Revoke, ///< takes that back
    ContractCall,
    ProgramCall,
};

/// What a row says.
enum class ReviewField {
    Platform,
    Domain,
    Chain, ///< name and id, or the Solana cluster
    Account, ///< who signs
    Contract, ///< name and address
    Method,
    Recipient,
    Spender, ///< who may take tokens after an approval
    Amount, ///< of what leaves the account
    Token, ///< contract or mint of a token that is not on the wallet's list
    MaximumSpent, ///< the most that can leave
    MinimumReceived, ///< the least that must come in, otherwise nothing happens
    Argument, ///< `name` says which
    Statement,
    Nonce,
    IssuedAt,
    Expires,
    MaximumFee,
    Rent, ///< Solana: what opening an account costs
    Memo,
    Code, ///< referral code
    Message, ///< the text itself
    Program,
};

struct ReviewRow {
    ReviewField field = ReviewField::Argument;
    QString name; ///< of an argument or a typed-data member; empty otherwise
    /// What to show: amounts in whole units with their symbol ("12.5 USDT"), times as `YYYY-MM-DD HH:MM:SS UTC`.
    QString value;
    /// Addresses in full, in groups of four ("0x f39F d6e5 …"), for reading aloud and comparing; empty otherwise.
    QString grouped;
};

enum class Severity {
    Note,
    Caution, ///< unusual: the page shows it before the button
    Danger, ///< the page asks once more
    Refusal, ///< the wallet does not sign this, whatever the user says
};

enum class ReviewFinding {
    // refusals
    InvalidField, ///< a value is outside its domain; `detail` says which
    ForeignDomain, ///< sign-in for a domain that is not the platform's
    UriNotOfDomain,
    ForeignStatement, ///< the statement is none of the platform's
    Expired,
    NotYetValid, ///< issued more than 10 minutes ahead of this computer's clock
    LifetimeTooLong,
    WrongChain, ///< a chain that the platform does not have, or typed data of another chain
    WrongAccount, ///< the intent names or needs another account
    NonceReused,
    LooksLikeSignIn, ///< a free message that is a sign-in text
    LooksLikeTransaction, ///< bytes for a Solana account that read as a transaction
    UnknownContract, ///< Refusal; Danger with expert mode
    UnknownMethod, ///< Refusal; Danger with expert mode
    ServerBytesDiffer, ///< the server's transaction does something else; `detail` says what
    UnknownProgram,
    OwnerChange,
    AuthorityChange,
    DelegateApproval,
    DurableNonce,
    AddressLookupTables,
    UnlimitedApproval, ///< Refusal; Danger with expert mode
    ZeroMinimum, ///< a swap that accepts any price
    // the rest
    PracticeDomain, ///< Note: a practice platform on this computer
    UnknownToken, ///< Caution: symbol and decimals are what the server says
    UnreadableBytes, ///< Danger: what is signed cannot be read by people
    ExpertMode, ///< Danger
    NoExpiry, ///< Note: a contract call that stays valid until it is mined or replaced
    HighFee, ///< Caution: the fee may be more than a tenth of the amount, or above 0.1 of the native coin
    CannotBeUndone, ///< Caution: tokens put in cannot be taken back (createPool)
    SendsToContract, ///< Caution: the recipient is a token's contract or another known one
    /// Danger: `approve(spender, 0)` takes back of a token, but of a collection it would let the spender take item 0,
    /// and the wallet does not know which of the two the contract is.
    RevokesUnknownToken,
};

struct ReviewNotice {
    ReviewFinding finding = ReviewFinding::InvalidField;
    Severity severity = Severity::Note;
    QString detail; ///< for the log and the raw form: English, no markup; may be empty
};

struct Review {
    ReviewAction action = ReviewAction::SignMessage;
    std::optional<Platform> platform; ///< none: the user's own doing, such as sending
    std::vector<ReviewRow> rows; ///< in the order to show
    std::vector<ReviewNotice> notices; ///< gravest first
    QString raw; ///< the text, the JSON, or the hex of the bytes that are signed: shown on demand

    [[nodiscard]] bool isRefused() const;
    [[nodiscard]] bool has(ReviewFinding finding) const;
    /// The value of the first such row; empty when there is none.
    [[nodiscard]] QString valueOf(ReviewField field) const;
    /// One line for each row and notice, in English: what SignedIntent::description holds.
    [[nodiscard]] QString description() const;
};

/// What a review needs to know besides the intent.
struct ReviewContext {
    Address account; ///< that is to sign
    std::chrono::milliseconds now{}; ///< of the wall clock, since 1970 UTC
    QSet<QString> usedNonces; ///< sign-in nonces that this wallet has signed already
};

/// Reads the intent as the signer will sign it. Never fails: what cannot be signed comes back refused. The signer does
/// the same with its own clock and signs only what is not refused.
[[nodiscard]] Review reviewOf(const Intent &intent, const ReviewContext &context);

/// The enumerator's own name, such as `MaximumFee`: for logs, tests and descriptions.
[[nodiscard]] QString fieldName(ReviewField field);
[[nodiscard]] QString findingName(ReviewFinding finding);

/// In groups of four, the prefix on its own: for reading addresses aloud.
[[nodiscard]] QString grouped(const Address &address);

} // namespace majlis::wallet
