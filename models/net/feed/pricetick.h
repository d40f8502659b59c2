// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/amount.h"
#include "models/net/feed/feedvocabulary.h"

namespace majlis::net
{

/// A price update as the plain feeds have it: `{"marketId":"7","price":"0.5321","size":"2","side":"buy"}`.
struct PriceTick {
    Amount price;
    bool buy = false;
};

/// Decodes PriceTick without allocation; a price that is no positive Decimal is refused. With `conflate`, only the
/// newest price of a stream is delivered per frame.
class PriceTickDecoder final : public PayloadDecoder
{
public:
    explicit PriceTickDecoder(bool conflate);
    [[nodiscard]] bool decode(const simdjson::dom::element &payload, bool snapshot, DecodedPayload &out) const override;

private:
    bool m_conflate;
};

} // namespace majlis::net
