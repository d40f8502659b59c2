// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/encoding/nfkd.h"

#include <QChar>
#include <QList>
#include <QString>

#include <algorithm>
#include <cstring>
#include <optional>

namespace majlis::wallet
{

namespace
{

// Code points as 32-bit numbers in guarded memory.
class CodePoints
{
public:
    void append(char32_t point)
    {
        std::uint8_t raw[sizeof point];
        std::memcpy(raw, &point, sizeof point);
        m_bytes.append(ByteView(raw));
        wipe(raw);
    }
    // SecretBytes' memory is aligned for this: its allocations are multiples of 64 bytes at the end of a page.
    [[nodiscard]] std::span<char32_t> points()
    {
        return {reinterpret_cast<char32_t *>(m_bytes.data()), m_bytes.size() / sizeof(char32_t)};
    }

private:
    SecretBytes m_bytes;
};

struct Decoded {
    char32_t point = 0;
    std::size_t length = 0;
};

// One code point, strictly: no overlong forms, no surrogates, nothing above U+10FFFF.
std::optional<Decoded> decodeOne(ByteView bytes)
{
    const std::uint8_t first = bytes[0];
    const std::size_t length = first < 0x80 ? 1
        : (first >> 5U) == 0x6              ? 2
        : (first >> 4U) == 0xE              ? 3
        : (first >> 3U) == 0x1E             ? 4
                                            : 0;
    if (length == 0 || bytes.size() < length)
        return std::nullopt;
    static constexpr std::uint8_t firstMask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    static constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    char32_t point = first & firstMask[length];
    for (std::size_t i = 1; i < length; ++i) {
        if ((bytes[i] & 0xC0U) != 0x80U)
            return std::nullopt;
        point = (point << 6U) | (bytes[i] & 0x3FU);
    }
    if (point < smallest[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
        return std::nullopt;
    return Decoded{point, length};
}

void appendUtf8(SecretBytes &target, char32_t point)
{
    const auto tail = [point](unsigned shift) { return static_cast<std::uint8_t>(0x80U | ((point >> shift) & 0x3FU)); };
    if (point < 0x80) {
        target.append(static_cast<std::uint8_t>(point));
    } else if (point < 0x800) {
        target.append(static_cast<std::uint8_t>(0xC0U | (point >> 6U)));
        target.append(tail(0));
    } else if (point < 0x10000) {
        target.append(static_cast<std::uint8_t>(0xE0U | (point >> 12U)));
        target.append(tail(6));
        target.append(tail(0));
    } else {
        target.append(static_cast<std::uint8_t>(0xF0U | (point >> 18U)));
        target.append(tail(12));
        target.append(tail(6));
        target.append(tail(0));
    }
}

void appendDecomposed(CodePoints &target, char32_t point)
{
    const QString parts = QChar::decomposition(point);
    if (parts.isEmpty()) {
        target.append(point);
        return;
    }
    for (const char32_t part : parts.toUcs4())
        appendDecomposed(target, part);
}

// Canonical ordering (Unicode 3.11, D109): marks of a run are sorted stably by their combining class.
void order(std::span<char32_t> points)
{
    const auto combining = [](char32_t point) { return QChar::combiningClass(point); };
    for (std::size_t i = 1; i < points.size(); ++i) {
        const char32_t moving = points[i];
        const auto rank = combining(moving);
        std::size_t at = i;
        while (rank != 0 && at > 0 && combining(points[at - 1]) > rank) {
            points[at] = points[at - 1];
            --at;
        }
        points[at] = moving;
    }
}

} // namespace

Result<SecretBytes> nfkd(const SecretBytes &utf8)
{
    const ByteView bytes = utf8.view();
    if (std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte < 0x80; }))
        return utf8.clone();
    CodePoints points;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::optional<Decoded> decoded = decodeOne(bytes.subspan(at));
        if (!decoded)
            return fail(ErrorCode::InvalidArgument, "not UTF-8");
        appendDecomposed(points, decoded->point);
        at += decoded->length;
    }
    order(points.points());
    SecretBytes normalised;
    normalised.reserve(bytes.size() * 2);
    for (const char32_t point : points.points())
        appendUtf8(normalised, point);
    return normalised;
}

} // namespace majlis::wallet
