// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/feed/streamkey.h"

#include <QJsonObject>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <type_traits>
#include <vector>

namespace majlis::net
{

/// Room for one small plain value, without allocation. The reader must ask for the type that was written.
// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): the bytes are written by set() and read by its type only.
class FeedValue
{
public:
    static constexpr std::size_t capacity = 96;

    template <class T>
    void set(const T &value)
    {
        static_assert(std::is_trivially_copyable_v<T> && sizeof(T) <= capacity);
        std::memcpy(m_bytes.data(), &value, sizeof(T));
        m_type = typeTag<T>();
    }
    /// Empty when another type, or nothing, was set.
    template <class T>
    [[nodiscard]] std::optional<T> get() const
    {
        if (m_type != typeTag<T>())
            return {};
        T value;
        std::memcpy(&value, m_bytes.data(), sizeof(T));
        return value;
    }

private:
    template <class T>
    static const void *typeTag()
    {
        static const char tag = 0;
        return &tag;
    }

    const void *m_type = nullptr;
    std::array<std::byte, capacity> m_bytes; // meaningful when m_type is set
};

/// One message of a stream, decoded and checked on the feed thread. Immutable once delivered.
struct FeedMessage {
    StreamId stream = 0;
    bool snapshot = false; ///< what the server sent on subscribing, in the stream's own snapshot form
    std::optional<std::uint64_t> seq;
    std::int64_t wireMicros = 0; ///< the message's `ts` in microseconds since the epoch; 0 when it had none
    std::uint64_t conflateKey = 0; ///< which value within the stream, such as the chain of a balance
    FeedValue value; ///< set by a typed decoder
    QJsonObject payload; ///< set by the JSON decoder
};

/// What arrived since the last frame, oldest first; conflated messages appear once, as their newest.
struct FeedBatch {
    std::vector<FeedMessage> messages;
};
using FeedBatchPtr = std::shared_ptr<const FeedBatch>;

} // namespace majlis::net
