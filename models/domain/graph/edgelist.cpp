// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/graph/edgelist.h"

#include <charconv>

using namespace Qt::StringLiterals;

namespace majlis
{

namespace
{

constexpr std::size_t maxLabelLength = 64;
constexpr std::uint32_t maxDepth = 254;

bool isSpace(char character)
{
    return character == ' ' || character == '\t';
}

std::string_view takeWord(std::string_view &text)
{
    std::size_t start = 0;
    while (start < text.size() && isSpace(text[start]))
        ++start;
    std::size_t end = start;
    while (end < text.size() && !isSpace(text[end]))
        ++end;
    const std::string_view word = text.substr(start, end - start);
    text.remove_prefix(end);
    return word;
}

template <class T>
bool parseNumber(std::string_view text, T &value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

} // namespace

EdgeListParser::EdgeListParser(EdgeListForm form, EdgeListLimits limits)
    : m_limits(limits)
    , m_form(form)
{
}

std::unexpected<Error> EdgeListParser::refuse(ErrorCode code, const char *reason, const QString &detail)
{
    const QString where = u"line %1"_s.arg(m_line);
    auto error = fail(code, where + u": "_s + detail, where);
    error.error().reason = QString::fromLatin1(reason);
    m_error = error.error();
    return error;
}

Result<void> EdgeListParser::feed(std::string_view text)
{
    if (m_error)
        return std::unexpected(*m_error);
    m_bytes += text.size();
    if (m_bytes > m_limits.maxBytes)
        return refuse(ErrorCode::TooLarge, "too_large", u"more than %1 bytes of text"_s.arg(m_limits.maxBytes));
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view piece = text.substr(0, end);
        if (m_rest.size() + piece.size() > m_limits.maxLineLength) {
            ++m_line;
            return refuse(ErrorCode::Malformed, "bad_line", u"longer than a line of an edge list can be"_s);
        }
        if (end == std::string_view::npos) {
            m_rest.append(piece);
            return {};
        }
        text.remove_prefix(end + 1);
        Result<void> taken;
        if (m_rest.empty()) {
            taken = line(piece);
        } else {
            m_rest.append(piece);
            taken = line(std::exchange(m_rest, {}));
        }
        if (!taken)
            return taken;
    }
    return {};
}

Result<void> EdgeListParser::line(std::string_view text)
{
    ++m_line;
    if (text.ends_with('\r'))
        text.remove_suffix(1);
    const Words words{takeWord(text), takeWord(text), takeWord(text)};
    if (words.first.empty() || words.first.front() == '#')
        return {};
    if (words.second.empty() || !takeWord(text).empty())
        return refuse(ErrorCode::Malformed, "bad_line", u"two or three words are expected"_s);
    if (words.first.size() > maxLabelLength || words.second.size() > maxLabelLength)
        return refuse(ErrorCode::Malformed, "bad_line", u"a name is longer than %1 bytes"_s.arg(maxLabelLength));
    if (m_form == EdgeListForm::Detect)
        m_form = words.second == "-" ? EdgeListForm::Forest : EdgeListForm::Edges;
    return m_form == EdgeListForm::Forest ? forestLine(words) : edgeLine(words);
}

Result<std::uint32_t> EdgeListParser::node(std::string_view label)
{
    const auto index = static_cast<std::uint32_t>(m_list.labels.size());
    const auto [entry, isNew] = m_indices.try_emplace(std::string(label), index);
    if (!isNew)
        return entry->second;
    if (index >= m_limits.maxNodes)
        return refuse(ErrorCode::TooLarge, "too_large", u"more than %1 people"_s.arg(m_limits.maxNodes));
    m_list.labels.emplace_back(label);
    m_list.parents.push_back(noParent);
    if (m_form == EdgeListForm::Forest) {
        m_list.timestamps.push_back(0);
        m_lineOf.push_back(0);
    } else {
        m_trees.push_back(index);
    }
    return index;
}

Result<void> EdgeListParser::forestLine(const Words &words)
{
    std::int64_t timestamp = 0;
    if (words.third.empty() || !parseNumber(words.third, timestamp))
        return refuse(ErrorCode::Malformed, "bad_line", u"the third word is no time in whole seconds"_s);
    if (words.first == "-")
        return refuse(ErrorCode::Malformed, "bad_line", u"nobody cannot be referred"_s);
    const auto referee = node(words.first);
    if (!referee)
        return std::unexpected(referee.error());
    if (m_lineOf[*referee] != 0)
        return refuse(
            ErrorCode::Malformed, "duplicate", u"this person stands on line %1 already"_s.arg(m_lineOf[*referee]));
    m_lineOf[*referee] = m_line;
    m_list.timestamps[*referee] = timestamp;
    if (words.second == "-")
        return {};
    const auto referrer = node(words.second);
    if (!referrer)
        return std::unexpected(referrer.error());
    if (*referrer == *referee)
        return refuse(ErrorCode::Malformed, "bad_tree", u"a person cannot refer themselves"_s);
    m_list.parents[*referee] = *referrer;
    return {};
}

std::uint32_t EdgeListParser::treeOf(std::uint32_t index)
{
    while (m_trees[index] != index) {
        m_trees[index] = m_trees[m_trees[index]];
        index = m_trees[index];
    }
    return index;
}

Result<void> EdgeListParser::edgeLine(const Words &words)
{
    std::uint32_t depth = 0;
    if (!words.third.empty() && (!parseNumber(words.third, depth) || depth > maxDepth))
        return refuse(ErrorCode::Malformed, "bad_line", u"the third word is no depth"_s);
    const auto from = node(words.first);
    if (!from)
        return std::unexpected(from.error());
    const auto to = node(words.second);
    if (!to)
        return std::unexpected(to.error());
    if (*from == *to)
        return {}; // says nothing but that the person exists
    if (m_list.parents[*to] == noParent && treeOf(*from) != treeOf(*to)) {
        m_list.parents[*to] = *from;
        m_trees[treeOf(*to)] = treeOf(*from);
        return {};
    }
    if (m_list.links.size() >= m_limits.maxLinks)
        return refuse(ErrorCode::TooLarge, "too_large", u"more than %1 links"_s.arg(m_limits.maxLinks));
    m_list.links.push_back({*from, *to, 1.0F, 0});
    return {};
}

Result<EdgeList> EdgeListParser::finish()
{
    if (m_error)
        return std::unexpected(*m_error);
    if (!m_rest.empty()) {
        if (const auto taken = line(std::exchange(m_rest, {})); !taken)
            return std::unexpected(taken.error());
    }
    if (m_list.labels.empty())
        return refuse(ErrorCode::Malformed, "empty", u"there is nobody in this list"_s);
    for (std::size_t index = 0; index < m_lineOf.size(); ++index) {
        if (m_lineOf[index] == 0)
            return refuse(ErrorCode::Malformed, "unknown_referrer",
                u"a referrer has no line of their own: "_s + QString::fromStdString(m_list.labels[index]));
    }
    m_list.form = m_form;
    m_indices.clear();
    return std::move(m_list);
}

} // namespace majlis
