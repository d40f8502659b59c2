// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/jsonrpc.h"
#include "wallet/bytes.h"

#include <QString>

namespace majlis::chain
{

/// JSON-RPC as EVM nodes speak it. Nodes agree on few error codes, so their texts are looked at too. An error keeps its
/// text in `serverMessage`, its code in `reason` and, of a contract that reverted, what it said in `detail`:
/// - InsufficientFunds: the account cannot pay value and fee
/// - Conflict: the nonce is used, or a replacement pays too little; `reason` is `nonce_used` or `underpriced` then
/// - ValidationFailed: the transaction or the call would fail, or was not understood
/// - RateLimited, Unavailable, NotFound, Internal, Unknown
class EvmRpc : public JsonRpc
{
public:
    explicit EvmRpc(net::HttpClient &http);
};

/// What a JSON-RPC error object means here. Malformed when it is none.
[[nodiscard]] Error mapEvmError(const QJsonValue &error);

/// What a contract says when it reverts: the text of `Error(string)`, the meaning of `Panic(uint256)`, or the selector
/// of an error of its own. Empty when it says nothing.
[[nodiscard]] QString revertReason(wallet::ByteView data);

} // namespace majlis::chain
