// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/paymentstore.h"

#include "models/store/database.h"
#include "wallet/encoding/hex.h"
#include "wallet/evm/transaction.h"
#include "wallet/solana/publickey.h"
#include "wallet/solana/transaction.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <array>

namespace majlis::store
{

using namespace Qt::StringLiterals;
using State = StoredPayment::State;

namespace
{

constexpr int largestState = static_cast<int>(State::GivenUp);

std::unexpected<Error> refusal(const QSqlQuery &query)
{
    return fail(ErrorCode::Storage, query.lastError().text());
}

Result<void> execute(QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    if (query.exec(statement))
        return {};
    return refusal(query);
}

// A null QByteArray would be bound as NULL.
QByteArray blobOf(const wallet::Bytes &bytes)
{
    return bytes.empty()
        ? QByteArray("")
        : QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

// transfer(address,uint256), whose layout is fixed.
wallet::Bytes tokenCall(const StoredPayment &payment)
{
    constexpr std::array<std::uint8_t, 4> selector{0xa9, 0x05, 0x9c, 0xbb};
    wallet::Bytes data(4 + 32 + 32);
    std::ranges::copy(selector, data.begin());
    std::ranges::copy(payment.to.bytes(), data.begin() + 4 + 12);
    std::ranges::copy(payment.amount.bigEndian(), data.begin() + 4 + 32);
    return data;
}

bool paysAsItSays(const wallet::EvmTransaction &transaction, const StoredPayment &payment)
{
    if (payment.token)
        return transaction.to == payment.token && transaction.value.isZero() && transaction.data == tokenCall(payment);
    return transaction.to == payment.to && transaction.value == payment.amount && transaction.data.empty();
}

// The bytes decide: whoever can write the file must not be able to make the list say something else of them.
bool isWhatItSays(const StoredPayment &payment)
{
    if (payment.transaction.empty())
        return isFinal(payment.state);
    if (payment.from.isSolana()) {
        const auto parsed = wallet::solana::Transaction::parse(payment.transaction);
        return parsed && parsed->isFullySigned() && parsed->id().text() == payment.id && !parsed->message.keys.empty()
            && parsed->message.keys.front().address() == payment.from;
    }
    const auto decoded = wallet::decodeTransaction(payment.transaction);
    return decoded && wallet::toHex(decoded->hash) == payment.id && decoded->from == payment.from
        && decoded->transaction.nonce == payment.nonce && paysAsItSays(decoded->transaction, payment)
        && payment.chain == u"eip155:"_s + decoded->transaction.chainId.toDecimal();
}

// The order of the columns, everywhere.
const QString columns = u"id, sender, recipient, amount, token, symbol, decimals, chain, network, node, raw, nonce, "
                        "last_valid, signed_at, changed_at, state, detail"_s;

std::optional<StoredPayment> paymentFrom(const QSqlQuery &row)
{
    const auto from = Address::parse(row.value(1).toString());
    const auto to = Address::parse(row.value(2).toString());
    const auto amount = wallet::Uint256::fromDecimal(row.value(3).toString());
    const QString tokenText = row.value(4).toString();
    const auto token = Address::parse(tokenText);
    const unsigned decimals = row.value(6).toUInt();
    const int state = row.value(15).toInt();
    if (!from || !to || !amount || (!tokenText.isEmpty() && !token) || decimals > 36 || state < 0
        || state > largestState)
        return std::nullopt;
    const QByteArray raw = row.value(10).toByteArray();
    StoredPayment payment{.id = row.value(0).toString(),
        .from = *from,
        .to = *to,
        .amount = *amount,
        .token = tokenText.isEmpty() ? std::nullopt : std::optional(*token),
        .symbol = row.value(5).toString(),
        .decimals = decimals,
        .chain = row.value(7).toString(),
        .network = row.value(8).toString(),
        .node = row.value(9).toString(),
        .transaction = wallet::Bytes(raw.begin(), raw.end()),
        .nonce = row.value(11).toString().toULongLong(),
        .lastValidBlockHeight = row.value(12).toString().toULongLong(),
        .signedAt = {row.value(13).toLongLong()},
        .changedAt = {row.value(14).toLongLong()},
        .state = static_cast<State>(state),
        .detail = row.value(16).toString()};
    return isWhatItSays(payment) ? std::optional(std::move(payment)) : std::nullopt;
}

Result<std::vector<StoredPayment>> readAll(QSqlDatabase &database)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT %1 FROM payments ORDER BY signed_at DESC, id"_s.arg(columns)))
        return refusal(query);
    std::vector<StoredPayment> payments;
    while (query.next()) {
        if (auto payment = paymentFrom(query))
            payments.push_back(std::move(*payment));
    }
    return payments;
}

QString openStates()
{
    return u"(%1, %2)"_s.arg(static_cast<int>(State::Queued)).arg(static_cast<int>(State::Sent));
}

Result<void> insert(QSqlDatabase &database, const StoredPayment &payment)
{
    QSqlQuery query(database);
    query.prepare(u"INSERT INTO payments (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT (id) DO NOTHING"_s.arg(columns));
    const std::initializer_list<QVariant> values{payment.id, payment.from.text(), payment.to.text(),
        payment.amount.toDecimal(), payment.token ? payment.token->text() : u""_s, notNull(payment.symbol),
        payment.decimals, notNull(payment.chain), notNull(payment.network), notNull(payment.node),
        blobOf(payment.transaction), QString::number(payment.nonce), QString::number(payment.lastValidBlockHeight),
        QVariant::fromValue<qint64>(payment.signedAt.value), QVariant::fromValue<qint64>(payment.changedAt.value),
        static_cast<int>(payment.state), notNull(payment.detail)};
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (query.exec())
        return {};
    return refusal(query);
}

Result<void> keep(QSqlDatabase &database, const StoredPayment &payment)
{
    QSqlQuery open(database);
    if (!open.exec(u"SELECT count(*) FROM payments WHERE state IN "_s + openStates()) || !open.next())
        return refusal(open);
    if (open.value(0).toInt() >= PaymentStore::mostOpen)
        return fail(ErrorCode::TooLarge, u"too many payments are under way"_s);
    if (auto done = insert(database, payment); !done)
        return done;
    return execute(database,
        u"DELETE FROM payments WHERE state NOT IN %1 AND id NOT IN (SELECT id FROM payments WHERE state NOT IN %1 "
        "ORDER BY signed_at DESC, id LIMIT %2)"_s.arg(openStates())
            .arg(PaymentStore::mostFinal));
}

} // namespace

bool isFinal(State state)
{
    return state != State::Queued && state != State::Sent && state != State::GivenUp;
}

PaymentStore::PaymentStore(Database &database)
    : m_database(database)
{
}

QCoro::Task<Result<std::vector<StoredPayment>>> PaymentStore::load()
{
    auto work = [](QSqlDatabase &database) { return readAll(database); };
    auto rows = co_await m_database.run(std::move(work));
    co_return rows;
}

QCoro::Task<Result<void>> PaymentStore::add(StoredPayment payment)
{
    auto work = [payment = std::move(payment)](QSqlDatabase &database) -> Result<void> {
        // Of the cache a power cut may take the last writes; of this not one.
        if (auto done = execute(database, u"PRAGMA synchronous = FULL"_s); !done)
            return done;
        auto kept = keep(database, payment);
        if (auto done = execute(database, u"PRAGMA synchronous = NORMAL"_s); !done && kept)
            kept = done;
        return kept;
    };
    Database &database = m_database; // this object may be gone when the disk has answered
    auto done = co_await database.run(std::move(work));
    if (done && database.report() && database.report()->kind == OpenReport::Kind::MemoryOnly)
        co_return fail(ErrorCode::Storage, u"there is nowhere to keep it"_s);
    co_return done;
}

void PaymentStore::update(const StoredPayment &payment)
{
    m_database.post([payment](QSqlDatabase &database) -> Result<void> {
        QSqlQuery query(database);
        query.prepare(u"UPDATE payments SET state = ?, detail = ?, changed_at = ?, raw = ? WHERE id = ?"_s);
        query.addBindValue(static_cast<int>(payment.state));
        query.addBindValue(notNull(payment.detail));
        query.addBindValue(QVariant::fromValue<qint64>(payment.changedAt.value));
        query.addBindValue(isFinal(payment.state) ? QByteArray("") : blobOf(payment.transaction));
        query.addBindValue(payment.id);
        if (query.exec())
            return {};
        return refusal(query);
    });
}

} // namespace majlis::store
