// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/encoding/uri.h"

#include <QList>

#include <algorithm>

namespace majlis::wallet
{

namespace
{

bool isAlpha(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isHexDigit(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool isUnreservedOrSubDelimiter(QChar c)
{
    return isAlpha(c) || isDigit(c) || (c.unicode() != 0 && QStringView(u"-._~!$&'()*+,;=").contains(c));
}

// Unreserved characters, sub-delimiters, percent-encoded ones and those of `more`.
bool consistsOf(QStringView text, QStringView more)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isUnreservedOrSubDelimiter(text[i]) || (text[i].unicode() != 0 && more.contains(text[i])))
            continue;
        if (text[i] != u'%' || text.size() - i < 3 || !isHexDigit(text[i + 1]) || !isHexDigit(text[i + 2]))
            return false;
        i += 2;
    }
    return true;
}

bool isIpv4(QStringView text)
{
    const QList<QStringView> parts = text.split(u'.');
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](QStringView part) {
        return !part.isEmpty() && part.size() <= 3 && std::all_of(part.begin(), part.end(), isDigit)
            && part.toInt() <= 255 && (part.size() == 1 || part.front() != u'0');
    });
}

// How many groups of 16 bits these are; -1 when they are none. Only the last may be an IPv4 address.
int groupsOf(QStringView text, bool isEnd)
{
    if (text.isEmpty())
        return 0;
    int groups = 0;
    const QList<QStringView> parts = text.split(u':');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QStringView part = parts[i];
        if (isEnd && i == parts.size() - 1 && isIpv4(part)) {
            groups += 2;
            continue;
        }
        if (part.isEmpty() || part.size() > 4 || !std::all_of(part.begin(), part.end(), isHexDigit))
            return -1;
        ++groups;
    }
    return groups;
}

bool isIpv6(QStringView text)
{
    const qsizetype gap = text.indexOf(u"::");
    if (gap < 0)
        return groupsOf(text, true) == 8;
    const int before = groupsOf(text.first(gap), false);
    const int behind = groupsOf(text.sliced(gap + 2), true);
    return before >= 0 && behind >= 0 && before + behind <= 7;
}

bool isIpFuture(QStringView text)
{
    const qsizetype point = text.indexOf(u'.');
    if (text.isEmpty() || (text.front() != u'v' && text.front() != u'V') || point < 2)
        return false;
    const QStringView version = text.sliced(1, point - 1);
    const QStringView rest = text.sliced(point + 1);
    return std::all_of(version.begin(), version.end(), isHexDigit) && !rest.isEmpty() && !rest.contains(u'%')
        && consistsOf(rest, u":");
}

bool isPort(QStringView text)
{
    return std::all_of(text.begin(), text.end(), isDigit);
}

bool isHostAndPort(QStringView text, bool mayBeEmpty)
{
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        if (end < 0)
            return false;
        const QStringView literal = text.sliced(1, end - 1);
        const QStringView rest = text.sliced(end + 1);
        return (isIpv6(literal) || isIpFuture(literal))
            && (rest.isEmpty() || (rest[0] == u':' && isPort(rest.sliced(1))));
    }
    const qsizetype colon = text.indexOf(u':');
    const QStringView host = colon < 0 ? text : text.first(colon);
    return (mayBeEmpty || !host.isEmpty()) && consistsOf(host, {}) && (colon < 0 || isPort(text.sliced(colon + 1)));
}

bool isAnyAuthority(QStringView text, bool mayBeEmpty)
{
    const qsizetype at = text.indexOf(u'@');
    if (at < 0)
        return isHostAndPort(text, mayBeEmpty);
    return consistsOf(text.first(at), u":") && isHostAndPort(text.sliced(at + 1), mayBeEmpty);
}

struct UriParts {
    QStringView scheme;
    bool hasAuthority = false;
    QStringView authority;
    QStringView path;
    QStringView query; ///< without its question mark
    QStringView fragment;
};

UriParts split(QStringView uri)
{
    UriParts parts;
    if (const qsizetype hash = uri.indexOf(u'#'); hash >= 0) {
        parts.fragment = uri.sliced(hash + 1);
        uri = uri.first(hash);
    }
    if (const qsizetype mark = uri.indexOf(u'?'); mark >= 0) {
        parts.query = uri.sliced(mark + 1);
        uri = uri.first(mark);
    }
    const qsizetype colon = uri.indexOf(u':');
    parts.scheme = uri.first(std::max<qsizetype>(colon, 0));
    parts.path = uri.sliced(colon + 1);
    if (parts.path.startsWith(u"//")) {
        const qsizetype slash = parts.path.indexOf(u'/', 2);
        parts.hasAuthority = true;
        parts.authority = slash < 0 ? parts.path.sliced(2) : parts.path.sliced(2, slash - 2);
        parts.path = slash < 0 ? QStringView() : parts.path.sliced(slash);
    }
    return parts;
}

} // namespace

bool isAuthority(QStringView text)
{
    return isAnyAuthority(text, false);
}

bool isUriScheme(QStringView text)
{
    return !text.isEmpty() && isAlpha(text.front()) && std::all_of(text.begin(), text.end(), [](QChar c) {
        return isAlpha(c) || isDigit(c) || c == u'+' || c == u'-' || c == u'.';
    });
}

bool isPathCharacters(QStringView text)
{
    return consistsOf(text, u":@");
}

bool isUri(QStringView text)
{
    const UriParts parts = split(text);
    return isUriScheme(parts.scheme) && (!parts.hasAuthority || isAnyAuthority(parts.authority, true))
        && consistsOf(parts.path, u":@/") && consistsOf(parts.query, u":@/?") && consistsOf(parts.fragment, u":@/?");
}

QStringView authorityOf(QStringView uri)
{
    return split(uri).authority;
}

} // namespace majlis::wallet
