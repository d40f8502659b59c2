// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/evm/evmapprovallogs.h"

#include "models/chain/evm/evmanswer.h"
#include "wallet/encoding/hex.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <ranges>
#include <set>
#include <tuple>

namespace majlis::chain
{

using namespace Qt::StringLiterals;
using Kind = EvmApproval::Kind;

namespace
{

constexpr int mostRequests = 32;
constexpr std::size_t mostLogs = 20'000;
constexpr qint64 largestAnswer = 8 * 1024 * 1024;
// Blocks in one request, the whole chain first: what public nodes allow differs by provider.
constexpr std::array<std::uint64_t, 5> spans{UINT64_MAX, 50'000, 10'000, 2'000, 500};

// keccak256 of `Approval(address,address,uint256)` (ERC-20 with three topics, ERC-721 with four) and of
// `ApprovalForAll(address,address,bool)` (ERC-721, ERC-1155).
constexpr auto approvalTopic = "0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925"_L1;
constexpr auto forAllTopic = "0x17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c31"_L1;

wallet::Hash256 wordOf(const Address &address)
{
    wallet::Hash256 word{};
    std::ranges::copy(address.bytes(), word.end() - static_cast<std::ptrdiff_t>(address.bytes().size()));
    return word;
}

std::optional<Address> addressIn(const wallet::Hash256 &word)
{
    if (std::any_of(word.begin(), word.begin() + 12, [](std::uint8_t byte) { return byte != 0; }))
        return std::nullopt;
    wallet::ByteArray<20> bytes{};
    std::copy(word.begin() + 12, word.end(), bytes.begin());
    return Address::evm(bytes);
}

bool isZero(wallet::ByteView bytes)
{
    return std::ranges::all_of(bytes, [](std::uint8_t byte) { return byte == 0; });
}

struct RawLog {
    Address contract;
    std::vector<wallet::Hash256> topics;
    wallet::Bytes data;
    std::uint64_t block = 0;
};

std::optional<RawLog> logFrom(EvmAnswer &answer, const QJsonValue &value, const QString &path)
{
    const QJsonObject object = answer.object(value, path);
    const auto contract = answer.address(object.value("address"_L1), path + u".address"_s);
    const QString topicPath = path + u".topics"_s;
    std::vector<wallet::Hash256> topics;
    for (const auto topic : answer.array(object.value("topics"_L1), topicPath))
        topics.push_back(answer.hash(topic, topicPath));
    wallet::Bytes data = answer.bytes(object.value("data"_L1), path + u".data"_s);
    const std::uint64_t block = answer.smallQuantity(object.value("blockNumber"_L1), path + u".blockNumber"_s);
    if (!contract || answer.error())
        return std::nullopt;
    return RawLog{*contract, std::move(topics), std::move(data), block};
}

std::optional<LoggedApproval> meaningOf(const RawLog &log, const wallet::Hash256 &owner)
{
    if (log.topics.size() < 3 || log.topics[1] != owner)
        return std::nullopt;
    const QString event = wallet::toHex(log.topics[0]);
    const auto spender = addressIn(log.topics[2]);
    if (!spender)
        return std::nullopt;
    LoggedApproval approval{Kind::Token, log.contract, *spender, {}, log.block, isZero(log.data)};
    const bool word = log.data.size() == 32;
    if (event == forAllTopic && log.topics.size() == 3 && word) {
        approval.kind = Kind::Collection;
        return approval;
    }
    if (event != approvalTopic)
        return std::nullopt;
    if (log.topics.size() == 3 && word)
        return approval;
    if (log.topics.size() != 4 || !log.data.empty())
        return std::nullopt;
    approval.kind = Kind::Item;
    approval.item = wallet::Uint256::fromBigEndian(log.topics[3]).value_or(wallet::Uint256());
    approval.isOver = isZero(spender->bytes());
    return approval;
}

// Whose place a later log takes: an NFT has one spender at a time, everything else one approval for each.
auto keyOf(const LoggedApproval &approval)
{
    const QString spender = approval.kind == Kind::Item ? QString() : approval.spender.text();
    return std::make_tuple(approval.kind, approval.contract.text(), spender, approval.item);
}

QJsonObject filterFor(const Address &owner, std::uint64_t from, std::uint64_t to)
{
    QJsonArray events;
    events.append(approvalTopic);
    events.append(forAllTopic);
    QJsonArray topics;
    topics.append(events);
    topics.append(wallet::toHex(wordOf(owner)));
    return {{u"fromBlock"_s, wallet::Uint256(from).toQuantity()}, {u"toBlock"_s, wallet::Uint256(to).toQuantity()},
        {u"topics"_s, topics}};
}

// No smaller question helps: nobody answered, or nobody may.
bool isOfTheWay(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::Tls:
    case ErrorCode::Cancelled:
    case ErrorCode::Unauthorized:
        return true;
    default:
        return false;
    }
}

} // namespace

Result<std::vector<LoggedApproval>> readApprovalLogs(const QJsonValue &result, const Address &owner)
{
    EvmAnswer answer;
    const wallet::Hash256 ownerWord = wordOf(owner);
    const QJsonArray logs = answer.array(result, u"result"_s);
    std::vector<LoggedApproval> approvals;
    for (qsizetype i = 0; i < logs.size() && !answer.error(); ++i) {
        const auto log = logFrom(answer, logs[i], u"result[%1]"_s.arg(i));
        const auto approval = log ? meaningOf(*log, ownerWord) : std::nullopt;
        if (approval)
            approvals.push_back(*approval);
    }
    return answer.finish(std::move(approvals));
}

std::vector<LoggedApproval> newestApprovals(std::vector<LoggedApproval> logs)
{
    std::set<decltype(keyOf(logs.front()))> seen;
    std::vector<LoggedApproval> newest;
    for (const LoggedApproval &log : std::ranges::reverse_view(logs)) {
        if (seen.insert(keyOf(log)).second && !log.isOver)
            newest.push_back(log);
    }
    return newest;
}

QCoro::Task<Result<ApprovalLogs>> approvalLogs(EvmRpc *rpc, Address owner, std::uint64_t head, net::CancelToken cancel)
{
    ApprovalLogs found;
    std::vector<LoggedApproval> logs;
    std::size_t step = 0;
    std::uint64_t end = head; // the next piece ends here
    for (int request = 0; request < mostRequests; ++request) {
        const std::uint64_t from = end < spans[step] ? 0 : end + 1 - spans[step];
        const QJsonArray params = jsonList(filterFor(owner, from, end));
        const auto answer = co_await rpc->call(u"eth_getLogs"_s, params, cancel, largestAnswer);
        if (!answer && isOfTheWay(answer.error()))
            co_return std::unexpected(answer.error());
        auto piece = answer ? readApprovalLogs(*answer, owner)
                            : Result<std::vector<LoggedApproval>>(std::unexpected(answer.error()));
        if (!piece && piece.error().code == ErrorCode::Malformed)
            co_return std::unexpected(piece.error());
        if (!piece) {
            while (step < spans.size() && from == (end < spans[step] ? 0 : end + 1 - spans[step]))
                ++step; // the same blocks again would be refused again
            if (step == spans.size())
                break;
            continue;
        }
        logs.insert(logs.begin(), piece->begin(), piece->end());
        found.fromBlock = from;
        found.isCut = logs.size() > mostLogs;
        if (from == 0 || found.isCut)
            break;
        end = from - 1;
    }
    found.approvals = newestApprovals(std::move(logs));
    co_return found;
}

} // namespace majlis::chain
