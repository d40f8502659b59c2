// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <functional>
#include <string_view>

namespace majlis::net
{

/// Names one stream: a topic of the platform and whose (an address) or which (a chain) it is; a conventional channel
/// such as `market:7:price` is all topic. EVM addresses are equal in any case.
struct StreamKey {
    QByteArray topic;
    QByteArray subject;

    /// `balance:0xf39F…`, as in the contract's tables.
    [[nodiscard]] QByteArray text() const { return subject.isEmpty() ? topic : topic + ':' + subject; }
};

/// A StreamKey that borrows its texts: looking a stream up allocates nothing.
struct StreamKeyView {
    std::string_view topic;
    std::string_view subject;

    StreamKeyView(std::string_view topicText, std::string_view subjectText)
        : topic(topicText)
        , subject(subjectText)
    {
    }
    StreamKeyView(const StreamKey &key) // NOLINT(google-explicit-constructor): a view of its argument
        : topic(key.topic.constData(), static_cast<std::size_t>(key.topic.size()))
        , subject(key.subject.constData(), static_cast<std::size_t>(key.subject.size()))
    {
    }
};

[[nodiscard]] bool operator==(StreamKeyView left, StreamKeyView right);

struct StreamKeyHash {
    using is_transparent = void;
    [[nodiscard]] std::size_t operator()(StreamKeyView key) const;
};

struct StreamKeyEqual {
    using is_transparent = void;
    [[nodiscard]] bool operator()(StreamKeyView left, StreamKeyView right) const { return left == right; }
};

/// A stream's number within one FeedSession; never 0, never reused.
using StreamId = std::uint32_t;

} // namespace majlis::net
