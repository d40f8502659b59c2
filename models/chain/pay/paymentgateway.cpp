// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/pay/paymentgateway.h"

#include "models/chain/pay/evmpayments.h"
#include "models/chain/pay/solanapayments.h"

namespace majlis::chain
{

std::unexpected<Error> otherChain()
{
    auto error = fail(ErrorCode::Conflict, QStringLiteral("the node is of another chain"));
    error.error().reason = QStringLiteral("other_chain");
    return error;
}

std::unique_ptr<PaymentGateway> makePaymentGateway(
    AddressFamily family, const QUrl &node, net::HttpClient::Services services)
{
    if (family == AddressFamily::Solana)
        return std::make_unique<SolanaPayments>(node, services);
    return std::make_unique<EvmPayments>(node, services);
}

} // namespace majlis::chain
