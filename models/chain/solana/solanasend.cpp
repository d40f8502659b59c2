// SPDX-License-Identifier: GPL-3.0-or-later
// Sending a transaction and learning what became of it.
#include "models/chain/patience.h"
#include "models/chain/solana/solanaanswer.h"
#include "models/chain/solana/solanaclient.h"
#include "wallet/solana/transaction.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>

namespace majlis::chain
{

using namespace Qt::StringLiterals;

namespace
{

// Its name: the first signature. Empty when it is no whole transaction.
QString nameOf(const QByteArray &transaction)
{
    const wallet::ByteView bytes(
        reinterpret_cast<const std::uint8_t *>(transaction.constData()), static_cast<std::size_t>(transaction.size()));
    const auto parsed = wallet::solana::Transaction::parse(bytes);
    return parsed && parsed->isFullySigned() ? parsed->id().text() : QString();
}

std::unexpected<Error> notATransaction()
{
    return fail(ErrorCode::InvalidArgument, u"not a signed transaction"_s, u"transaction"_s);
}

QJsonObject sendOptions(bool runFirst)
{
    return {{"encoding"_L1, u"base64"_s}, {"skipPreflight"_L1, !runFirst}, {"preflightCommitment"_L1, u"confirmed"_s}};
}

std::optional<Commitment> commitmentFrom(const QString &text)
{
    if (text == u"processed")
        return Commitment::Processed;
    if (text == u"confirmed")
        return Commitment::Confirmed;
    if (text == u"finalized")
        return Commitment::Finalized;
    return std::nullopt;
}

} // namespace

QCoro::Task<Result<QString>> SolanaClient::send(QByteArray transaction, net::CancelToken cancel)
{
    const QString name = nameOf(transaction);
    if (name.isEmpty())
        co_return notATransaction();
    auto result = co_await m_rpc.call(
        u"sendTransaction"_s, jsonList(QString::fromLatin1(transaction.toBase64()), sendOptions(true)), cancel);
    if (!result)
        co_return std::unexpected(result.error());
    if (result->toString() != name)
        co_return fail(ErrorCode::Malformed, u"the node names another transaction"_s, u"result"_s);
    co_return name;
}

QCoro::Task<Result<std::optional<SolanaStatus>>> SolanaClient::status(QString signature, net::CancelToken cancel)
{
    const QJsonObject options{{"searchTransactionHistory"_L1, true}};
    auto value = co_await valueOf(u"getSignatureStatuses"_s, jsonList(jsonList(signature), options), cancel);
    if (!value)
        co_return std::unexpected(value.error());
    SolanaAnswer answer;
    const QString path = u"result.value[0]"_s;
    const QJsonValue entry = value->toArray().at(0);
    if (value->toArray().size() != 1 || !(entry.isObject() || entry.isNull()))
        answer.fail(path);
    if (entry.isNull() && !answer.error())
        co_return std::optional<SolanaStatus>();
    SolanaStatus status;
    status.slot = answer.number(entry.toObject(), "slot"_L1, path);
    const auto commitment = commitmentFrom(answer.text(entry.toObject(), "confirmationStatus"_L1, path));
    if (!commitment)
        answer.fail(path + u".confirmationStatus"_s);
    status.commitment = commitment.value_or(Commitment::Processed);
    if (!entry.toObject().contains("err"_L1))
        answer.fail(path + u".err"_s);
    status.error = transactionError(entry.toObject().value("err"_L1));
    const std::optional<SolanaStatus> found = status;
    co_return answer.finish(found);
}

// The height is asked for before the status: when the last valid block is past and the status asked for after that is
// still none, no block can hold the transaction.
QCoro::Task<Result<SolanaSight>> SolanaClient::look(
    QByteArray transaction, std::uint64_t lastValidBlockHeight, Commitment wanted, net::CancelToken cancel)
{
    using Outcome = SolanaReceipt::Outcome;
    const QString signature = nameOf(transaction);
    if (signature.isEmpty())
        co_return notATransaction();
    auto height = co_await blockHeight(cancel);
    if (!height)
        co_return std::unexpected(height.error());
    auto found = co_await status(signature, cancel);
    if (!found)
        co_return std::unexpected(found.error());
    SolanaSight sight;
    sight.isKnown = found->has_value();
    if (*found && (*found)->commitment >= wanted)
        sight.receipt = SolanaReceipt{(*found)->error ? Outcome::Failed : Outcome::Succeeded, *found};
    else if (!*found && *height > lastValidBlockHeight)
        sight.receipt = SolanaReceipt{Outcome::Expired, std::nullopt};
    co_return sight;
}

QCoro::Task<Result<SolanaReceipt>> SolanaClient::waitFor(
    QByteArray transaction, std::uint64_t lastValidBlockHeight, Commitment wanted, net::CancelToken cancel)
{
    const auto interval = m_pollInterval;
    const auto patience = m_patience;
    QElapsedTimer sinceAnswer;
    sinceAnswer.start();
    while (!cancel.isCancelled()) {
        auto seen = co_await look(transaction, lastValidBlockHeight, wanted, cancel);
        if (seen && seen->receipt)
            co_return *seen->receipt;
        if (seen)
            sinceAnswer.start();
        else if (!mayPass(seen.error()) || sinceAnswer.hasExpired(patience.count()))
            co_return std::unexpected(seen.error());
        if (seen && !seen->isKnown) {
            // Nodes forget what they could not forward. Its answer does not matter: the next look will tell.
            static_cast<void>(co_await m_rpc.call(u"sendTransaction"_s,
                jsonList(QString::fromLatin1(transaction.toBase64()), sendOptions(false)), cancel));
        }
        co_await pause(interval, cancel);
    }
    co_return fail(ErrorCode::Cancelled);
}

} // namespace majlis::chain
