// SPDX-License-Identifier: GPL-3.0-or-later
// The ABI. First line: a parameter list, or an event's; the rest: data. What is decoded is encoded to data that decodes
// to the same, and canonical data to itself.
#include "wallet/evm/abi.h"

#include <algorithm>
#include <cstdlib>

using namespace majlis::wallet;

namespace
{

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void fuzzValues(const AbiType &type, ByteView data)
{
    const auto values = decodeAbi(type, data);
    if (!values) {
        require(!decodeAbi(type, data, AbiLayout::Canonical));
        return;
    }
    const auto encoded = encodeAbi(type, *values);
    require(encoded && encoded->size() <= 2 * data.size() + 4096);
    require(decodeAbi(type, *encoded, AbiLayout::Canonical) == *values);
}

void fuzzEvent(std::string_view signature, ByteView data)
{
    const auto event = AbiEvent::parse(signature);
    if (!event || data.size() < 96)
        return;
    std::vector<Hash256> topics{event->topic()};
    for (std::size_t i = 0; i < 3; ++i) {
        Hash256 &topic = topics.emplace_back();
        std::ranges::copy(data.subspan(32 * i, 32), topic.begin());
    }
    while (!topics.empty()) {
        static_cast<void>(event->decode(topics, data.subspan(96)));
        topics.pop_back();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view first = text.substr(0, end);
    const ByteView rest = ByteView(data, size).subspan(std::min(end + 1, size));
    if (const auto type = AbiType::parseParameters(first)) {
        const auto again = AbiType::parseParameters(type->canonical());
        require(again && again->canonical() == type->canonical());
        fuzzValues(*type, rest);
    }
    fuzzEvent(first, rest);
    return 0;
}
