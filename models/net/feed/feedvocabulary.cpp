// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/feed/feedvocabulary.h"

#include "models/domain/amount.h"
#include "models/net/jsonelement.h"

#include <simdjson.h>

#include <algorithm>

namespace majlis::net
{

namespace
{

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

template <class Member>
const StreamKind *findBy(const std::vector<StreamKind> &kinds, Member member, std::string_view text)
{
    const auto found = std::ranges::find_if(kinds, [&](const StreamKind &kind) { return view(kind.*member) == text; });
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace

JsonPayloadDecoder::JsonPayloadDecoder(QByteArrayList required, QByteArrayList decimals)
    : m_required(std::move(required))
    , m_decimals(std::move(decimals))
{
}

bool JsonPayloadDecoder::decode(const simdjson::dom::element &payload, bool snapshot, DecodedPayload &out) const
{
    simdjson::dom::object object;
    if (payload.get_object().get(object) != simdjson::SUCCESS)
        return false;
    if (!snapshot) {
        for (const auto &name : m_required) {
            simdjson::dom::element field;
            if (object[view(name)].get(field) != simdjson::SUCCESS || field.is_null())
                return false;
        }
        for (const auto &name : m_decimals) {
            simdjson::dom::element field;
            if (object[view(name)].get(field) != simdjson::SUCCESS || field.is_null())
                continue;
            std::string_view text;
            if (field.get_string().get(text) != simdjson::SUCCESS
                || !Amount::parse(QByteArrayView(text.data(), static_cast<qsizetype>(text.size()))))
                return false;
        }
    }
    QString duplicate;
    const auto json = toJsonValue(payload, duplicate);
    if (!json)
        return false;
    out.json = json->toObject();
    return true;
}

const StreamKind *FeedVocabulary::find(std::string_view topic) const
{
    const auto *exact = findBy(kinds, &StreamKind::topic, topic);
    return exact ? exact : findBy(kinds, &StreamKind::topic, std::string_view());
}

const StreamKind *FeedVocabulary::findByUpdateType(std::string_view type) const
{
    return type.empty() ? nullptr : findBy(kinds, &StreamKind::updateType, type);
}

const StreamKind *FeedVocabulary::findByGraphqlField(std::string_view field) const
{
    return field.empty() ? nullptr : findBy(kinds, &StreamKind::graphqlField, field);
}

} // namespace majlis::net
