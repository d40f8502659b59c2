// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/api/profile.h"

#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

bool hasControl(const QString &text, bool linesAllowed)
{
    return std::ranges::any_of(text,
        [linesAllowed](QChar c) { return c.category() == QChar::Other_Control && !(linesAllowed && c == u'\n'); });
}

qsizetype codePoints(const QString &text)
{
    return text.toUcs4().size();
}

/// What is wrong with a value; empty: nothing.
QString complaint(const QString &key, const QString &text)
{
    static const QRegularExpression handle(u"\\A@?[A-Za-z0-9_.#-]{1,64}\\z"_s);
    static const QRegularExpression language(u"\\A[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\\z"_s);
    if (key == u"displayName"_s) {
        const bool good = !text.trimmed().isEmpty() && codePoints(text) <= 64 && !hasControl(text, false)
            && text == text.normalized(QString::NormalizationForm_C);
        return good ? QString() : u"A name has 1 to 64 characters, in NFC, without control characters"_s;
    }
    if (key == u"bio"_s)
        return codePoints(text) <= 500 && !hasControl(text, true) ? QString() : u"At most 500 characters"_s;
    if (key == u"avatarUrl"_s || key == u"website"_s) {
        const QUrl url(text, QUrl::StrictMode);
        const bool good
            = url.isValid() && url.scheme() == u"https"_s && !url.host().isEmpty() && text.toUtf8().size() <= 2048;
        return good ? QString() : u"An https address of at most 2048 bytes"_s;
    }
    if (key == u"locale"_s)
        return text.size() <= 35 && language.match(text).hasMatch() ? QString() : u"A BCP 47 language tag"_s;
    return handle.match(text).hasMatch() ? QString() : u"A name of at most 64 letters, digits and _.#-"_s;
}

} // namespace

ApiResult<QJsonObject> changedProfile(const QJsonObject &present, const QJsonObject &input)
{
    if (input.isEmpty())
        return refuse(ApiError::validation(u"input"_s, u"At least one field"_s));
    QJsonObject result = present;
    ApiError error;
    for (auto it = input.begin(); it != input.end(); ++it) {
        const QString problem = it->isString() ? complaint(it.key(), it->toString()) : QString();
        if (!problem.isEmpty())
            error.details.push_back({u"input."_s + it.key(), problem});
        result.insert(it.key(), it.value());
    }
    if (error.details.empty())
        return result;
    const auto details = error.details;
    error = ApiError::validation(details.front().path, details.front().message);
    error.details = details;
    return refuse(error);
}

} // namespace majlis::sandbox
