// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/jsonrpc.h"

namespace majlis::chain
{

/// JSON-RPC as Solana's nodes speak it. An error of the node keeps its message in `serverMessage`, its code in `reason`
/// (such as `-32002`) and, when the node gave one, the transaction's error as JSON in `detail`.
class SolanaRpc : public JsonRpc
{
public:
    explicit SolanaRpc(net::HttpClient &http);
};

/// What a JSON-RPC error object means here. Malformed when it is none.
[[nodiscard]] Error mapSolanaError(const QJsonValue &error);

} // namespace majlis::chain
