// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/textinput.h"

#include <cerrno>
#include <cstring>

namespace majlis::cli
{

namespace
{

constexpr std::uint64_t unpackMemory = 256u << 20;
constexpr std::array<unsigned char, 6> xzMagic{0xfd, '7', 'z', 'X', 'Z', 0x00};

} // namespace

std::expected<TextInput, std::string> TextInput::open(const std::string &path)
{
    TextInput input;
    input.m_file.reset(std::fopen(path.c_str(), "rb"));
    if (!input.m_file)
        return std::unexpected(std::strerror(errno));
    std::array<unsigned char, xzMagic.size()> head{};
    const std::size_t got = std::fread(head.data(), 1, head.size(), input.m_file.get());
    if (std::fseek(input.m_file.get(), 0, SEEK_SET) != 0)
        return std::unexpected(std::strerror(errno));
    if (got == head.size() && head == xzMagic) {
        input.m_packed.reset(new lzma_stream(LZMA_STREAM_INIT));
        if (lzma_stream_decoder(input.m_packed.get(), unpackMemory, LZMA_CONCATENATED) != LZMA_OK)
            return std::unexpected("cannot start to unpack it");
    }
    return input;
}

bool TextInput::nextLine(std::string_view &line)
{
    for (;;) {
        const std::size_t end = m_text.find('\n', m_at);
        if (end != std::string::npos || (m_ended && m_at < m_text.size())) {
            const std::size_t stop = end == std::string::npos ? m_text.size() : end;
            line = std::string_view(m_text).substr(m_at, stop - m_at);
            m_at = std::min(stop + 1, m_text.size());
            if (!line.empty() && line.back() == '\r')
                line.remove_suffix(1);
            return true;
        }
        if (m_ended)
            return false;
        if (m_text.size() - m_at > longestLine) {
            m_error = "a line is longer than 4096 bytes: this is no edge list";
            return false;
        }
        if (!fill())
            return false;
    }
}

bool TextInput::fill()
{
    m_text.erase(0, m_at);
    m_at = 0;
    return m_packed ? unpackMore() : readMore();
}

bool TextInput::readMore()
{
    const std::size_t got = std::fread(m_input.data(), 1, m_input.size(), m_file.get());
    m_text.append(reinterpret_cast<const char *>(m_input.data()), got);
    m_ended = got < m_input.size();
    if (std::ferror(m_file.get()) != 0)
        m_error = "reading failed";
    return m_error.empty();
}

bool TextInput::unpackMore()
{
    const std::size_t before = m_text.size();
    m_text.resize(before + chunkBytes);
    m_packed->next_out = reinterpret_cast<std::uint8_t *>(m_text.data() + before);
    m_packed->avail_out = chunkBytes;
    while (m_packed->avail_out > 0 && !m_ended) {
        if (m_packed->avail_in == 0 && !m_inputEnded) {
            m_packed->next_in = m_input.data();
            m_packed->avail_in = std::fread(m_input.data(), 1, m_input.size(), m_file.get());
            m_inputEnded = m_packed->avail_in < m_input.size();
        }
        const lzma_ret result = lzma_code(m_packed.get(), m_inputEnded ? LZMA_FINISH : LZMA_RUN);
        if (result == LZMA_STREAM_END) {
            m_ended = true;
        } else if (result != LZMA_OK) {
            m_error = "the .xz data is damaged or cut short";
            return false;
        }
    }
    m_text.resize(before + chunkBytes - m_packed->avail_out);
    return true;
}

} // namespace majlis::cli
