// SPDX-License-Identifier: GPL-3.0-or-later
// Edge lists: what is accepted becomes a network that can be written and read. The first byte chooses form and pieces.
#include "models/domain/graph/edgelist.h"

#include <algorithm>
#include <cstdlib>

using namespace majlis;

namespace
{

void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const auto form = static_cast<EdgeListForm>(data[0] % 3);
    const std::size_t piece = 1 + data[0] / 3;
    EdgeListParser parser(form, {.maxBytes = 1 << 20, .maxNodes = 5'000, .maxLinks = 5'000});
    std::string_view text(reinterpret_cast<const char *>(data + 1), size - 1);
    while (!text.empty()) {
        if (!parser.feed(text.substr(0, piece)))
            break;
        text.remove_prefix(std::min(piece, text.size()));
    }
    const auto list = parser.finish();
    if (!list) {
        require(!list.error().reason.isEmpty());
        return 0;
    }
    require(list->parents.size() == list->labels.size());
    const auto columns = list->toNetwork(UnixMs{});
    if (!columns) {
        require(columns.error().reason == QStringLiteral("bad_tree"));
        return 0;
    }
    const auto bytes = writeNetworkFile(*columns);
    require(bytes.has_value());
    require(NetworkFile::read(*bytes)->nodeCount() == list->labels.size());
    return 0;
}
