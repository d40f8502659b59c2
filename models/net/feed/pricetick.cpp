// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/feed/pricetick.h"

#include <simdjson.h>

namespace majlis::net
{

PriceTickDecoder::PriceTickDecoder(bool conflate)
    : m_conflate(conflate)
{
}

bool PriceTickDecoder::decode(const simdjson::dom::element &payload, bool, DecodedPayload &out) const
{
    simdjson::dom::object object;
    if (payload.get_object().get(object) != simdjson::SUCCESS)
        return false;
    std::string_view price;
    std::string_view side;
    for (const auto field : object) {
        // Of a repeated key the last one would win silently: refuse it instead.
        auto *text = field.key == "price" ? &price : field.key == "side" ? &side : nullptr;
        if (text && (!text->empty() || field.value.get_string().get(*text) != simdjson::SUCCESS))
            return false;
    }
    const auto parsed = Amount::parse(QByteArrayView(price.data(), static_cast<qsizetype>(price.size())));
    if (!parsed || parsed->isNegative() || parsed->isZero())
        return false;
    out.value.set(PriceTick{.price = *parsed, .buy = side == "buy"});
    out.conflatable = m_conflate;
    return true;
}

} // namespace majlis::net
