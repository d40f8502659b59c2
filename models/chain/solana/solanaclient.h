// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/solana/solanafees.h"
#include "models/chain/solana/solanarpc.h"
#include "models/domain/result.h"
#include "models/net/canceltoken.h"
#include "wallet/intent/chains.h"
#include "wallet/solana/message.h"
#include "wallet/solana/publickey.h"

#include <QByteArray>
#include <QCoroTask>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace majlis::chain
{

/// How sure the cluster is. Confirmed: two thirds of the stake voted for it. Finalized: it cannot be undone.
enum class Commitment { Processed, Confirmed, Finalized };

struct RecentBlockhash {
    wallet::solana::Blockhash hash;
    std::uint64_t lastValidBlockHeight = 0; ///< a transaction with this hash can land up to this block, never after
};

/// An account as it stands on the chain.
struct SolanaAccount {
    std::uint64_t lamports = 0;
    wallet::solana::PublicKey owner; ///< the program
    bool isExecutable = false;
    QByteArray data;
};

struct SolanaTokenAccount {
    wallet::solana::PublicKey account;
    wallet::solana::PublicKey owner;
    wallet::solana::PublicKey mint;
    wallet::solana::PublicKey program; ///< Token or Token-2022
    std::uint64_t amount = 0; ///< base units
    bool isFrozen = false;
};

struct SolanaMint {
    wallet::solana::PublicKey program;
    std::uint8_t decimals = 0;
    std::uint64_t supply = 0; ///< base units
};

struct SolanaSimulation {
    std::optional<QString> error; ///< the runtime's, as compact JSON; none: it would succeed
    QStringList logs;
    std::uint64_t unitsConsumed = 0;
};

struct SolanaStatus {
    std::uint64_t slot = 0;
    Commitment commitment = Commitment::Processed;
    std::optional<QString> error; ///< it landed and failed: only the fee was paid
};

/// How waiting for a transaction ended.
struct SolanaReceipt {
    enum class Outcome {
        Succeeded,
        Failed, ///< it is on the chain and did nothing but cost its fee; see status.error
        Expired, ///< it is not on the chain and can never be: sign a new one
    };
    Outcome outcome = Outcome::Expired;
    std::optional<SolanaStatus> status; ///< none when expired
};

/// One look at a transaction.
struct SolanaSight {
    std::optional<SolanaReceipt> receipt; ///< none while its end is open
    bool isKnown = false; ///< the node has seen it, but the cluster is not yet as sure as was asked for
};

/// nullopt for a cluster of one's own, such as a test's.
[[nodiscard]] std::optional<wallet::SolanaCluster> clusterOfGenesis(const QString &genesisHash);

/// One Solana cluster through one node's JSON-RPC. Every answer is checked field by field; what does not fit is
/// Malformed with the path of the field. GUI thread; it must outlive its calls, and the HttpClient it. Reads are at
/// Confirmed.
class SolanaClient
{
public:
    explicit SolanaClient(net::HttpClient &http);

    using Key = wallet::solana::PublicKey;

    /// The hash of the cluster's first block, in base58: ask before signing, a node may be of another cluster than its
    /// name says. See clusterOfGenesis().
    [[nodiscard]] QCoro::Task<Result<QString>> genesisHash(net::CancelToken cancel = {});
    [[nodiscard]] QCoro::Task<Result<RecentBlockhash>> latestBlockhash(net::CancelToken cancel = {});
    [[nodiscard]] QCoro::Task<Result<std::uint64_t>> blockHeight(net::CancelToken cancel = {});
    /// Lamports; 0 for an address that holds nothing.
    [[nodiscard]] QCoro::Task<Result<std::uint64_t>> balance(Key address, net::CancelToken cancel = {});
    /// nullopt when there is none.
    [[nodiscard]] QCoro::Task<Result<std::optional<SolanaAccount>>> account(Key address, net::CancelToken cancel = {});
    /// Those of both token programs.
    [[nodiscard]] QCoro::Task<Result<std::vector<SolanaTokenAccount>>> tokenAccounts(
        Key owner, net::CancelToken cancel = {});
    /// nullopt when there is none, or something else is at the address.
    [[nodiscard]] QCoro::Task<Result<std::optional<SolanaTokenAccount>>> tokenAccount(
        Key address, net::CancelToken cancel = {});
    /// NotFound when there is no such token.
    [[nodiscard]] QCoro::Task<Result<SolanaMint>> mint(Key mint, net::CancelToken cancel = {});
    /// NotFound when there is no such table; its addresses in order.
    [[nodiscard]] QCoro::Task<Result<wallet::solana::LookupTable>> lookupTable(Key table, net::CancelToken cancel = {});
    /// What an account of so many bytes must hold.
    [[nodiscard]] QCoro::Task<Result<std::uint64_t>> rentExemption(std::uint64_t bytes, net::CancelToken cancel = {});

    /// Lamports; nullopt when the message's blockhash is not valid any more.
    [[nodiscard]] QCoro::Task<Result<std::optional<std::uint64_t>>> feeForMessage(
        wallet::solana::Message message, net::CancelToken cancel = {});
    /// From the fees paid lately for the accounts that the message writes to (128 at most are asked about).
    [[nodiscard]] QCoro::Task<Result<PriorityFees>> priorityFees(
        std::vector<Key> writableAccounts, net::CancelToken cancel = {});
    /// Runs a whole transaction without sending it; signatures may be missing.
    [[nodiscard]] QCoro::Task<Result<SolanaSimulation>> simulate(QByteArray transaction, net::CancelToken cancel = {});

    /// Hands a signed transaction to the node, which runs it first. Gives its signature, which is known before: an
    /// answer with another one is Malformed. Sending it again is harmless. A transaction that would fail is
    /// ValidationFailed, or InsufficientFunds, with the runtime's error in `detail`.
    [[nodiscard]] QCoro::Task<Result<QString>> send(QByteArray transaction, net::CancelToken cancel = {});
    /// nullopt while the node knows nothing of it.
    [[nodiscard]] QCoro::Task<Result<std::optional<SolanaStatus>>> status(
        QString signature, net::CancelToken cancel = {});

    /// One look at the transaction, which sends nothing.
    [[nodiscard]] QCoro::Task<Result<SolanaSight>> look(QByteArray transaction, std::uint64_t lastValidBlockHeight,
        Commitment wanted = Commitment::Confirmed, net::CancelToken cancel = {});

    /// Waits until the transaction has `wanted` or can never land, sending it again meanwhile. A node that does not
    /// answer is asked again; after `patience` without any answer the last error is given back, which says nothing
    /// about the transaction. Cancelled ends it at once.
    [[nodiscard]] QCoro::Task<Result<SolanaReceipt>> waitFor(QByteArray transaction, std::uint64_t lastValidBlockHeight,
        Commitment wanted = Commitment::Confirmed, net::CancelToken cancel = {});

    /// Between two looks at a transaction that is waited for.
    void setPollInterval(std::chrono::milliseconds interval) { m_pollInterval = interval; }
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

private:
    [[nodiscard]] QCoro::Task<Result<QJsonValue>> valueOf(
        QString method, QJsonArray params, net::CancelToken cancel, qint64 maxBytes = 1024 * 1024);

    SolanaRpc m_rpc;
    std::chrono::milliseconds m_pollInterval{800};
    std::chrono::milliseconds m_patience = std::chrono::minutes(2);
};

} // namespace majlis::chain
