// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace majlis::net
{

/// Reads the frames of a WebSocket server (RFC 6455) out of a byte stream, strictly and without a copy: a message that
/// came in one frame is handed out where it lies. Pure; allocates only while its buffer grows to the longest message.
class WsReader
{
public:
    enum class Event { NeedMore, Text, Binary, Ping, Pong, Close, Error };

    /// Readable bytes behind every payload, as simdjson wants them.
    static constexpr std::size_t padding = 64;

    explicit WsReader(std::size_t maxMessageBytes);

    /// Room for at least `atLeast` bytes to be received into; valid until the next call.
    [[nodiscard]] char *prepare(std::size_t atLeast);
    void commit(std::size_t bytes);
    void append(std::string_view bytes);

    /// The next whole message or control frame. After Error nothing follows.
    [[nodiscard]] Event next();
    /// Of the last event; valid until the next call of anything.
    [[nodiscard]] std::string_view payload() const { return m_payload; }
    /// After Close: what the server said, 1005 when nothing. After Error: what to close with: 1002, 1007 or 1009.
    [[nodiscard]] std::uint16_t closeCode() const { return m_closeCode; }

private:
    struct Header {
        bool fin = false;
        int opcode = 0;
        std::uint64_t length = 0;
        std::size_t size = 0; // of the header itself; 0: not all there yet
    };

    [[nodiscard]] Event readHeader(Header &header);
    [[nodiscard]] Event control(const Header &header, std::string_view body);
    [[nodiscard]] Event data(const Header &header, std::string_view body);
    [[nodiscard]] Event finish(int opcode, std::string_view message);
    [[nodiscard]] Event error(std::uint16_t code);

    std::size_t m_max;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::vector<char> m_fragments;
    std::size_t m_fragmentBytes = 0;
    int m_fragmentOpcode = 0; // 0: no fragmented message is open
    std::string_view m_payload;
    std::uint16_t m_closeCode = 0;
    bool m_failed = false;
};

} // namespace majlis::net
