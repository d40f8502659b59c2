// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/solana/signin.h"

#include "wallet/encoding/rfc3339.h"

#include <QList>
#include <QUrl>

#include <algorithm>
#include <array>
#include <string>

// Grammar: github.com/phantom/sign-in-with-solana, "Sign-In With Solana" message format, which is EIP-4361's.
namespace majlis::wallet::solana
{

using namespace Qt::StringLiterals;

namespace
{

const QString opening = u" wants you to sign in with your Solana account:"_s;
const QString resourcesHeading = u"Resources:"_s;

// One optional line: its label, and where it is kept.
struct LineField {
    QString label;
    std::optional<QString> SignIn::*member;
    bool (*isValid)(QStringView value);
};

bool isAlphaNumeric(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

bool isOneOf(QChar c, QStringView set)
{
    return set.contains(c);
}

bool isUnreserved(QChar c)
{
    return isAlphaNumeric(c) || isOneOf(c, u"-._~");
}

bool isHex(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

// Unreserved characters, those of `more`, and whole percent-encoded bytes.
bool consistsOf(QStringView text, QStringView more)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'%') {
            if (i + 2 >= text.size() || !isHex(text[i + 1]) || !isHex(text[i + 2]))
                return false;
            i += 2;
        } else if (!isUnreserved(text[i]) && !isOneOf(text[i], more)) {
            return false;
        }
    }
    return true;
}

constexpr QStringView subDelims = u"!$&'()*+,;=";

bool isStatement(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return isUnreserved(c) || isOneOf(c, u" :/?#[]@") || isOneOf(c, subDelims);
    });
}

bool isPort(QStringView text)
{
    return !text.isEmpty() && text.size() <= 5
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; })
        && text.toInt() <= 65535;
}

// RFC 3986 authority without user info.
bool isDomain(QStringView text)
{
    const qsizetype bracket = text.startsWith(u'[') ? text.indexOf(u']') : 0;
    if (bracket < 0)
        return false;
    const qsizetype colon = text.indexOf(u':', bracket);
    const QStringView host = colon < 0 ? text : text.first(colon);
    if (colon >= 0 && !isPort(text.sliced(colon + 1)))
        return false;
    if (bracket > 0) {
        const QStringView literal = host.sliced(1, bracket - 1);
        return bracket == host.size() - 1 && literal.contains(u':')
            && std::all_of(literal.begin(), literal.end(), [](QChar c) { return isHex(c) || isOneOf(c, u":."); });
    }
    return !host.isEmpty() && consistsOf(host, subDelims);
}

bool isUri(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    const QStringView scheme = text.first(std::max<qsizetype>(colon, 0));
    if (scheme.isEmpty() || !scheme.front().isLetter()
        || !std::all_of(scheme.begin(), scheme.end(), [](QChar c) { return isAlphaNumeric(c) || isOneOf(c, u"+-."); }))
        return false;
    return consistsOf(text.sliced(colon + 1), u":/?#[]@!$&'()*+,;=")
        && QUrl(text.toString(), QUrl::StrictMode).isValid();
}

bool isVersion(QStringView text)
{
    return text == u"1";
}

bool isChainId(QStringView text)
{
    if (text.startsWith(u"solana:"))
        text = text.sliced(7);
    return text == u"mainnet" || text == u"testnet" || text == u"devnet" || text == u"localnet";
}

bool isNonce(QStringView text)
{
    return text.size() >= 8 && std::all_of(text.begin(), text.end(), isAlphaNumeric);
}

bool isTime(QStringView text)
{
    return parseRfc3339(text).has_value();
}

bool isRequestId(QStringView text)
{
    return consistsOf(text, u"!$&'()*+,;=:@");
}

const std::array<LineField, 8> &lineFields()
{
    static const std::array<LineField, 8> fields = {{
        {u"URI: "_s, &SignIn::uri, isUri},
        {u"Version: "_s, &SignIn::version, isVersion},
        {u"Chain ID: "_s, &SignIn::chainId, isChainId},
        {u"Nonce: "_s, &SignIn::nonce, isNonce},
        {u"Issued At: "_s, &SignIn::issuedAt, isTime},
        {u"Expiration Time: "_s, &SignIn::expirationTime, isTime},
        {u"Not Before: "_s, &SignIn::notBefore, isTime},
        {u"Request ID: "_s, &SignIn::requestId, isRequestId},
    }};
    return fields;
}

