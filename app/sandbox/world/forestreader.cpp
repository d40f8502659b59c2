// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/world/forest.h"

#include <QFile>

#include <lzma.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <string_view>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

constexpr qsizetype maxFileBytes = 256LL << 20;

std::expected<QByteArray, QString> decompress(const QByteArray &packed)
{
    lzma_stream stream = LZMA_STREAM_INIT;
    if (lzma_stream_decoder(&stream, 512ULL << 20, LZMA_CONCATENATED) != LZMA_OK)
        return std::unexpected(u"the .xz decoder could not be started"_s);
    const std::unique_ptr<lzma_stream, void (*)(lzma_stream *)> guard(&stream, lzma_end);
    QByteArray plain;
    std::array<std::uint8_t, 1 << 16> chunk{};
    stream.next_in = reinterpret_cast<const std::uint8_t *>(packed.constData());
    stream.avail_in = static_cast<std::size_t>(packed.size());
    for (;;) {
        stream.next_out = chunk.data();
        stream.avail_out = chunk.size();
        const lzma_ret state = lzma_code(&stream, LZMA_FINISH);
        plain.append(
            reinterpret_cast<const char *>(chunk.data()), static_cast<qsizetype>(chunk.size() - stream.avail_out));
        if (state == LZMA_STREAM_END)
            return plain;
        if (state != LZMA_OK)
            return std::unexpected(u"the .xz data is damaged or cut short"_s);
        if (plain.size() > maxFileBytes)
            return std::unexpected(u"the file is longer than 256 MiB when unpacked"_s);
    }
}

std::expected<QByteArray, QString> load(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(QString(fileName + u": "_s + file.errorString()));
    if (file.size() > maxFileBytes)
        return std::unexpected(QString(fileName + u": longer than 256 MiB"_s));
    QByteArray bytes = file.readAll();
    if (!bytes.startsWith("\xfd"
                          "7zXZ"))
        return bytes;
    auto plain = decompress(bytes);
    if (!plain)
        return std::unexpected(QString(fileName + u": "_s + plain.error()));
    return plain;
}

std::string_view nextField(std::string_view &line)
{
    const auto begin = line.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) {
        line = {};
        return {};
    }
    const auto end = std::min(line.find_first_of(" \t\r", begin), line.size());
    const auto field = line.substr(begin, end - begin);
    line.remove_prefix(end);
    return field;
}

/// Builds the forest line by line; the names of the nodes are views into the file's text.
class Builder
{
public:
    explicit Builder(std::size_t maxNodes)
        : m_maxNodes(maxNodes)
    {
    }

    std::expected<void, QString> add(std::string_view line)
    {
        const auto referee = nextField(line);
        if (referee.empty() || referee.front() == '#')
            return {};
        const auto referrer = nextField(line);
        const auto stamp = nextField(line);
        double seconds = 0;
        const auto [end, error] = std::from_chars(stamp.data(), stamp.data() + stamp.size(), seconds);
        if (referrer.empty() || stamp.empty() || error != std::errc() || end != stamp.data() + stamp.size()
            || !nextField(line).empty() || !(seconds >= 0) || seconds > 4e9)
            return std::unexpected(u"expected `referee referrer timestamp`"_s);
        if (referee == referrer)
            return std::unexpected(QString(u"%1 refers itself, which is a cycle"_s.arg(text(referee))));
        if (m_forest.size() >= m_maxNodes)
            return std::unexpected(QString(u"more than %1 nodes"_s.arg(m_maxNodes)));
        Index parent = none;
        if (referrer != "-") {
            const auto found = m_indices.find(referrer);
            if (found == m_indices.end()) {
                return std::unexpected(QString(
                    u"referrer %1 of %2 is unknown here: it is missing, or comes later (a cycle does that too)"_s.arg(
                        text(referrer), text(referee))));
            }
            parent = found->second;
        }
        if (!m_indices.emplace(referee, static_cast<Index>(m_forest.size())).second)
            return std::unexpected(QString(u"%1 is there twice; everybody has one referrer"_s.arg(text(referee))));
        m_forest.parents.push_back(parent);
        m_forest.joinedAt.push_back(static_cast<std::int64_t>(seconds * 1000));
        return {};
    }

    Forest take() { return std::move(m_forest); }

private:
    static QString text(std::string_view view)
    {
        return QString::fromUtf8(view.data(), static_cast<qsizetype>(std::min<std::size_t>(view.size(), 40)));
    }

    std::size_t m_maxNodes;
    Forest m_forest;
    std::unordered_map<std::string_view, Index> m_indices;
};

void layOverSpan(std::vector<std::int64_t> &times, std::int64_t endMs, std::int64_t spanMs)
{
    const auto last = std::max<std::int64_t>(1, *std::ranges::max_element(times));
    for (auto &time : times)
        time = endMs - spanMs
            + static_cast<std::int64_t>(
                static_cast<double>(time) / static_cast<double>(last) * static_cast<double>(spanMs));
}

} // namespace

std::expected<Forest, QString> readForest(
    const QString &fileName, std::int64_t endMs, std::int64_t spanMs, std::size_t maxNodes)
{
    const auto bytes = load(fileName);
    if (!bytes)
        return std::unexpected(bytes.error());
    Builder builder(maxNodes);
    std::string_view rest(bytes->constData(), static_cast<std::size_t>(bytes->size()));
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const auto end = std::min(rest.find('\n'), rest.size());
        if (const auto added = builder.add(rest.substr(0, end)); !added)
            return std::unexpected(QString(u"%1, line %2: %3"_s.arg(fileName).arg(number).arg(added.error())));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    Forest forest = builder.take();
    if (forest.size() == 0)
        return std::unexpected(QString(fileName + u": no nodes in it"_s));
    constexpr std::int64_t notATime = 100'000'000LL * 1000; // 1973: below it the column is a running number
    if (*std::ranges::max_element(forest.joinedAt) < notATime)
        layOverSpan(forest.joinedAt, endMs, spanMs);
    return forest;
}

} // namespace majlis::sandbox
