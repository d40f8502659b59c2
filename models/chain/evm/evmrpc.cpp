// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/evm/evmrpc.h"

#include "wallet/encoding/hex.h"
#include "wallet/encoding/utf8.h"
#include "wallet/evm/abi.h"

#include <QJsonObject>

#include <algorithm>
#include <array>

namespace majlis::chain
{

using namespace Qt::StringLiterals;

namespace
{

struct Meaning {
    QLatin1StringView text; ///< in the node's message, small letters
    ErrorCode code = ErrorCode::Malformed;
    QLatin1StringView reason; ///< empty: the node's code
};

// The texts of geth, erigon, nethermind, besu, reth and anvil.
constexpr std::array meanings = {
    Meaning{"insufficient funds"_L1, ErrorCode::InsufficientFunds, {}},
    Meaning{"insufficient balance"_L1, ErrorCode::InsufficientFunds, {}},
    Meaning{"exceeds balance"_L1, ErrorCode::InsufficientFunds, {}},
    Meaning{"upfront cost exceeds"_L1, ErrorCode::InsufficientFunds, {}},
    Meaning{"nonce too low"_L1, ErrorCode::Conflict, "nonce_used"_L1},
    Meaning{"nonce is too low"_L1, ErrorCode::Conflict, "nonce_used"_L1},
    Meaning{"oldnonce"_L1, ErrorCode::Conflict, "nonce_used"_L1},
    Meaning{"underpriced"_L1, ErrorCode::Conflict, "underpriced"_L1},
    Meaning{"fee too low"_L1, ErrorCode::Conflict, "underpriced"_L1},
    Meaning{"less than block base fee"_L1, ErrorCode::Conflict, "underpriced"_L1},
    Meaning{"already known"_L1, ErrorCode::Conflict, "already_known"_L1},
    Meaning{"already imported"_L1, ErrorCode::Conflict, "already_known"_L1},
    Meaning{"known transaction"_L1, ErrorCode::Conflict, "already_known"_L1},
    Meaning{"alreadyknown"_L1, ErrorCode::Conflict, "already_known"_L1},
    Meaning{"revert"_L1, ErrorCode::ValidationFailed, {}},
    Meaning{"rate limit"_L1, ErrorCode::RateLimited, {}},
    Meaning{"too many requests"_L1, ErrorCode::RateLimited, {}},
};

ErrorCode codeOf(qint64 rpcCode)
{
    switch (rpcCode) {
    case 3: // geth: reverted
    case -32000: // invalid input
    case -32003: // transaction rejected
    case -32600:
    case -32602:
        return ErrorCode::ValidationFailed;
    case -32001:
        return ErrorCode::NotFound;
    case -32002:
        return ErrorCode::Unavailable;
    case -32005:
        return ErrorCode::RateLimited;
    case -32601: // no such method
    case -32004:
        return ErrorCode::NotFound;
    case -32603:
        return ErrorCode::Internal;
    default:
        return ErrorCode::Unknown;
    }
}

// Geth writes what a contract said as hex into `data`; others put it one level deeper.
wallet::Bytes revertData(const QJsonValue &data)
{
    const QString text = data.isObject() ? data.toObject().value("data"_L1).toString() : data.toString();
    return wallet::fromHex(text).value_or(wallet::Bytes());
}

QString panicText(const wallet::Uint256 &code)
{
    // docs.soliditylang.org, "Panic via assert and Error via require".
    switch (code.toUint64().value_or(0)) {
    case 0x01:
        return u"an assertion failed"_s;
    case 0x11:
        return u"arithmetic overflow"_s;
    case 0x12:
        return u"division by zero"_s;
    case 0x32:
        return u"index out of bounds"_s;
    default:
        return u"panic "_s + code.toQuantity();
    }
}

template <class T>
std::optional<T> onlyArgument(const char *signature, wallet::ByteView data)
{
    const wallet::Result<wallet::AbiFunction> error = wallet::AbiFunction::parse(signature);
    if (!error)
        return std::nullopt;
    const wallet::Result<wallet::AbiValue::List> values = error->decodeCall(data, wallet::AbiLayout::Any);
    if (!values)
        return std::nullopt;
    return *values->front().template get<T>();
}

Error mapRejected(int httpStatus, const QByteArray &body)
{
    return mapRejectedJsonRpc(httpStatus, body, mapEvmError);
}

} // namespace

QString revertReason(wallet::ByteView data)
{
    if (const auto text = onlyArgument<std::string>("Error(string)", data))
        return wallet::fromUtf8(*text).left(500);
    if (const auto code = onlyArgument<wallet::Uint256>("Panic(uint256)", data))
        return panicText(*code);
    return data.size() >= 4 ? u"error "_s + wallet::toHex(data.first(4)) : QString();
}

Error mapEvmError(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    if (!object.value("code"_L1).isDouble() || !object.value("message"_L1).isString())
        return fail(ErrorCode::Malformed, u"a JSON-RPC error without code or message"_s, u"error"_s).error();
    const qint64 code = object.value("code"_L1).toInteger();
    Error error;
    error.code = codeOf(code);
    error.reason = QString::number(code);
    error.serverMessage = object.value("message"_L1).toString().left(500);
    error.detail = revertReason(revertData(object.value("data"_L1)));
    const QString message = error.serverMessage.toLower();
    const auto meaning = std::find_if(
        meanings.begin(), meanings.end(), [&message](const Meaning &known) { return message.contains(known.text); });
    if (meaning == meanings.end())
        return error;
    error.code = meaning->code;
    if (!meaning->reason.isEmpty())
        error.reason = meaning->reason;
    return error;
}

EvmRpc::EvmRpc(net::HttpClient &http)
    : JsonRpc(http, {mapEvmError, mapRejected})
{
}

} // namespace majlis::chain
