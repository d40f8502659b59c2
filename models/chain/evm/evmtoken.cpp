// SPDX-License-Identifier: GPL-3.0-or-later
// ERC-20 tokens through EvmClient.
#include "models/chain/evm/evmclient.h"
#include "wallet/encoding/utf8.h"
#include "wallet/evm/abi.h"

#include <algorithm>

namespace majlis::chain
{

using namespace Qt::StringLiterals;
using wallet::AbiFunction;
using wallet::AbiType;
using wallet::AbiValue;
using wallet::Uint256;

namespace
{

constexpr qsizetype longestText = 64;

std::unexpected<Error> noToken()
{
    return fail(ErrorCode::NotFound, u"no ERC-20 token at this address"_s, u"token"_s);
}

// Of signatures and arguments that this file writes itself.
wallet::Bytes callData(const char *signature, const AbiValue::List &arguments = {})
{
    return AbiFunction::parse(signature)->encodeCall(arguments).value();
}

template <class T>
std::optional<T> only(const char *type, wallet::ByteView data)
{
    const wallet::Result<AbiValue::List> values = wallet::decodeAbi(AbiType::parseParameters(type).value(), data);
    if (!values)
        return std::nullopt;
    return *values->front().template get<T>();
}

// Old tokens have a bytes32 with zeros behind.
std::optional<std::string> textOf(const wallet::Bytes &answer)
{
    if (auto text = only<std::string>("(string)", answer))
        return text;
    if (answer.size() != 32)
        return std::nullopt;
    std::string text(answer.begin(), std::find(answer.begin(), answer.end(), 0));
    return wallet::isUtf8(text) ? std::optional(text) : std::nullopt;
}

// Whoever made the token chose the text: nothing in it may move or hide what stands beside it.
QString shown(const std::string &text)
{
    QString kept;
    for (const QChar c : wallet::fromUtf8(text)) {
        if (c.isPrint() && c.category() != QChar::Other_Format && kept.size() < longestText)
            kept += c;
    }
    return kept.simplified();
}

} // namespace

QCoro::Task<Result<Uint256>> EvmClient::tokenNumber(wallet::Address token, wallet::Bytes data, net::CancelToken cancel)
{
    EvmCall asked;
    asked.to = token;
    asked.data = std::move(data);
    auto answer = co_await call(asked, cancel);
    if (!answer && answer.error().code != ErrorCode::ValidationFailed)
        co_return std::unexpected(answer.error());
    const auto number = answer ? only<Uint256>("(uint256)", *answer) : std::nullopt;
    if (!number)
        co_return noToken();
    co_return *number;
}

QCoro::Task<Result<Uint256>> EvmClient::tokenBalance(
    wallet::Address token, wallet::Address owner, net::CancelToken cancel)
{
    AbiValue::List arguments{owner};
    co_return co_await tokenNumber(token, callData("balanceOf(address)", arguments), cancel);
}

QCoro::Task<Result<Uint256>> EvmClient::tokenAllowance(
    wallet::Address token, wallet::Address owner, wallet::Address spender, net::CancelToken cancel)
{
    AbiValue::List arguments{owner, spender};
    co_return co_await tokenNumber(token, callData("allowance(address,address)", arguments), cancel);
}

QCoro::Task<Result<QString>> EvmClient::tokenWord(wallet::Address token, QString method, net::CancelToken cancel)
{
    EvmCall asked;
    asked.to = token;
    asked.data = callData(method.toLatin1().constData());
    auto answer = co_await call(asked, cancel);
    if (!answer && answer.error().code != ErrorCode::ValidationFailed)
        co_return std::unexpected(answer.error());
    const auto text = answer ? textOf(*answer) : std::nullopt;
    if (!text)
        co_return noToken();
    co_return shown(*text);
}

QCoro::Task<Result<EvmTokenText>> EvmClient::tokenText(wallet::Address token, net::CancelToken cancel)
{
    auto decimals = co_await tokenNumber(token, callData("decimals()"), cancel);
    if (!decimals)
        co_return std::unexpected(decimals.error());
    if (decimals->bitLength() > 8)
        co_return noToken();
    auto symbol = co_await tokenWord(token, u"symbol()"_s, cancel);
    if (!symbol)
        co_return std::unexpected(symbol.error());
    auto name = co_await tokenWord(token, u"name()"_s, cancel);
    if (!name && name.error().code != ErrorCode::NotFound)
        co_return std::unexpected(name.error());
    EvmTokenText text;
    text.symbol = *symbol;
    text.name = name.value_or(QString());
    text.decimals = static_cast<std::uint8_t>(*decimals->toUint64());
    co_return text;
}

} // namespace majlis::chain
