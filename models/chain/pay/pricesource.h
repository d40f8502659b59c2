// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/address.h"
#include "models/domain/amount.h"
#include "models/domain/result.h"
#include "models/domain/time.h"
#include "models/net/canceltoken.h"

#include <QCoroTask>
#include <QString>

#include <optional>

namespace majlis::chain
{

/// What one unit of an asset costs, and who says so.
struct AssetPrice {
    Amount dollars;
    UnixMs asOf;
    QString source; ///< the platform's name
    friend bool operator==(const AssetPrice &, const AssetPrice &) = default;
};

struct PricedAsset {
    QString chain; ///< `eip155:8453`, `solana:mainnet`
    std::optional<Address> token; ///< none: the chain's own coin
};

/// Where prices come from: the platforms that are connected and have one. GUI thread; it must outlive its calls.
class PriceSource
{
public:
    PriceSource() = default;
    PriceSource(const PriceSource &) = delete;
    PriceSource &operator=(const PriceSource &) = delete;
    virtual ~PriceSource() = default;

    /// nullopt: nobody knows a price. Never one of another chain's token, or of another token of the same name.
    [[nodiscard]] virtual QCoro::Task<Result<std::optional<AssetPrice>>> price(
        PricedAsset asset, net::CancelToken cancel)
        = 0;
};

/// For as long as no connected platform has prices: HABIBI, the only one so far, has none in its contract.
class NoPrices final : public PriceSource
{
public:
    [[nodiscard]] QCoro::Task<Result<std::optional<AssetPrice>>> price(PricedAsset, net::CancelToken) override
    {
        co_return std::optional<AssetPrice>();
    }
};

} // namespace majlis::chain
