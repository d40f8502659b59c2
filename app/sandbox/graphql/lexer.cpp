// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/graphql/lexer.h"

#include <QStringList>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace majlis::sandbox::graphql
{

namespace
{

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isNameStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

/// The specification's BlockStringValue(): common indentation and blank first and last lines go.
QString blockText(const QString &raw)
{
    QStringList lines = raw.split(u'\n');
    qsizetype common = std::numeric_limits<qsizetype>::max();
    const auto indent = [](const QString &line) {
        return std::ranges::find_if(line, [](QChar c) { return c != u' ' && c != u'\t'; }) - line.begin();
    };
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (indent(lines[i]) < lines[i].size())
            common = std::min(common, static_cast<qsizetype>(indent(lines[i])));
    }
    for (qsizetype i = 1; i < lines.size(); ++i)
        lines[i] = lines[i].mid(std::min(common, lines[i].size()));
    while (!lines.isEmpty() && lines.first().trimmed().isEmpty())
        lines.removeFirst();
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    return lines.join(u'\n');
}

} // namespace

Token Lexer::make(Token::Kind kind, const QString &text, qsizetype start) const
{
    return {kind, text, {m_line, static_cast<int>(start - m_lineStart) + 1}};
}

Token Lexer::bad(const QString &message) const
{
    return make(Token::Kind::Bad, message, m_at);
}

void Lexer::newLine()
{
    ++m_line;
    m_lineStart = m_at;
}

void Lexer::skipIgnored()
{
    while (m_at < m_text.size()) {
        const QChar c = peek();
        if (c == u'#') {
            while (m_at < m_text.size() && peek() != u'\n' && peek() != u'\r')
                ++m_at;
        } else if (c == u'\n') {
            ++m_at;
            newLine();
        } else if (c == u' ' || c == u'\t' || c == u'\r' || c == u',' || c == QChar(0xfeff)) {
            ++m_at;
        } else {
            return;
        }
    }
}

Token Lexer::next()
{
    skipIgnored();
    const qsizetype start = m_at;
    if (m_at >= m_text.size())
        return make(Token::Kind::End, {}, start);
    const QChar c = peek();
    if (isNameStart(c)) {
        while (isNameStart(peek()) || isDigit(peek()))
            ++m_at;
        return make(Token::Kind::Name, m_text.sliced(start, m_at - start).toString(), start);
    }
    if (isDigit(c) || c == u'-')
        return number();
    if (c == u'"')
        return peek(1) == u'"' && peek(2) == u'"' ? blockString() : string();
    if (c == u'.' && peek(1) == u'.' && peek(2) == u'.') {
        m_at += 3;
        return make(Token::Kind::Punctuator, u"..."_s, start);
    }
    if (u"!$&()[]{}:=@|"_s.contains(c)) {
        ++m_at;
        return make(Token::Kind::Punctuator, QString(c), start);
    }
    return bad(u"Unexpected character"_s);
}

Token Lexer::number()
{
    const qsizetype start = m_at;
    const auto digits = [this] {
        const qsizetype first = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > first;
    };
    m_at += peek() == u'-' ? 1 : 0;
    const bool zero = peek() == u'0';
    if (!digits() || (zero && isDigit(m_text[m_at - 1]) && m_at - start > (m_text[start] == u'-' ? 2 : 1)))
        return bad(u"Invalid number"_s);
    auto kind = Token::Kind::Int;
    if (peek() == u'.') {
        ++m_at;
        kind = Token::Kind::Float;
        if (!digits())
            return bad(u"Invalid number"_s);
    }
    if (peek() == u'e' || peek() == u'E') {
        ++m_at;
        kind = Token::Kind::Float;
        m_at += peek() == u'+' || peek() == u'-' ? 1 : 0;
        if (!digits())
            return bad(u"Invalid number"_s);
    }
    if (isNameStart(peek()) || peek() == u'.')
        return bad(u"Invalid number"_s);
    return make(kind, m_text.sliced(start, m_at - start).toString(), start);
}

bool Lexer::escape(QString &target)
{
    const QChar c = peek();
    ++m_at;
    static const QString plain = u"\"\\/bfnrt"_s;
    static const QString meaning = u"\"\\/\b\f\n\r\t"_s;
    if (const auto at = plain.indexOf(c); at >= 0) {
        target += meaning[at];
        return true;
    }
    if (c != u'u')
        return false;
    const bool braced = peek() == u'{';
    m_at += braced ? 1 : 0;
    char32_t code = 0;
    int digits = 0;
    while (digits < (braced ? 6 : 4)) {
        const auto value = QStringView(u"0123456789abcdef").indexOf(peek().toLower());
        if (value < 0 || peek().isNull())
            break;
        code = code * 16 + static_cast<char32_t>(value);
        ++digits;
        ++m_at;
    }
    if (braced ? digits == 0 || peek() != u'}' || code > 0x10ffff : digits != 4)
        return false;
    m_at += braced ? 1 : 0;
    target += braced ? QString::fromUcs4(&code, 1) : QString(QChar(static_cast<char16_t>(code)));
    return true;
}

Token Lexer::string()
{
    const qsizetype start = m_at++;
    QString text;
    while (m_at < m_text.size() && peek() != u'"') {
        const QChar c = peek();
        if (c == u'\n' || c == u'\r' || (c < u' ' && c != u'\t'))
            return bad(u"Unterminated string"_s);
        ++m_at;
        if (c != u'\\')
            text += c;
        else if (!escape(text))
            return bad(u"Invalid escape"_s);
    }
    if (m_at >= m_text.size())
        return bad(u"Unterminated string"_s);
    ++m_at;
    return make(Token::Kind::String, text, start);
}

Token Lexer::blockString()
{
    Token token = make(Token::Kind::String, {}, m_at);
    m_at += 3;
    QString raw;
    while (m_at < m_text.size()) {
        const QStringView rest = m_text.sliced(m_at);
        if (rest.startsWith(u"\"\"\"")) {
            m_at += 3;
            token.text = blockText(raw);
            return token;
        }
        if (rest.startsWith(u"\\\"\"\"")) {
            raw += u"\"\"\""_s;
            m_at += 4;
            continue;
        }
        const QChar c = peek();
        ++m_at;
        if (c == u'\n')
            newLine();
        if (c != u'\r')
            raw += c;
    }
    return bad(u"Unterminated string"_s);
}

} // namespace majlis::sandbox::graphql
