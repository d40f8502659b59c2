// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/feed/feedvocabulary.h"

#include <memory>

namespace majlis::habibi
{

/// HABIBI's three streams in the words of all three dialects (habibi.feeds.md part 0). Topics: `balance` and `network`
/// with an address as subject, `rebase` with a chain.
[[nodiscard]] std::shared_ptr<const net::FeedVocabulary> feedVocabulary();

} // namespace majlis::habibi
