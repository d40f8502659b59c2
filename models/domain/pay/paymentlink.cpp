// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/pay/paymentlink.h"

#include <QRegularExpression>
#include <QUrl>

namespace majlis
{

using namespace Qt::StringLiterals;

namespace
{

std::unexpected<Error> invalid(const QString &detail)
{
    return fail(ErrorCode::InvalidArgument, detail);
}

QString withQuery(const QString &head, const QStringList &query)
{
    return query.isEmpty() ? head : head + u'?' + query.join(u'&');
}

QString parameter(const QString &name, const QString &value)
{
    return name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value));
}

} // namespace

Result<QString> paymentLink(const EvmPaymentRequest &request)
{
    if (!request.recipient.isEvm() || (request.token && !request.token->isEvm())) {
        return invalid(u"an EIP-681 link needs Ethereum addresses"_s);
    }
    QStringList query;
    const QString chain = u'@' + QString::number(request.chainId);
    if (!request.token) {
        if (request.amount) {
            query += parameter(u"value"_s, request.amount->toDecimal());
        }
        return withQuery(u"ethereum:"_s + request.recipient.text() + chain, query);
    }
    query += parameter(u"address"_s, request.recipient.text());
    if (request.amount) {
        query += parameter(u"uint256"_s, request.amount->toDecimal());
    }
    return withQuery(u"ethereum:"_s + request.token->text() + chain + u"/transfer"_s, query);
}

Result<QString> paymentLink(const SolanaPaymentRequest &request)
{
    if (!request.recipient.isSolana() || (request.mint && !request.mint->isSolana())) {
        return invalid(u"a Solana Pay link needs Solana addresses"_s);
    }
    static const QRegularExpression number(u"\\A[0-9]+(\\.[0-9]+)?\\z"_s);
    if (!request.amount.isEmpty() && !number.match(request.amount).hasMatch()) {
        return invalid(u"the amount is not a number in whole units"_s);
    }
    QStringList query;
    if (!request.amount.isEmpty()) {
        query += parameter(u"amount"_s, request.amount);
    }
    if (request.mint) {
        query += parameter(u"spl-token"_s, request.mint->text());
    }
    if (!request.label.isEmpty()) {
        query += parameter(u"label"_s, request.label);
    }
    if (!request.message.isEmpty()) {
        query += parameter(u"message"_s, request.message);
    }
    return withQuery(u"solana:"_s + request.recipient.text(), query);
}

} // namespace majlis
