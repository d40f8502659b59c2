// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/encoding/nfkd.h"

#include <QChar>
#include <QList>
#include <QString>

#include <algorithm>
#include <cstring>
#include <optional>
#include <unordered_map>

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

bool isAscii(ByteView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte < 0x80; });
}

Result<CodePoints> decompose(ByteView bytes)
{
    CodePoints points;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::optional<Decoded> decoded = decodeOne(bytes.subspan(at));
        if (!decoded)
            return fail(ErrorCode::InvalidArgument, "not UTF-8");
        appendDecomposed(points, decoded->point);
        at += decoded->length;
    }
    order(points.points());
    return points;
}

// Unicode 3.12, Hangul syllables.
constexpr char32_t hangulBase = 0xAC00;
constexpr char32_t leadBase = 0x1100;
constexpr char32_t vowelBase = 0x1161;
constexpr char32_t tailBase = 0x11A7;
constexpr char32_t leads = 19;
constexpr char32_t vowels = 21;
constexpr char32_t tails = 28;

std::optional<char32_t> composeHangul(char32_t first, char32_t second)
{
    if (first - leadBase < leads && second - vowelBase < vowels)
        return hangulBase + ((first - leadBase) * vowels + (second - vowelBase)) * tails;
    const bool isOpen = first - hangulBase < leads * vowels * tails && (first - hangulBase) % tails == 0;
    if (isOpen && second > tailBase && second - tailBase < tails)
        return first + (second - tailBase);
    return std::nullopt;
}

using PairTable = std::unordered_map<std::uint64_t, char32_t>;

std::uint64_t pairKey(char32_t first, char32_t second)
{
    return (static_cast<std::uint64_t>(first) << 32U) | second;
}

// All primary composites: what decomposes into two, and NFC puts together again. The table is public; which of it is
// looked up is not, and stays in here.
PairTable makePairs()
{
    PairTable pairs;
    for (char32_t point = 0xC0; point <= 0x2FA1D; ++point) {
        if (QChar::decompositionTag(point) != QChar::Canonical || point - hangulBase < leads * vowels * tails)
            continue;
        const QString parts = QChar::decomposition(point);
        const QList<uint> two = parts.toUcs4();
        if (two.size() == 2 && parts.normalized(QString::NormalizationForm_C).toUcs4() == QList<uint>{point})
            pairs.emplace(pairKey(two[0], two[1]), point);
    }
    return pairs;
}

std::optional<char32_t> compose(char32_t first, char32_t second)
{
    static const PairTable pairs = makePairs();
    if (const std::optional<char32_t> syllable = composeHangul(first, second))
        return syllable;
    const auto found = pairs.find(pairKey(first, second));
    return found == pairs.end() ? std::nullopt : std::optional(found->second);
}

// Canonical composition (Unicode 3.11, D117) in place; how many are left.
std::size_t composeAll(std::span<char32_t> points)
{
    std::optional<std::size_t> starter;
    std::size_t kept = 0;
    unsigned lastClass = 0;
    for (const char32_t point : points) {
        const unsigned rank = QChar::combiningClass(point);
        const bool isBlocked = starter && *starter + 1 != kept && (lastClass >= rank || lastClass == 0);
        if (starter && !isBlocked) {
            if (const std::optional<char32_t> composed = compose(points[*starter], point)) {
                points[*starter] = *composed;
                continue;
            }
        }
        if (rank == 0)
            starter = kept;
        lastClass = rank;
        points[kept++] = point;
    }
    return kept;
}

SecretBytes encode(std::span<const char32_t> points)
{
    SecretBytes text;
    text.reserve(points.size() * 4);
    for (const char32_t point : points)
        appendUtf8(text, point);
    return text;
}

} // namespace

Result<SecretBytes> nfkd(const SecretBytes &utf8)
{
    if (isAscii(utf8.view()))
        return utf8.clone();
    Result<CodePoints> points = decompose(utf8.view());
    if (!points)
        return std::unexpected(points.error());
    return encode(points->points());
}

Result<SecretBytes> nfkc(const SecretBytes &utf8)
{
    if (isAscii(utf8.view()))
        return utf8.clone();
    Result<CodePoints> points = decompose(utf8.view());
    if (!points)
        return std::unexpected(points.error());
    const std::span<char32_t> all = points->points();
    return encode(all.first(composeAll(all)));
}

} // namespace majlis::wallet
