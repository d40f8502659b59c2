// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/graph/edgelist.h"

#include <QFile>

#include <lzma.h>

#include <array>

using namespace Qt::StringLiterals;

namespace majlis
{

namespace
{

constexpr qint64 pieceSize = 256 * 1024;
constexpr std::uint64_t decoderMemory = 256ULL << 20;
constexpr std::array<char, 6> xzMagic{'\xFD', '7', 'z', 'X', 'Z', '\0'};

/// Feeds decompressed text to a parser.
class XzDecoder
{
public:
    explicit XzDecoder(EdgeListParser &parser)
        : m_parser(parser)
        , m_status(lzma_stream_decoder(&m_stream, decoderMemory, LZMA_CONCATENATED))
        , m_buffer(static_cast<std::size_t>(pieceSize))
    {
    }
    ~XzDecoder() { lzma_end(&m_stream); }
    Q_DISABLE_COPY_MOVE(XzDecoder)

    Result<void> feed(const QByteArray &compressed, bool isLast)
    {
        m_stream.next_in = reinterpret_cast<const std::uint8_t *>(compressed.constData());
        m_stream.avail_in = static_cast<std::size_t>(compressed.size());
        const lzma_action action = isLast ? LZMA_FINISH : LZMA_RUN;
        while (m_status == LZMA_OK && (m_stream.avail_in > 0 || isLast)) {
            m_stream.next_out = reinterpret_cast<std::uint8_t *>(m_buffer.data());
            m_stream.avail_out = m_buffer.size();
            m_status = lzma_code(&m_stream, action);
            const std::string_view text(m_buffer.data(), m_buffer.size() - m_stream.avail_out);
            if (const auto fed = m_parser.feed(text); !fed)
                return fed;
        }
        if (m_status == LZMA_OK || (m_status == LZMA_STREAM_END && isLast))
            return {};
        return fail(ErrorCode::Damaged, u"the .xz is cut short or damaged (%1)"_s.arg(static_cast<int>(m_status)));
    }

private:
    EdgeListParser &m_parser;
    lzma_stream m_stream = LZMA_STREAM_INIT;
    lzma_ret m_status;
    std::vector<char> m_buffer;
};

} // namespace

Result<EdgeList> readEdgeList(const QString &path, EdgeListForm form, const EdgeListLimits &limits)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Storage, file.errorString());
    EdgeListParser parser(form, limits);
    const bool compressed = file.peek(xzMagic.size()) == QByteArray(xzMagic.data(), xzMagic.size());
    XzDecoder decoder(parser);
    for (;;) {
        const QByteArray piece = file.read(pieceSize);
        if (piece.isEmpty() && file.error() != QFileDevice::NoError)
            return fail(ErrorCode::Storage, file.errorString());
        const auto fed = compressed ? decoder.feed(piece, piece.isEmpty())
                                    : parser.feed({piece.constData(), static_cast<std::size_t>(piece.size())});
        if (!fed)
            return std::unexpected(fed.error());
        if (piece.isEmpty())
            return parser.finish();
    }
}

} // namespace majlis
