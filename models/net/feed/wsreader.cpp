// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/feed/wsreader.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <string_view>

namespace majlis::net
{

namespace
{

constexpr int opContinuation = 0;
constexpr int opText = 1;
constexpr int opBinary = 2;
constexpr int opClose = 8;
constexpr int opPing = 9;
constexpr int opPong = 10;

static_assert(WsReader::padding >= simdjson::SIMDJSON_PADDING);

std::uint64_t bigEndian(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (const char byte : bytes)
        value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

bool mayBeSent(std::uint16_t code)
{
    return (code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006)
        || (code >= 3000 && code <= 4999);
}

} // namespace

WsReader::WsReader(std::size_t maxMessageBytes)
    : m_max(maxMessageBytes)
    , m_buffer(std::size_t{64} * 1024 + padding)
{
}

char *WsReader::prepare(std::size_t atLeast)
{
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_buffer.size() < m_end + atLeast + padding)
        m_buffer.resize(std::max(m_buffer.size() * 2, m_end + atLeast + padding));
    return m_buffer.data() + m_end;
}

void WsReader::commit(std::size_t bytes)
{
    m_end += bytes;
}

void WsReader::append(std::string_view bytes)
{
    std::ranges::copy(bytes, prepare(bytes.size()));
    commit(bytes.size());
}

WsReader::Event WsReader::error(std::uint16_t code)
{
    m_failed = true;
    m_closeCode = code;
    return Event::Error;
}

WsReader::Event WsReader::readHeader(Header &header)
{
    const auto held = m_end - m_begin;
    if (held < 2)
        return Event::NeedMore;
    const char *bytes = m_buffer.data() + m_begin;
    const auto first = static_cast<unsigned char>(bytes[0]);
    const auto second = static_cast<unsigned char>(bytes[1]);
    // No extension was agreed on, and a server does not mask.
    if ((first & 0x70) != 0 || (second & 0x80) != 0)
        return error(1002);
    header.fin = (first & 0x80) != 0;
    header.opcode = first & 0x0f;
    const int shortLength = second & 0x7f;
    const std::size_t extra = shortLength == 127 ? 8 : shortLength == 126 ? 2 : 0;
    if (header.opcode > opPong || (header.opcode > opBinary && header.opcode < opClose))
        return error(1002);
    if (header.opcode >= opClose && (!header.fin || extra != 0))
        return error(1002);
    if (held < 2 + extra)
        return Event::NeedMore;
    header.length = extra == 0 ? static_cast<std::uint64_t>(shortLength) : bigEndian({bytes + 2, extra});
    if (header.length > m_max || m_fragmentBytes + header.length > m_max)
        return error(1009);
    header.size = 2 + extra;
    return Event::NeedMore;
}

WsReader::Event WsReader::next()
{
    while (!m_failed) {
        Header header;
        if (readHeader(header) == Event::Error)
            return Event::Error;
        const auto held = m_end - m_begin;
        if (header.size == 0 || held < header.size + header.length) {
            if (header.size != 0 && m_buffer.size() < header.size + header.length + padding)
                m_buffer.resize(header.size + header.length + padding);
            return Event::NeedMore;
        }
        const std::string_view body(m_buffer.data() + m_begin + header.size, static_cast<std::size_t>(header.length));
        m_begin += header.size + body.size();
        const auto event = header.opcode >= opClose ? control(header, body) : data(header, body);
        if (event != Event::NeedMore)
            return event;
    }
    return Event::Error;
}

WsReader::Event WsReader::control(const Header &header, std::string_view body)
{
    m_payload = body;
    if (header.opcode == opPing)
        return Event::Ping;
    if (header.opcode == opPong)
        return Event::Pong;
    if (body.size() == 1)
        return error(1002);
    m_closeCode = body.empty() ? 1005 : static_cast<std::uint16_t>(bigEndian(body.substr(0, 2)));
    if (!body.empty() && !mayBeSent(m_closeCode))
        return error(1002);
    if (body.size() > 2 && !simdjson::validate_utf8(body.data() + 2, body.size() - 2))
        return error(1007);
    return Event::Close;
}

WsReader::Event WsReader::data(const Header &header, std::string_view body)
{
    const bool continues = header.opcode == opContinuation;
    if (continues == (m_fragmentOpcode == 0))
        return error(1002);
    if (header.fin && !continues)
        return finish(header.opcode, body);
    if (!continues) {
        m_fragmentOpcode = header.opcode;
        m_fragmentBytes = 0;
    }
    if (m_fragments.size() < m_fragmentBytes + body.size() + padding)
        m_fragments.resize(std::max(m_fragments.size() * 2, m_fragmentBytes + body.size() + padding));
    std::ranges::copy(body, m_fragments.begin() + static_cast<std::ptrdiff_t>(m_fragmentBytes));
    m_fragmentBytes += body.size();
    if (!header.fin)
        return Event::NeedMore;
    const auto opcode = m_fragmentOpcode;
    const std::string_view message(m_fragments.data(), m_fragmentBytes);
    m_fragmentOpcode = 0;
    m_fragmentBytes = 0;
    return finish(opcode, message);
}

WsReader::Event WsReader::finish(int opcode, std::string_view message)
{
    m_payload = message;
    if (opcode == opBinary)
        return Event::Binary;
    if (!simdjson::validate_utf8(message.data(), message.size()))
        return error(1007);
    return Event::Text;
}

} // namespace majlis::net
