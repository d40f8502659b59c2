// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/http/faults.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

constexpr std::array<std::pair<FaultMode, const char *>, 14> names{
    {{FaultMode::Drop, "drop"}, {FaultMode::Delay, "delay"}, {FaultMode::TooMany, "429"}, {FaultMode::Broken, "500"},
        {FaultMode::Unavailable, "503"}, {FaultMode::Malformed, "malformed"}, {FaultMode::Stale, "stale"},
        {FaultMode::Slow, "slow"}, {FaultMode::Huge, "huge"}, {FaultMode::InvalidUtf8, "invalid-utf8"},
        {FaultMode::NotANumber, "nan"}, {FaultMode::DuplicateKeys, "duplicate-keys"}, {FaultMode::Deep, "deep"},
        {FaultMode::TokenExpired, "token-expired"}}};

/// The body with `replacement` in place of the first value of an object, as in `{"key":VALUE`.
QByteArray withFirstValue(const QByteArray &body, const QByteArray &replacement)
{
    const qsizetype colon = body.indexOf("\":");
    if (!body.startsWith('{') || colon < 0)
        return replacement;
    qsizetype end = colon + 2;
    bool inText = false;
    int open = 0;
    for (; end < body.size(); ++end) {
        const char c = body[end];
        if (c == '"' && body[end - 1] != '\\')
            inText = !inText;
        if (inText)
            continue;
        if (c == '{' || c == '[')
            ++open;
        if ((c == ',' || c == '}') && open == 0)
            break;
        if (c == '}' || c == ']')
            --open;
    }
    return body.left(colon + 2) + replacement + body.mid(end);
}

QByteArray nested()
{
    constexpr int levels = 100'000;
    return QByteArray(levels, '[') + QByteArray(levels, ']');
}

QByteArray spoilBytes(const QByteArray &body, const Fault &fault)
{
    switch (fault.mode) {
    case FaultMode::Malformed:
        return body.left(std::max<qsizetype>(1, body.size() / 2));
    case FaultMode::InvalidUtf8:
        return withFirstValue(body, "\"\xff\xfe\xc3\x28\"");
    case FaultMode::NotANumber:
        return withFirstValue(body, "NaN");
    case FaultMode::DuplicateKeys:
        return body.startsWith('{') && body.size() > 2
            ? QByteArray('{' + body.mid(1, body.size() - 2) + ',' + body.mid(1))
            : body;
    case FaultMode::Deep:
        return nested();
    default:
        return body;
    }
}

} // namespace

QString faultName(FaultMode mode)
{
    const auto found = std::ranges::find(names, mode, [](const auto &entry) { return entry.first; });
    return QString::fromLatin1(found->second);
}

std::optional<FaultMode> faultFromName(const QString &name)
{
    const auto found
        = std::ranges::find_if(names, [&name](const auto &entry) { return name == QLatin1String(entry.second); });
    if (found == names.end())
        return std::nullopt;
    return found->first;
}

int defaultArgument(FaultMode mode)
{
    switch (mode) {
    case FaultMode::Delay:
        return 5000;
    case FaultMode::TooMany:
    case FaultMode::Unavailable:
        return 2;
    case FaultMode::Slow:
        return 256;
    case FaultMode::Huge:
        return 100;
    default:
        return 0;
    }
}

std::expected<Fault, QString> Fault::parse(const QString &text)
{
    static const QRegularExpression form(u"^([a-z0-9-]+)(?::([0-9]{1,7}))?(?:@(/.*))?$"_s);
    const auto match = form.match(text);
    const auto mode = match.hasMatch() ? faultFromName(match.captured(1)) : std::nullopt;
    if (!mode)
        return std::unexpected(QString(u"--fault: `"_s + text + u"` is no MODE[:ARG][@PATH] with a known mode"_s));
    Fault fault;
    fault.mode = *mode;
    fault.argument = match.captured(2).isEmpty() ? defaultArgument(*mode) : match.captured(2).toInt();
    fault.path = match.captured(3);
    return fault;
}

std::optional<Fault> Faults::peek(const QString &path) const
{
    if (path.startsWith(u"/control"_s))
        return std::nullopt;
    const auto found
        = std::ranges::find_if(m_faults, [&path](const Fault &fault) { return path.startsWith(fault.path); });
    if (found == m_faults.end())
        return std::nullopt;
    return *found;
}

std::optional<Fault> Faults::take(const QString &path)
{
    auto fault = peek(path);
    if (!fault)
        return fault;
    const auto found
        = std::ranges::find_if(m_faults, [&path](const Fault &entry) { return path.startsWith(entry.path); });
    if (found->count > 0) {
        --found->count;
        if (found->count == 0)
            m_faults.erase(found);
    }
    return fault;
}

void spoil(HttpResponse &response, const Fault &fault)
{
    if (fault.mode == FaultMode::Huge) {
        response.body = "{\"padding\":\"" + QByteArray(qsizetype(fault.argument) << 20, 'x') + "\"}";
        response.etag.clear();
        return;
    }
    if (response.body.isEmpty())
        return;
    if (response.contentType.startsWith("application/vnd.majlis") && fault.mode == FaultMode::Malformed) {
        const qsizetype middle = response.body.size() / 2;
        response.body[middle] = static_cast<char>(response.body.at(middle) ^ 0x20);
        return;
    }
    if (response.contentType.startsWith("application/") && !response.contentType.startsWith("application/vnd"))
        response.body = spoilBytes(response.body, fault);
}

QByteArray spoilFrame(const QByteArray &frame, const Fault &fault)
{
    return spoilBytes(frame, fault);
}

} // namespace majlis::sandbox
