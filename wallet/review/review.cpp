// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/review/review.h"

#include "wallet/review/reviewbuilder.h"

#include <algorithm>

namespace majlis::wallet
{

namespace
{

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return QStringLiteral("note");
    case Severity::Caution:
        return QStringLiteral("caution");
    case Severity::Danger:
        return QStringLiteral("danger");
    case Severity::Refusal:
        return QStringLiteral("refused");
    }
    return {};
}

} // namespace

bool Review::isRefused() const
{
    return std::any_of(notices.begin(), notices.end(),
        [](const ReviewNotice &notice) { return notice.severity == Severity::Refusal; });
}

bool Review::has(ReviewFinding finding) const
{
    return std::any_of(
        notices.begin(), notices.end(), [finding](const ReviewNotice &notice) { return notice.finding == finding; });
}

QString Review::valueOf(ReviewField field) const
{
    const auto found
        = std::find_if(rows.begin(), rows.end(), [field](const ReviewRow &row) { return row.field == field; });
    return found == rows.end() ? QString() : found->value;
}

QString Review::description() const
{
    QStringList lines;
    for (const ReviewRow &row : rows)
        lines += (row.field == ReviewField::Argument ? row.name : fieldName(row.field)) + QStringLiteral(": ")
            + row.value;
    for (const ReviewNotice &notice : notices)
        lines += severityText(notice.severity) + QStringLiteral(": ") + findingName(notice.finding)
            + (notice.detail.isEmpty() ? QString() : QStringLiteral(": ") + notice.detail);
    return lines.join(QLatin1Char('\n'));
}

QString grouped(const Address &address)
{
    const QString text = address.text();
    QString groups = address.isEvm() ? QStringLiteral("0x") : QString();
    for (qsizetype i = groups.size(); i < text.size(); i += 4)
        groups += (groups.isEmpty() ? QString() : QStringLiteral(" ")) + text.mid(i, 4);
    return groups;
}

Review reviewOf(const Intent &intent, const ReviewContext &context)
{
    return std::visit([&context](const auto &kind) { return detail::reviewOf(kind, context); }, intent);
}

} // namespace majlis::wallet
