// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/review/evmparts.h"

#include "wallet/encoding/hex.h"
#include "wallet/review/knowncontracts.h"

#include <algorithm>

namespace majlis::wallet::detail
{

namespace
{

constexpr unsigned nativeDecimals = 18;
constexpr std::uint8_t mostDecimals = 36;
constexpr qsizetype longestSymbol = 20;

QString nativeSymbol(ChainId chain)
{
    const ChainInfo *known = knownChain(chain);
    return known == nullptr ? QStringLiteral("?") : known->nativeSymbol;
}

bool isPlainSymbol(const QString &symbol)
{
    return !symbol.isEmpty() && symbol.size() <= longestSymbol
        && std::all_of(symbol.begin(), symbol.end(), [](QChar c) { return c.isPrint() && !c.isSpace(); });
}

void judgeFee(ReviewBuilder &review, const EvmTransactionFields &fields, const EvmTransaction &built)
{
    const Uint256 perGas = built.type == EvmTransactionType::Legacy ? built.gasPrice : built.maxFeePerGas;
    const Result<Uint256> fee = perGas.times(built.gas);
    if (!fee) {
        review.refuse(ReviewFinding::InvalidField, QStringLiteral("a fee above 2^256 wei"));
        return;
    }
    review.row(ReviewField::MaximumFee, amountText(*fee, nativeSymbol(fields.chainId), nativeDecimals));
    const Uint256 tenth = Uint256::powerOfTen(nativeDecimals - 1);
    const Result<Uint256> tenFees = fee->times(10);
    if (*fee > tenth || (!built.value.isZero() && tenFees && *tenFees > built.value))
        review.notice(ReviewFinding::HighFee, Severity::Caution);
}

} // namespace

bool isUnlimited(const Uint256 &amount)
{
    return amount.bitLength() >= 128; // no token has so many base units; 2^256 - 1 and its cousins are meant
}

QString amountText(const Uint256 &amount, const QString &symbol, unsigned decimals)
{
    return amount.toUnits(decimals) + u' ' + symbol;
}

QString abiText(const AbiValue &value)
{
    if (const auto *flag = value.get<bool>())
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto *number = value.get<Uint256>())
        return number->toDecimal();
    if (const auto *number = value.get<Int256>())
        return number->toDecimal();
    if (const auto *address = value.get<Address>())
        return address->text();
    if (const auto *bytes = value.get<Bytes>())
        return toHex(*bytes);
    if (const auto *text = value.get<std::string>())
        return QString::fromStdString(*text);
    QStringList parts;
    for (const AbiValue &part : *value.get<AbiValue::List>())
        parts += abiText(part);
    return u'[' + parts.join(QStringLiteral(", ")) + u']';
}

void judgeTransaction(ReviewBuilder &review, const EvmTransactionFields &fields, const Result<EvmTransaction> &built)
{
    const ChainInfo *known = knownChain(fields.chainId);
    const QString id = QString::number(fields.chainId);
    review.row(ReviewField::Chain, known == nullptr ? id : QString(known->name + QStringLiteral(" (") + id + u')'));
    review.row(ReviewField::Account, review.context().account);
    if (known == nullptr)
        review.refuse(ReviewFinding::WrongChain, id);
    if (!review.context().account.isEvm())
        review.refuse(ReviewFinding::WrongAccount, QStringLiteral("not an EVM account"));
    if (!built) {
        review.refuse(ReviewFinding::InvalidField, QString::fromStdString(built.error().detail));
        return;
    }
    judgeFee(review, fields, *built);
    review.row(ReviewField::Nonce, QString::number(fields.nonce));
    if (fields.validUntil != std::chrono::milliseconds::zero()) {
        review.row(ReviewField::Expires, shownTime(fields.validUntil));
        if (fields.validUntil <= review.context().now)
            review.refuse(ReviewFinding::Expired);
    }
    review.setRaw(toHex(built->unsignedPayload()));
}

void judgeToken(ReviewBuilder &review, ChainId chain, const EvmToken &token)
{
    if (!isPlainSymbol(token.symbol) || token.decimals > mostDecimals || !token.contract.isEvm()) {
        review.refuse(ReviewFinding::InvalidField, QStringLiteral("a token's symbol or decimals"));
        return;
    }
    const EvmToken *known = knownToken(chain, token.contract);
    if (known == nullptr) {
        review.notice(ReviewFinding::UnknownToken, Severity::Caution, token.contract.text());
        review.row(ReviewField::Token, token.symbol, token.contract);
    } else if (known->symbol != token.symbol || known->decimals != token.decimals) {
        review.refuse(ReviewFinding::InvalidField, QStringLiteral("the token is another than it is said to be"));
    }
}

const EvmToken *tokenAt(ChainId chain, const Address &contract, std::span<const EvmToken> given)
{
    if (const EvmToken *known = knownToken(chain, contract))
        return known;
    const auto found = std::find_if(
        given.begin(), given.end(), [&contract](const EvmToken &token) { return token.contract == contract; });
    return found == given.end() ? nullptr : &*found;
}

} // namespace majlis::wallet::detail