bool isFieldLine(QStringView line)
{
    return line.startsWith(resourcesHeading)
        || std::ranges::any_of(lineFields(), [line](const LineField &field) { return line.startsWith(field.label); });
}

std::unexpected<Error> wrong(QStringView field)
{
    return fail(ErrorCode::InvalidArgument, "sign-in: " + field.toString().toStdString() + " is not valid");
}

// A statement that looks like a field would be one to another reader.
Result<void> checkFields(const SignIn &signIn)
{
    if (!isDomain(signIn.domain))
        return wrong(u"domain");
    if (signIn.statement && (!isStatement(*signIn.statement) || isFieldLine(*signIn.statement)))
        return wrong(u"statement");
    for (const LineField &field : lineFields()) {
        const std::optional<QString> &value = signIn.*field.member;
        if (value && !field.isValid(*value))
            return wrong(QStringView(field.label).chopped(2));
    }
    if (signIn.resources && !std::ranges::all_of(*signIn.resources, [](const QString &uri) { return isUri(uri); }))
        return wrong(u"Resources");
    return {};
}

QStringList fieldLines(const SignIn &signIn)
{
    QStringList lines;
    for (const LineField &field : lineFields()) {
        if (const std::optional<QString> &value = signIn.*field.member)
            lines += field.label + *value;
    }
    if (signIn.resources) {
        lines += resourcesHeading;
        for (const QString &uri : *signIn.resources)
            lines += u"- "_s + uri;
    }
    return lines;
}

// `lines` is not empty.
Result<void> readFields(QList<QStringView> lines, SignIn &signIn)
{
    for (const LineField &field : lineFields()) {
        if (lines.isEmpty() || !lines.front().startsWith(field.label))
            continue;
        signIn.*field.member = lines.takeFirst().sliced(field.label.size()).toString();
    }
    if (!lines.isEmpty() && lines.front() == resourcesHeading) {
        lines.removeFirst();
        signIn.resources.emplace();
        while (!lines.isEmpty() && lines.front().startsWith(u"- "_s))
            signIn.resources->append(lines.takeFirst().sliced(2).toString());
    }
    return lines.isEmpty() ? Result<void>() : wrong(u"a line");
}

// What follows the address: nothing, or a blank line and a statement, fields or both parted by a blank line.
Result<void> readRest(QList<QStringView> lines, SignIn &signIn)
{
    if (lines.isEmpty())
        return {};
    if (lines.size() < 2 || !lines.takeFirst().isEmpty())
        return wrong(u"a line");
    if (isFieldLine(lines.front()))
        return readFields(std::move(lines), signIn);
    signIn.statement = lines.takeFirst().toString();
    if (lines.isEmpty())
        return {};
    if (lines.size() < 2 || !lines.takeFirst().isEmpty())
        return wrong(u"a line");
    return readFields(std::move(lines), signIn);
}

} // namespace

Result<QString> SignIn::message() const
{
    if (const Result<void> good = checkFields(*this); !good)
        return std::unexpected(good.error());
    QString text = domain + opening + u'\n' + address.text();
    if (statement)
        text += u"\n\n"_s + *statement;
    const QStringList lines = fieldLines(*this);
    if (!lines.isEmpty())
        text += u"\n\n"_s + lines.join(u'\n');
    return text;
}

Result<SignIn> SignIn::parse(QStringView message)
{
    QList<QStringView> lines = message.split(u'\n');
    if (lines.size() < 2 || !lines.front().endsWith(opening))
        return wrong(u"the first line");
    SignIn signIn;
    signIn.domain = lines.takeFirst().chopped(opening.size()).toString();
    const Result<PublicKey> address = PublicKey::parse(lines.takeFirst());
    if (!address)
        return wrong(u"address");
    signIn.address = *address;
    if (const Result<void> rest = readRest(std::move(lines), signIn); !rest)
        return std::unexpected(rest.error());
    if (const Result<void> good = checkFields(signIn); !good)
        return std::unexpected(good.error());
    return signIn;
}

} // namespace majlis::wallet::solana
