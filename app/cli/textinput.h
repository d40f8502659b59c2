// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdio>
#include <expected>
#include <memory>
#include <string>
#include <string_view>

#include <lzma.h>

namespace majlis::cli
{

/// The lines of a file, unpacked on the way when it starts like an .xz.
class TextInput
{
public:
    [[nodiscard]] static std::expected<TextInput, std::string> open(const std::string &path);

    /// The next line without its end; false at the end of the file or on an error(). The view lives until the next
    /// call.
    [[nodiscard]] bool nextLine(std::string_view &line);
    /// Empty while all is well.
    [[nodiscard]] const std::string &error() const { return m_error; }

private:
    struct CloseFile {
        void operator()(std::FILE *file) const { std::fclose(file); }
    };
    struct EndStream {
        void operator()(lzma_stream *stream) const
        {
            lzma_end(stream);
            delete stream;
        }
    };

    TextInput() = default;
    bool fill();
    bool readMore();
    bool unpackMore();

    static constexpr std::size_t chunkBytes = 1 << 16;
    static constexpr std::size_t longestLine = 4096;

    std::unique_ptr<std::FILE, CloseFile> m_file;
    std::unique_ptr<lzma_stream, EndStream> m_packed; ///< null for plain text
    std::array<unsigned char, chunkBytes> m_input{};
    std::string m_text; ///< read and not yet handed out from m_at on
    std::size_t m_at = 0;
    bool m_inputEnded = false; ///< of the packed bytes
    bool m_ended = false;
    std::string m_error;
};

} // namespace majlis::cli
