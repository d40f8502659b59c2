// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/search/addresspattern.h"

#include "wallet/encoding/base58.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace majlis
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::string_view base58Digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
constexpr qsizetype leastDigits = 2;
constexpr std::size_t shortestBase58 = 32; // of 32 bytes, all of them zero
constexpr std::size_t longestBase58 = 44;
constexpr std::size_t filteredDigits = 7; // sixteen weights below 58^7 times 2^16 stay within 64 bits

struct Ends {
    QString head;
    QString tail;
    bool areApart = false;
};

Ends endsOf(QString typed)
{
    typed.remove(u' ');
    typed.replace(u"..."_s, u"…"_s);
    const qsizetype gap = typed.indexOf(u'…');
    if (gap < 0) {
        return {typed, typed, false};
    }
    return {typed.left(gap), typed.mid(gap + 1), true};
}

std::optional<std::vector<std::uint8_t>> hexDigits(QStringView text)
{
    std::vector<std::uint8_t> digits;
    for (const QChar letter : text) {
        const char16_t code = letter.toLower().unicode();
        if (code >= u'0' && code <= u'9') {
            digits.push_back(static_cast<std::uint8_t>(code - u'0'));
        } else if (code >= u'a' && code <= u'f') {
            digits.push_back(static_cast<std::uint8_t>(code - u'a' + 10));
        } else {
            return std::nullopt;
        }
    }
    return digits;
}

bool isBase58(const QString &text)
{
    return std::ranges::all_of(text, [](QChar letter) {
        return letter.unicode() < 0x80 && base58Digits.contains(static_cast<char>(letter.unicode()));
    });
}

std::uint8_t digitAt(std::span<const std::uint8_t> bytes, std::size_t at)
{
    return at % 2 == 0 ? bytes[at / 2] >> 4 : bytes[at / 2] & 0x0f;
}

bool hasDigits(std::span<const std::uint8_t> bytes, std::size_t from, const std::vector<std::uint8_t> &digits)
{
    if (from + digits.size() > 2 * bytes.size()) {
        return false;
    }
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (digitAt(bytes, from + i) != digits[i]) {
            return false;
        }
    }
    return true;
}

// number = number * 58 + digit; false when it no longer fits.
bool append(std::array<std::uint8_t, 32> &number, std::size_t digit)
{
    std::size_t carry = digit;
    for (auto byte = number.rbegin(); byte != number.rend(); ++byte) {
        carry += std::size_t{58} * *byte;
        *byte = static_cast<std::uint8_t>(carry & 0xff);
        carry >>= 8;
    }
    return carry == 0;
}

std::size_t leadingZeros(std::span<const std::uint8_t> bytes)
{
    return static_cast<std::size_t>(
        std::ranges::find_if(bytes, [](std::uint8_t byte) { return byte != 0; }) - bytes.begin());
}

} // namespace

AddressPattern::AddressPattern(const QString &typed)
{
    const Ends ends = endsOf(typed);
    m_isApart = ends.areApart;
    m_hex = hexOf(ends.head, ends.tail);
    m_base58 = base58Of(ends.head, ends.tail);
}

AddressPattern::Match AddressPattern::matches(NetworkAddressKind kind, std::span<const std::uint8_t> bytes) const
{
    if (kind == NetworkAddressKind::None || bytes.empty()) {
        return Match::No;
    }
    const bool isSolana = kind == NetworkAddressKind::Solana;
    if (!(isSolana ? m_base58.isUsable : m_hex.isUsable)) {
        return Match::No;
    }
    const auto starts
        = [&] { return isSolana ? startsBase58(bytes) : hasDigits(bytes, 0, m_hex.head) && !m_hex.head.empty(); };
    const auto ends = [&] {
        return isSolana ? endsBase58(bytes)
                        : !m_hex.tail.empty() && m_hex.tail.size() <= 2 * bytes.size()
                && hasDigits(bytes, 2 * bytes.size() - m_hex.tail.size(), m_hex.tail);
    };
    if (m_isApart) {
        return starts() && ends() ? Match::Start : Match::No;
    }
    return starts() ? Match::Start : ends() ? Match::End : Match::No;
}

