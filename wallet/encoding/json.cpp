// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/encoding/json.h"

#include "wallet/encoding/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <unordered_set>

namespace majlis::wallet
{

namespace
{

std::unexpected<Error> malformed(const char *why)
{
    return fail(ErrorCode::InvalidArgument, std::string("JSON: ") + why);
}

constexpr std::size_t fewMembers = 16;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Stands for itself in a text.
bool isPlain(char c)
{
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

void appendUtf8(std::string &text, char32_t point)
{
    const auto add = [&text](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (point < 0x80) {
        add(point);
    } else if (point < 0x800) {
        add(0xC0U | (point >> 6U));
        add(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
        add(0xE0U | (point >> 12U));
        add(0x80U | ((point >> 6U) & 0x3FU));
        add(0x80U | (point & 0x3FU));
    } else {
        add(0xF0U | (point >> 18U));
        add(0x80U | ((point >> 12U) & 0x3FU));
        add(0x80U | ((point >> 6U) & 0x3FU));
        add(0x80U | (point & 0x3FU));
    }
}

class Reader
{
public:
    explicit Reader(std::string_view text)
        : m_text(text)
    {
    }

    Result<Json> readAll(unsigned depth)
    {
        skipSpace();
        Result<Json> value = readValue(depth);
        skipSpace();
        if (value && m_at != m_text.size())
            return malformed("something behind the value");
        return value;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    [[nodiscard]] char next() const { return atEnd() ? '\0' : m_text[m_at]; }

    bool take(char c)
    {
        if (atEnd() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    bool takeWord(std::string_view word)
    {
        if (!m_text.substr(m_at).starts_with(word))
            return false;
        m_at += word.size();
        return true;
    }

    void skipSpace()
    {
        while (!atEnd() && (next() == ' ' || next() == '\t' || next() == '\n' || next() == '\r'))
            ++m_at;
    }

    Result<Json> readValue(unsigned depthLeft)
    {
        switch (next()) {
        case '{':
            return readObject(depthLeft);
        case '[':
            return readArray(depthLeft);
        case '"': {
            Result<std::string> text = readString();
            return text ? Result<Json>(Json(std::move(*text))) : std::unexpected(text.error());
        }
        case 't':
            return takeWord("true") ? Result<Json>(Json(true)) : malformed("an unknown word");
        case 'f':
            return takeWord("false") ? Result<Json>(Json(false)) : malformed("an unknown word");
        case 'n':
            return takeWord("null") ? Result<Json>(Json()) : malformed("an unknown word");
        default:
            return readNumber();
        }
    }

    bool takeDigits()
    {
        const std::size_t start = m_at;
        while (!atEnd() && isDigit(next()))
            ++m_at;
        return m_at > start;
    }

    Result<Json> readNumber()
    {
        const std::size_t start = m_at;
        take('-');
        const bool startsWithZero = next() == '0';
        const std::size_t digits = m_at;
        if (!takeDigits() || (startsWithZero && m_at - digits > 1))
            return malformed("not a value");
        if (take('.') && !takeDigits())
            return malformed("a number without digits behind the point");
        if (take('e') || take('E')) {
            if (!take('+'))
                take('-');
            if (!takeDigits())
                return malformed("a number without an exponent's digits");
        }
        return Json(Json::Number{std::string(m_text.substr(start, m_at - start))});
    }

    Result<char32_t> readHex4()
    {
        if (m_text.size() - m_at < 4)
            return malformed("a cut escape");
        std::uint32_t unit = 0;
        const char *end = m_text.data() + m_at + 4;
        const auto [stop, error] = std::from_chars(m_text.data() + m_at, end, unit, 16);
        if (error != std::errc() || stop != end)
            return malformed("an escape that is not hex");
        m_at += 4;
        return static_cast<char32_t>(unit);
    }

    Result<char32_t> readUnicodeEscape()
    {
        const Result<char32_t> first = readHex4();
        if (!first || *first < 0xD800 || *first > 0xDFFF)
            return first;
        if (*first > 0xDBFF || !takeWord("\\u"))
            return malformed("half a surrogate pair");
        const Result<char32_t> second = readHex4();
        if (!second)
            return second;
        if (*second < 0xDC00 || *second > 0xDFFF)
            return malformed("half a surrogate pair");
        return 0x10000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00);
    }

    Result<void> readEscape(std::string &text)
    {
        static constexpr std::string_view letters = "\"\\/bfnrt";
        static constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        const char letter = next();
        if (const std::size_t place = letters.find(letter); place != std::string_view::npos && !atEnd()) {
            ++m_at;
            text += meanings[place];
            return {};
        }
        if (!take('u'))
            return malformed("an unknown escape");
        const Result<char32_t> point = readUnicodeEscape();
        if (!point)
            return std::unexpected(point.error());
        appendUtf8(text, *point);
        return {};
    }

    // Precondition: a quotation mark is next.
    Result<std::string> readString()
    {
        ++m_at;
        std::string text;
        while (!atEnd()) {
            const std::size_t start = m_at;
            while (!atEnd() && isPlain(m_text[m_at]))
                ++m_at;
            text.append(m_text.substr(start, m_at - start));
            if (atEnd())
                break;
            const char c = m_text[m_at++];
            if (c == '"')
                return text;
            if (static_cast<unsigned char>(c) < 0x20)
                return malformed("a control character in a text");
            if (const Result<void> escape = readEscape(text); !escape)
                return std::unexpected(escape.error());
        }
        return malformed("a text without an end");
    }

    Result<Json> readArray(unsigned depthLeft)
    {
        ++m_at;
        if (depthLeft == 0)
            return malformed("nested too deeply");
        Json::Array array;
        skipSpace();
        if (take(']'))
            return Json(std::move(array));
        do {
            skipSpace();
            Result<Json> value = readValue(depthLeft - 1);
            if (!value)
                return value;
            array.push_back(std::move(*value));
            skipSpace();
        } while (take(','));
        if (!take(']'))
            return malformed("an array without an end");
        return Json(std::move(array));
    }

    Result<Json::Member> readMember(unsigned depthLeft)
    {
        skipSpace();
        if (next() != '"')
            return malformed("a member without a name");
        Result<std::string> name = readString();
        if (!name)
            return std::unexpected(name.error());
        skipSpace();
        if (!take(':'))
            return malformed("a member without a value");
        skipSpace();
        Result<Json> value = readValue(depthLeft - 1);
        if (!value)
            return std::unexpected(value.error());
        skipSpace();
        return Json::Member(std::move(*name), std::move(*value));
    }

    Result<Json> readObject(unsigned depthLeft)
    {
        ++m_at;
        if (depthLeft == 0)
            return malformed("nested too deeply");
        Json::Object object;
        std::unordered_set<std::string> names;
        const auto isThere = [&](const std::string &name) {
            // Looking through the few members that most objects have costs less than a table.
            if (object.size() < fewMembers)
                return std::ranges::any_of(object, [&](const Json::Member &member) { return member.first == name; });
            for (std::size_t i = names.size(); i < object.size(); ++i)
                names.insert(object[i].first);
            return names.contains(name);
        };
        skipSpace();
        if (take('}'))
            return Json(std::move(object));
        do {
            Result<Json::Member> member = readMember(depthLeft);
            if (!member)
                return std::unexpected(member.error());
            if (isThere(member->first))
                return malformed("a member twice");
            object.push_back(std::move(*member));
        } while (take(','));
        if (!take('}'))
            return malformed("an object without an end");
        return Json(std::move(object));
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

Result<Json> Json::parse(std::string_view utf8, JsonLimits limits)
{
    if (utf8.size() > limits.bytes)
        return malformed("longer than allowed");
    if (!isUtf8(utf8))
        return malformed("not UTF-8");
    return Reader(utf8).readAll(limits.depth);
}

std::optional<std::int64_t> Json::integer() const
{
    static constexpr std::int64_t largest = (std::int64_t{1} << 53) - 1;
    const Number *const held = number();
    std::int64_t value = 0;
    if (held == nullptr)
        return std::nullopt;
    const char *end = held->text.data() + held->text.size();
    const auto [stop, error] = std::from_chars(held->text.data(), end, value);
    if (error != std::errc() || stop != end || value > largest || value < -largest)
        return std::nullopt;
    return value;
}

const Json *Json::find(std::string_view name) const
{
    const Object *const members = object();
    if (members == nullptr)
        return nullptr;
    const auto found
        = std::find_if(members->begin(), members->end(), [name](const Member &member) { return member.first == name; });
    return found == members->end() ? nullptr : &found->second;
}

const std::string *Json::findString(std::string_view name) const
{
    const Json *const member = find(name);
    return member == nullptr ? nullptr : member->string();
}

} // namespace majlis::wallet
