// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/solana/solanaclient.h"

#include "models/chain/solana/solanaanswer.h"
#include "wallet/solana/programs.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>

namespace majlis::chain
{

using namespace Qt::StringLiterals;
using wallet::solana::PublicKey;

namespace
{

constexpr qint64 largestTokenList = 16LL * 1024 * 1024;
constexpr qsizetype mostFeeAccounts = 128;
constexpr qsizetype lookupTableHeader = 56;

QJsonObject confirmed(QJsonObject options = {})
{
    options.insert("commitment"_L1, u"confirmed"_s);
    return options;
}

QJsonObject asBase64()
{
    return confirmed({{"encoding"_L1, u"base64"_s}});
}

SolanaAccount accountFrom(SolanaAnswer &answer, const QJsonObject &object, const QString &path)
{
    SolanaAccount account;
    account.lamports = answer.number(object, "lamports"_L1, path);
    account.owner = answer.key(object, "owner"_L1, path);
    account.isExecutable = answer.flag(object, "executable"_L1, path);
    account.data = answer.base64(object, "data"_L1, path);
    return account;
}

std::uint64_t littleEndian(QByteArrayView bytes)
{
    std::uint64_t value = 0;
    for (qsizetype i = bytes.size(); i > 0; --i)
        value = value << 8U | static_cast<std::uint8_t>(bytes[i - 1]);
    return value;
}

PublicKey keyAt(QByteArrayView data, qsizetype offset)
{
    PublicKey key;
    std::copy_n(data.sliced(offset).begin(), key.bytes.size(), key.bytes.begin());
    return key;
}

// Crate spl-token-interface: mint, owner, amount, delegate (36), state, native (12), delegated amount, closer (36).
// Token-2022 puts 1 (a mint) or 2 (an account) behind byte 165, and extensions behind that.
std::optional<SolanaTokenAccount> tokenAccountFrom(const PublicKey &address, const SolanaAccount &account)
{
    const QByteArrayView data = account.data;
    const bool isAccount = data.size() == 165 || (data.size() > 165 && data[165] == 2);
    if (!isAccount || !wallet::solana::isTokenProgram(account.owner) || data[108] < 1 || data[108] > 2)
        return std::nullopt;
    return SolanaTokenAccount{
        address, keyAt(data, 32), keyAt(data, 0), account.owner, littleEndian(data.sliced(64, 8)), data[108] == 2};
}

// Mint authority (36), supply, decimals, is initialised, freeze authority (36).
std::optional<SolanaMint> mintFrom(const SolanaAccount &account)
{
    const QByteArrayView data = account.data;
    const bool isMint = data.size() == 82 || (data.size() > 165 && data[165] == 1);
    if (!isMint || !wallet::solana::isTokenProgram(account.owner) || data[45] != 1)
        return std::nullopt;
    return SolanaMint{account.owner, static_cast<std::uint8_t>(data[44]), littleEndian(data.sliced(36, 8))};
}

std::optional<std::vector<PublicKey>> tableFrom(const SolanaAccount &account)
{
    const QByteArrayView data = account.data;
    if (account.owner != wallet::solana::addressLookupTableProgram() || data.size() < lookupTableHeader
        || littleEndian(data.first(4)) != 1 || (data.size() - lookupTableHeader) % 32 != 0)
        return std::nullopt;
    std::vector<PublicKey> addresses;
    for (qsizetype offset = lookupTableHeader; offset < data.size(); offset += 32)
        addresses.push_back(keyAt(data, offset));
    return addresses;
}

} // namespace

SolanaClient::SolanaClient(net::HttpClient &http)
    : m_rpc(http)
{
}

// `{"context": {"slot": …}, "value": …}`: the value.
QCoro::Task<Result<QJsonValue>> SolanaClient::valueOf(
    QString method, QJsonArray params, net::CancelToken cancel, qint64 maxBytes)
{
    auto result = co_await m_rpc.call(method, params, cancel, maxBytes);
    if (!result)
        co_return std::unexpected(result.error());
    SolanaAnswer answer;
    const QJsonObject object = result->toObject();
    static_cast<void>(answer.number(answer.object(object, "context"_L1, u"result"_s), "slot"_L1, u"result.context"_s));
    if (!object.contains("value"_L1))
        answer.fail(u"result.value"_s);
    co_return answer.finish(object.value("value"_L1));
}

std::optional<wallet::SolanaCluster> clusterOfGenesis(const QString &genesisHash)
{
    if (genesisHash == u"5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d")
        return wallet::SolanaCluster::Mainnet;
    if (genesisHash == u"EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG")
        return wallet::SolanaCluster::Devnet;
    return std::nullopt;
}

QCoro::Task<Result<QString>> SolanaClient::genesisHash(net::CancelToken cancel)
{
    auto result = co_await m_rpc.call(u"getGenesisHash"_s, QJsonArray(), cancel);
    if (!result)
        co_return std::unexpected(result.error());
    SolanaAnswer answer;
    if (!wallet::solana::Blockhash::parse(result->toString()))
        answer.fail(u"result"_s);
    co_return answer.finish(result->toString());
}

QCoro::Task<Result<RecentBlockhash>> SolanaClient::latestBlockhash(net::CancelToken cancel)
{
    auto value = co_await valueOf(u"getLatestBlockhash"_s, jsonList(confirmed()), cancel);
    if (!value)
        co_return std::unexpected(value.error());
    SolanaAnswer answer;
    RecentBlockhash recent;
    recent.hash.bytes = answer.key(value->toObject(), "blockhash"_L1, u"result.value"_s).bytes;
    recent.lastValidBlockHeight = answer.number(value->toObject(), "lastValidBlockHeight"_L1, u"result.value"_s);
    co_return answer.finish(recent);
}

QCoro::Task<Result<std::uint64_t>> SolanaClient::blockHeight(net::CancelToken cancel)
{
    auto result = co_await m_rpc.call(u"getBlockHeight"_s, jsonList(confirmed()), cancel);
    if (!result)
        co_return std::unexpected(result.error());
    SolanaAnswer answer;
    const std::uint64_t height = answer.number(*result, u"result"_s);
    co_return answer.finish(height);
}

QCoro::Task<Result<std::uint64_t>> SolanaClient::balance(Key address, net::CancelToken cancel)
{
    auto value = co_await valueOf(u"getBalance"_s, jsonList(address.text(), confirmed()), cancel);
    if (!value)
        co_return std::unexpected(value.error());
    SolanaAnswer answer;
    const std::uint64_t lamports = answer.number(*value, u"result.value"_s);
    co_return answer.finish(lamports);
}

QCoro::Task<Result<std::optional<SolanaAccount>>> SolanaClient::account(Key address, net::CancelToken cancel)
{
    // The largest account has 10 MiB; the wallet reads mints, token accounts and tables, which are small.
    auto value = co_await valueOf(u"getAccountInfo"_s, jsonList(address.text(), asBase64()), cancel);
    if (!value)
        co_return std::unexpected(value.error());
    if (value->isNull())
        co_return std::optional<SolanaAccount>();
    SolanaAnswer answer;
    if (!value->isObject())
        answer.fail(u"result.value"_s);
    std::optional<SolanaAccount> account = accountFrom(answer, value->toObject(), u"result.value"_s);
    co_return answer.finish(account);
}

QCoro::Task<Result<std::vector<SolanaTokenAccount>>> SolanaClient::tokenAccounts(Key owner, net::CancelToken cancel)
{
    const std::array programs = {wallet::solana::tokenProgram(), wallet::solana::token2022Program()};
    std::vector<SolanaTokenAccount> accounts;
    for (const PublicKey program : programs) {
        const QJsonObject filter{{"programId"_L1, program.text()}};
        auto value = co_await valueOf(
            u"getTokenAccountsByOwner"_s, jsonList(owner.text(), filter, asBase64()), cancel, largestTokenList);
        if (!value)
            co_return std::unexpected(value.error());
        SolanaAnswer answer;
        if (!value->isArray())
            answer.fail(u"result.value"_s);
        const QJsonArray entries = value->toArray();
        for (qsizetype i = 0; i < entries.size() && !answer.error(); ++i) {
            const QString path = u"result.value[%1]"_s.arg(i);
            const QJsonObject entry = entries[i].toObject();
            const PublicKey address = answer.key(entry, "pubkey"_L1, path);
            const auto account = accountFrom(answer, answer.object(entry, "account"_L1, path), path + u".account"_s);
            const auto token = tokenAccountFrom(address, account);
            // Whatever the node says, only the owner's own accounts of this program are shown as such.
            if (!token || token->owner != owner || token->program != program)
                answer.fail(path + u".account.data"_s);
            else
                accounts.push_back(*token);
        }
        if (answer.error())
            co_return std::unexpected(*answer.error());
    }
    co_return accounts;
}

QCoro::Task<Result<std::optional<SolanaTokenAccount>>> SolanaClient::tokenAccount(Key address, net::CancelToken cancel)
{
    auto found = co_await account(address, cancel);
    if (!found)
        co_return std::unexpected(found.error());
    co_return *found ? tokenAccountFrom(address, **found) : std::nullopt;
}

QCoro::Task<Result<SolanaMint>> SolanaClient::mint(Key mint, net::CancelToken cancel)
{
    auto found = co_await account(mint, cancel);
    if (!found)
        co_return std::unexpected(found.error());
    const std::optional<SolanaMint> read = *found ? mintFrom(**found) : std::nullopt;
    if (!read)
        co_return fail(ErrorCode::NotFound, u"no token at this address"_s, u"mint"_s);
    co_return *read;
}

QCoro::Task<Result<wallet::solana::LookupTable>> SolanaClient::lookupTable(Key table, net::CancelToken cancel)
{
    auto found = co_await account(table, cancel);
    if (!found)
        co_return std::unexpected(found.error());
    std::optional<std::vector<PublicKey>> addresses = *found ? tableFrom(**found) : std::nullopt;
    if (!addresses)
        co_return fail(ErrorCode::NotFound, u"no lookup table at this address"_s, u"table"_s);
    co_return wallet::solana::LookupTable{table, std::move(*addresses)};
}

QCoro::Task<Result<std::uint64_t>> SolanaClient::rentExemption(std::uint64_t bytes, net::CancelToken cancel)
{
    auto result = co_await m_rpc.call(
        u"getMinimumBalanceForRentExemption"_s, jsonList(static_cast<qint64>(bytes), confirmed()), cancel);
    if (!result)
        co_return std::unexpected(result.error());
    SolanaAnswer answer;
    const std::uint64_t lamports = answer.number(*result, u"result"_s);
    co_return answer.finish(lamports);
}

QCoro::Task<Result<std::optional<std::uint64_t>>> SolanaClient::feeForMessage(
    wallet::solana::Message message, net::CancelToken cancel)
{
    const wallet::Bytes bytes = message.serialise();
    const QByteArray raw(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    auto value
        = co_await valueOf(u"getFeeForMessage"_s, jsonList(QString::fromLatin1(raw.toBase64()), confirmed()), cancel);
    if (!value)
        co_return std::unexpected(value.error());
    if (value->isNull())
        co_return std::optional<std::uint64_t>();
    SolanaAnswer answer;
    const std::optional<std::uint64_t> fee = answer.number(*value, u"result.value"_s);
    co_return answer.finish(fee);
}

QCoro::Task<Result<PriorityFees>> SolanaClient::priorityFees(std::vector<Key> writableAccounts, net::CancelToken cancel)
{
    QJsonArray asked;
    for (const Key &key : writableAccounts) {
        if (asked.size() < mostFeeAccounts)
            asked.append(key.text());
    }
    auto result = co_await m_rpc.call(u"getRecentPrioritizationFees"_s, jsonList(asked), cancel);
    if (!result)
        co_return std::unexpected(result.error());
    SolanaAnswer answer;
    if (!result->isArray())
        answer.fail(u"result"_s);
    std::vector<std::uint64_t> recent;
    const QJsonArray entries = result->toArray();
    recent.reserve(static_cast<std::size_t>(entries.size()));
    for (qsizetype i = 0; i < entries.size(); ++i)
        recent.push_back(answer.number(entries[i].toObject(), "prioritizationFee"_L1, u"result[%1]"_s.arg(i)));
    const PriorityFees fees = priorityFeesFrom(std::move(recent));
    co_return answer.finish(fees);
}

QCoro::Task<Result<SolanaSimulation>> SolanaClient::simulate(QByteArray transaction, net::CancelToken cancel)
{
    const QJsonObject options
        = confirmed({{"encoding"_L1, u"base64"_s}, {"sigVerify"_L1, false}, {"replaceRecentBlockhash"_L1, false}});
    auto value = co_await valueOf(
        u"simulateTransaction"_s, jsonList(QString::fromLatin1(transaction.toBase64()), options), cancel);
    if (!value)
        co_return std::unexpected(value.error());
    SolanaAnswer answer;
    const QJsonObject object = value->toObject();
    SolanaSimulation simulation;
    if (!object.contains("err"_L1))
        answer.fail(u"result.value.err"_s);
    simulation.error = transactionError(object.value("err"_L1));
    for (const auto line : object.value("logs"_L1).toArray())
        simulation.logs += line.toString();
    if (!object.value("unitsConsumed"_L1).isNull() && !object.value("unitsConsumed"_L1).isUndefined())
        simulation.unitsConsumed = answer.number(object, "unitsConsumed"_L1, u"result.value"_s);
    co_return answer.finish(simulation);
}

} // namespace majlis::chain