AddressPattern::Hex AddressPattern::hexOf(const QString &head, const QString &tail)
{
    const bool isMarked = head.startsWith("0x"_L1, Qt::CaseInsensitive);
    const auto start = hexDigits(isMarked ? QStringView(head).mid(2) : QStringView(head));
    const bool isOneText = head == tail;
    const auto end = isMarked && isOneText ? std::vector<std::uint8_t>() : hexDigits(tail);
    if (!start || !end || static_cast<qsizetype>(start->size()) < leastDigits) {
        return {};
    }
    return {true, *start, *end};
}

AddressPattern::Base58 AddressPattern::base58Of(const QString &head, const QString &tail)
{
    Base58 pattern;
    if (!isBase58(head) || !isBase58(tail) || head.size() < leastDigits
        || head.size() > static_cast<qsizetype>(longestBase58) || tail.size() > static_cast<qsizetype>(longestBase58)) {
        return pattern;
    }
    pattern.isUsable = true;
    pattern.head = head.toStdString();
    pattern.tail = tail.toStdString();
    pattern.leadingOnes = std::min(pattern.head.find_first_not_of('1'), pattern.head.size());
    pattern.ranges = rangesOf(pattern.head);
    const std::string_view last
        = std::string_view(pattern.tail).substr(pattern.tail.size() - std::min(pattern.tail.size(), filteredDigits));
    for (const char letter : last) {
        pattern.modulus *= 58;
        pattern.remainder = pattern.remainder * 58 + base58Digits.find(letter);
    }
    std::uint64_t weight = 1 % pattern.modulus;
    for (auto place = pattern.weights.rbegin(); place != pattern.weights.rend(); ++place) {
        *place = weight;
        weight = (weight << 16) % pattern.modulus;
    }
    return pattern;
}

std::vector<AddressPattern::Range> AddressPattern::rangesOf(const std::string &head)
{
    std::vector<Range> ranges;
    for (std::size_t length = std::max(shortestBase58, head.size()); length <= longestBase58; ++length) {
        Range range{};
        bool fits = true;
        for (std::size_t at = 0; fits && at < length; ++at) {
            const bool isGiven = at < head.size();
            const std::size_t digit = isGiven ? base58Digits.find(head[at]) : 0;
            fits = append(range.low, digit);
            if (fits && !append(range.high, isGiven ? digit : 57)) {
                range.high.fill(0xff); // beyond every address; and so it stays, whatever follows
                for (std::size_t rest = at + 1; fits && rest < length; ++rest) {
                    fits = append(range.low, rest < head.size() ? base58Digits.find(head[rest]) : 0);
                }
                break;
            }
        }
        if (fits) {
            ranges.push_back(range);
        }
    }
    return ranges;
}

bool AddressPattern::startsBase58(std::span<const std::uint8_t> bytes) const
{
    const std::size_t zeros = leadingZeros(bytes);
    if (m_base58.leadingOnes == m_base58.head.size()) {
        return zeros >= m_base58.leadingOnes;
    }
    return zeros == m_base58.leadingOnes && std::ranges::any_of(m_base58.ranges, [bytes](const Range &range) {
        return !std::ranges::lexicographical_compare(bytes, range.low)
            && !std::ranges::lexicographical_compare(range.high, bytes);
    });
}

bool AddressPattern::endsBase58(std::span<const std::uint8_t> bytes) const
{
    if (m_base58.tail.empty()) {
        return false;
    }
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < m_base58.weights.size(); ++i) {
        sum += m_base58.weights[i] * static_cast<std::uint64_t>(bytes[2 * i] << 8 | bytes[2 * i + 1]);
    }
    if (sum % m_base58.modulus != m_base58.remainder) {
        return false;
    }
    // The remainder knows nothing of leading ones, nor of more digits than it was made of.
    return wallet::toBase58(bytes).endsWith(QLatin1StringView(m_base58.tail.data(), m_base58.tail.size()));
}

} // namespace majlis
