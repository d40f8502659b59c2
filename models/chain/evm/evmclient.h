// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/evm/evmfees.h"
#include "models/chain/evm/evmrpc.h"
#include "models/domain/result.h"
#include "models/net/canceltoken.h"
#include "wallet/address.h"
#include "wallet/bytes.h"
#include "wallet/encoding/keccak.h"
#include "wallet/uint256.h"

#include <QCoroTask>
#include <QJsonValue>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace majlis::chain
{

/// A call of a contract, or a transfer, that is tried and not sent.
struct EvmCall {
    std::optional<wallet::Address> from;
    std::optional<wallet::Address> to; ///< none: a new contract's code
    wallet::Uint256 value; ///< wei
    wallet::Bytes data;
};

struct EvmLog {
    wallet::Address contract;
    std::vector<wallet::Hash256> topics;
    wallet::Bytes data;
};

/// What became of a transaction that is in a block.
struct EvmReceipt {
    wallet::Hash256 hash{};
    bool succeeded = false; ///< false: it reverted, and only its fee was paid
    std::uint64_t blockNumber = 0;
    std::uint64_t gasUsed = 0;
    wallet::Uint256 effectiveGasPrice; ///< wei; gasUsed times this was paid (on rollups their data fee comes on top)
    std::optional<wallet::Address> newContract;
    std::vector<EvmLog> logs;
};

/// How waiting for a transaction ended.
struct EvmOutcome {
    enum class Kind {
        Mined, ///< see receipt
        Replaced, ///< another transaction took its nonce: it can never be mined
    };
    Kind kind = Kind::Mined;
    std::optional<EvmReceipt> receipt; ///< with Mined
};

/// One look at a transaction.
struct EvmSight {
    std::optional<EvmOutcome> outcome; ///< none while its end is open
    bool isInBlock = false; ///< it has a receipt, but perhaps not under enough blocks
};

/// A token's own words; nobody vouches for them.
struct EvmTokenText {
    QString symbol;
    QString name;
    std::uint8_t decimals = 0;
};

/// One EVM chain through one node's JSON-RPC. Every answer is checked field by field; what does not fit is Malformed
/// with the path of the field. GUI thread; it must outlive its calls, and the HttpClient it.
class EvmClient
{
public:
    explicit EvmClient(net::HttpClient &http);

    /// EIP-155. Ask before signing: a node may be of another chain than its name says.
    [[nodiscard]] QCoro::Task<Result<wallet::Uint256>> chainId(net::CancelToken cancel = {});
    [[nodiscard]] QCoro::Task<Result<std::uint64_t>> blockNumber(net::CancelToken cancel = {});
    /// The next nonce, transactions that wait counted in.
    [[nodiscard]] QCoro::Task<Result<std::uint64_t>> nonce(wallet::Address account, net::CancelToken cancel = {});
    /// Wei.
    [[nodiscard]] QCoro::Task<Result<wallet::Uint256>> balance(wallet::Address account, net::CancelToken cancel = {});
    /// Whether there is code at the address.
    [[nodiscard]] QCoro::Task<Result<bool>> isContract(wallet::Address address, net::CancelToken cancel = {});
    /// What the call returns. ValidationFailed when it reverts, with what the contract said in `detail`.
    [[nodiscard]] QCoro::Task<Result<wallet::Bytes>> call(EvmCall call, net::CancelToken cancel = {});

    /// Base units. NotFound when there is no token at the address.
    [[nodiscard]] QCoro::Task<Result<wallet::Uint256>> tokenBalance(
        wallet::Address token, wallet::Address owner, net::CancelToken cancel = {});
    /// Base units that `spender` may take.
    [[nodiscard]] QCoro::Task<Result<wallet::Uint256>> tokenAllowance(
        wallet::Address token, wallet::Address owner, wallet::Address spender, net::CancelToken cancel = {});
    /// Symbol and name as text or, of old tokens, as bytes32; control characters and everything behind 64 are left out.
    [[nodiscard]] QCoro::Task<Result<EvmTokenText>> tokenText(wallet::Address token, net::CancelToken cancel = {});

    /// Units of gas that the call takes now. ValidationFailed when it would revert, InsufficientFunds when `from`
    /// cannot pay. Add a margin: the state may change.
    [[nodiscard]] QCoro::Task<Result<std::uint64_t>> estimateGas(EvmCall call, net::CancelToken cancel = {});
    /// From the last 20 blocks; on a chain without a base fee the node's price.
    [[nodiscard]] QCoro::Task<Result<EvmFees>> fees(net::CancelToken cancel = {});

    /// Hands a signed transaction to the node. Gives its hash, which is known before: an answer with another one is
    /// Malformed. Sending it again is harmless, and a success.
    [[nodiscard]] QCoro::Task<Result<wallet::Hash256>> send(wallet::Bytes raw, net::CancelToken cancel = {});
    /// nullopt while no block has it.
    [[nodiscard]] QCoro::Task<Result<std::optional<EvmReceipt>>> receipt(
        wallet::Hash256 hash, net::CancelToken cancel = {});

    /// One look at the transaction, which sends nothing. See waitFor() for `confirmations`.
    [[nodiscard]] QCoro::Task<Result<EvmSight>> look(
        wallet::Bytes raw, unsigned confirmations = 1, net::CancelToken cancel = {});
    /// Whether the node has the transaction, in a block or waiting for one.
    [[nodiscard]] QCoro::Task<Result<bool>> isKnown(wallet::Hash256 hash, net::CancelToken cancel = {});

    /// Waits until the transaction lies under `confirmations` blocks (1: it is in the newest) or can never be mined,
    /// sending it again now and then meanwhile. A node that does not answer is asked again; after `patience` without
    /// any answer the last error is given back, which says nothing about the transaction. Cancelled ends it at once.
    [[nodiscard]] QCoro::Task<Result<EvmOutcome>> waitFor(
        wallet::Bytes raw, unsigned confirmations = 1, net::CancelToken cancel = {});

    /// Between two looks at a transaction that is waited for.
    void setPollInterval(std::chrono::milliseconds interval) { m_pollInterval = interval; }
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

private:
    [[nodiscard]] QCoro::Task<Result<wallet::Uint256>> quantity(
        QString method, QJsonArray params, net::CancelToken cancel);
    [[nodiscard]] QCoro::Task<Result<QString>> tokenWord(
        wallet::Address token, QString method, net::CancelToken cancel);
    [[nodiscard]] QCoro::Task<Result<wallet::Uint256>> tokenNumber(
        wallet::Address token, wallet::Bytes data, net::CancelToken cancel);
    [[nodiscard]] QCoro::Task<Result<EvmFees>> legacyFees(net::CancelToken cancel);

    EvmRpc m_rpc;
    std::chrono::milliseconds m_pollInterval{2000};
    std::chrono::milliseconds m_patience = std::chrono::minutes(2);
};

} // namespace majlis::chain
