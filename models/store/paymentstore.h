// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/address.h"
#include "models/domain/result.h"
#include "models/domain/time.h"
#include "wallet/bytes.h"
#include "wallet/uint256.h"

#include <QCoroTask>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace majlis::store
{

class Database;

/// A payment that was signed, and how far it came. Nothing in it is secret: a signed transaction can only do what was
/// signed.
struct StoredPayment {
    enum class State {
        Queued = 0, ///< signed and kept; no node has taken it yet
        Sent = 1, ///< a node took it; it waits for a place in a block
        Confirmed = 2, ///< on the chain, and did what it should
        Failed = 3, ///< on the chain, but only its fee was paid; `detail` says why, where the chain does
        Replaced = 4, ///< another transaction took its nonce: it never happens
        Expired = 5, ///< Solana: its block hash is too old: it never happens
        Untraceable = 6, ///< too old for the node to say: it may have happened
        GivenUp = 7, ///< the user did: sent no more, but still looked for
    };

    QString id; ///< the transaction's hash or first signature: known before it is sent
    Address from;
    Address to;
    wallet::Uint256 amount; ///< base units
    std::optional<Address> token; ///< contract or mint; none: the chain's own coin
    QString symbol; ///< plain text, of the client's list or shortened from the token's address
    unsigned decimals = 18;
    QString chain; ///< `eip155:8453`, `solana:mainnet`
    QString network; ///< its name
    QString node; ///< the address of the node that it was written with
    wallet::Bytes transaction; ///< what goes to the node, to the byte; empty once the end is known
    std::uint64_t nonce = 0; ///< EVM
    std::uint64_t lastValidBlockHeight = 0; ///< Solana: until which block it can land
    UnixMs signedAt;
    UnixMs changedAt;
    State state = State::Queued;
    QString detail; ///< the chain's words for Failed: untrusted, plain, at most 500 characters
    friend bool operator==(const StoredPayment &, const StoredPayment &) = default;
};

/// Whether nothing can change it any more.
[[nodiscard]] bool isFinal(StoredPayment::State state);

/// The table of payments. Bounded: what is final and not among the newest `mostFinal` goes; while `mostOpen` are open
/// no further one is taken. GUI thread; the database outlives it.
class PaymentStore
{
public:
    static constexpr int mostOpen = 100;
    static constexpr int mostFinal = 500;

    explicit PaymentStore(Database &database);

    /// Newest first. A row that does not fit together (its bytes name another transaction or sender) is left out: such
    /// a one was not written here.
    [[nodiscard]] QCoro::Task<Result<std::vector<StoredPayment>>> load();
    /// Resumes once it is on the disk, and would survive a power cut. A payment that is there already stays as it is.
    /// Storage: the disk refused, or there is none to remember anything. TooLarge: too many are open.
    [[nodiscard]] QCoro::Task<Result<void>> add(StoredPayment payment);
    /// State, detail and time; of a final one the bytes go. A failure is reported by Database::failed.
    void update(const StoredPayment &payment);

private:
    Database &m_database;
};

} // namespace majlis::store
