// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/evm/siwe.h"

#include "wallet/encoding/rfc3339.h"
#include "wallet/encoding/uri.h"
#include "wallet/encoding/utf8.h"
#include "wallet/verify.h"

#include <QList>

#include <algorithm>

namespace majlis::wallet
{

using namespace Qt::StringLiterals;

namespace
{

const auto wants = u" wants you to sign in with your Ethereum account:"_s;
constexpr qsizetype longestText = 64 * 1024;

std::unexpected<Error> wrong(const char *field, const char *why)
{
    return fail(ErrorCode::InvalidArgument, std::string(field).append(": ").append(why));
}

// Reserved and unreserved characters of RFC 3986, and spaces.
bool isStatement(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
        [](QChar c) { return c >= u' ' && c <= u'~' && !QStringView(u"\"%<>\\^`{|}").contains(c); });
}

bool isNonce(QStringView text)
{
    return text.size() >= 8 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
    });
}

std::optional<const char *> wrongField(const SiweMessage &message)
{
    const auto isWrongTime = [](const std::optional<QString> &time) { return time && !parseRfc3339(*time); };
    if (message.scheme && !isUriScheme(*message.scheme))
        return "scheme";
    if (!isAuthority(message.domain))
        return "domain";
    if (!message.address.isEvm())
        return "address";
    if (message.statement && !isStatement(*message.statement))
        return "statement";
    if (!isUri(message.uri))
        return "uri";
    if (!isNonce(message.nonce))
        return "nonce";
    if (!parseRfc3339(message.issuedAt))
        return "issuedAt";
    if (isWrongTime(message.expirationTime))
        return "expirationTime";
    if (isWrongTime(message.notBefore))
        return "notBefore";
    if (message.requestId && !isPathCharacters(*message.requestId))
        return "requestId";
    if (message.resources && !std::all_of(message.resources->begin(), message.resources->end(), isUri))
        return "resources";
    return std::nullopt;
}

/// The lines of the text, one after another.
class Lines
{
public:
    explicit Lines(QStringView text)
        : m_lines(text.split(u'\n'))
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at == m_lines.size(); }
    [[nodiscard]] QStringView peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_lines.size() ? m_lines[m_at + ahead] : QStringView();
    }
    QStringView take() { return atEnd() ? QStringView() : m_lines[m_at++]; }

    /// What stands behind `title`, when the next line begins with it.
    std::optional<QString> takeField(QStringView title)
    {
        if (atEnd() || !peek().startsWith(title))
            return std::nullopt;
        return take().sliced(title.size()).toString();
    }

private:
    QList<QStringView> m_lines;
    qsizetype m_at = 0;
};

Result<SiweMessage> readHeading(Lines &lines)
{
    QStringView domain = lines.take();
    if (!domain.endsWith(wants))
        return wrong("domain", "not the first line of a sign-in");
    domain.chop(wants.size());
    std::optional<QString> scheme;
    if (const qsizetype end = domain.indexOf(u"://"); end >= 0) {
        scheme = domain.first(end).toString();
        domain = domain.sliced(end + 3);
    }
    const QStringView written = lines.take();
    const Result<Address> address = Address::parse(written);
    if (!address || !address->isEvm() || address->text() != written)
        return wrong("address", "not an address with its checksum");
    SiweMessage message{.scheme = scheme, .domain = domain.toString(), .address = *address};
    if (!lines.take().isEmpty())
        return wrong("statement", "no empty line before it");
    // Two more empty lines and a statement that is empty, one and none, or the statement between two.
    if (!lines.peek().isEmpty() || lines.peek(1).isEmpty())
        message.statement = lines.take().toString();
    if (lines.atEnd() || !lines.take().isEmpty())
        return wrong("statement", "no empty line behind it");
    return message;
}

Result<Uint256> chainFrom(QString digits)
{
    // The grammar has 1*DIGIT.
    while (digits.size() > 1 && digits.startsWith(u'0'))
        digits.remove(0, 1);
    return Uint256::fromDecimal(digits);
}

Result<void> readRequired(Lines &lines, SiweMessage &message)
{
    const std::optional<QString> uri = lines.takeField(u"URI: ");
    if (!uri)
        return wrong("uri", "missing");
    if (lines.take() != u"Version: 1")
        return wrong("version", "not 1");
    const std::optional<QString> chain = lines.takeField(u"Chain ID: ");
    const Result<Uint256> chainId = chain ? chainFrom(*chain) : fail(ErrorCode::InvalidArgument);
    if (!chainId)
        return wrong("chainId", "not a number");
    const std::optional<QString> nonce = lines.takeField(u"Nonce: ");
    if (!nonce)
        return wrong("nonce", "missing");
    const std::optional<QString> issuedAt = lines.takeField(u"Issued At: ");
    if (!issuedAt)
        return wrong("issuedAt", "missing");
    message.uri = *uri;
    message.chainId = *chainId;
    message.nonce = *nonce;
    message.issuedAt = *issuedAt;
    return {};
}

Result<void> readOptional(Lines &lines, SiweMessage &message)
{
    message.expirationTime = lines.takeField(u"Expiration Time: ");
    message.notBefore = lines.takeField(u"Not Before: ");
    message.requestId = lines.takeField(u"Request ID: ");
    if (!lines.atEnd() && lines.peek() == u"Resources:") {
        lines.take();
        message.resources.emplace();
        while (std::optional<QString> resource = lines.takeField(u"- "))
            message.resources->push_back(*resource);
    }
    if (!lines.atEnd())
        return wrong("message", "a line that no field is");
    return {};
}

Result<void> checkTimes(const SiweMessage &message, long long nowMs)
{
    if (message.expirationTime && nowMs >= *parseRfc3339(*message.expirationTime))
        return wrong("expirationTime", "it is over");
    if (message.notBefore && nowMs < *parseRfc3339(*message.notBefore))
        return wrong("notBefore", "it is not yet");
    return {};
}

} // namespace

Result<SiweMessage> SiweMessage::parse(QStringView text)
{
    if (text.size() > longestText)
        return wrong("message", "too long");
    Lines lines(text);
    Result<SiweMessage> message = readHeading(lines);
    if (!message)
        return message;
    if (const Result<void> read = readRequired(lines, *message); !read)
        return std::unexpected(read.error());
    if (const Result<void> read = readOptional(lines, *message); !read)
        return std::unexpected(read.error());
    if (const std::optional<const char *> field = wrongField(*message))
        return wrong(*field, "not as EIP-4361 has it");
    return message;
}

Result<QString> SiweMessage::text() const
{
    if (const std::optional<const char *> field = wrongField(*this))
        return wrong(*field, "not as EIP-4361 has it");
    QString text = (scheme ? *scheme + u"://" : QString()) + domain + wants + u'\n' + address.text() + u"\n\n";
    if (statement)
        text += *statement + u'\n';
    text += u"\nURI: " + uri + u"\nVersion: 1\nChain ID: " + chainId.toDecimal() + u"\nNonce: " + nonce
        + u"\nIssued At: " + issuedAt;
    if (expirationTime)
        text += u"\nExpiration Time: " + *expirationTime;
    if (notBefore)
        text += u"\nNot Before: " + *notBefore;
    if (requestId)
        text += u"\nRequest ID: " + *requestId;
    if (resources) {
        text += u"\nResources:";
        for (const QString &resource : *resources)
            text += u"\n- " + resource;
    }
    return text;
}

bool SiweMessage::isUriOfDomain() const
{
    return isUri(uri) && authorityOf(uri) == domain;
}

Result<void> checkSiwe(const SiweMessage &message, const SiweExpectation &expected)
{
    if (const Result<QString> wellFormed = message.text(); !wellFormed)
        return std::unexpected(wellFormed.error());
    if (message.domain.contains(u'@'))
        return wrong("domain", "user information in front of the host");
    if (expected.domain.isEmpty() || message.domain != expected.domain)
        return wrong("domain", "another one");
    if (message.address != expected.address)
        return wrong("address", "another account's");
    if (message.chainId != expected.chainId)
        return wrong("chainId", "another chain");
    if (expected.nonce.isEmpty() || message.nonce != expected.nonce)
        return wrong("nonce", "not the one that was given out");
    return checkTimes(message, expected.nowMs);
}

Result<SiweMessage> verifySiwe(QStringView text, const EvmSignature &signature, const SiweExpectation &expected)
{
    Result<SiweMessage> message = SiweMessage::parse(text);
    if (!message)
        return message;
    if (const Result<void> valid = checkSiwe(*message, expected); !valid)
        return std::unexpected(valid.error());
    const std::string utf8 = toUtf8(text);
    const Result<Address> signer = recoverPersonalSign(bytesOf(utf8), signature);
    if (!signer)
        return std::unexpected(signer.error());
    if (*signer != message->address)
        return wrong("signature", "somebody else's");
    return message;
}

} // namespace majlis::wallet
