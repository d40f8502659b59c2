// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/review/reviewbuilder.h"

#include <QDateTime>

#include <algorithm>

namespace majlis::wallet::detail
{

ReviewBuilder::ReviewBuilder(ReviewAction action, const ReviewContext &context)
    : m_context(context)
{
    m_review.action = action;
}

void ReviewBuilder::setPlatform(Platform platform)
{
    m_review.platform = platform;
    row(ReviewField::Platform, platformName(platform).toString());
}

void ReviewBuilder::row(ReviewField field, QString value)
{
    m_review.rows.push_back({field, {}, std::move(value), {}});
}

void ReviewBuilder::row(ReviewField field, const Address &address)
{
    m_review.rows.push_back({field, {}, address.text(), grouped(address)});
}

void ReviewBuilder::row(ReviewField field, const QString &name, const Address &address)
{
    m_review.rows.push_back({field, name, name + QLatin1Char(' ') + address.text(), grouped(address)});
}

void ReviewBuilder::argument(QString name, QString value)
{
    m_review.rows.push_back({ReviewField::Argument, std::move(name), std::move(value), {}});
}

void ReviewBuilder::argument(QString name, const Address &address)
{
    m_review.rows.push_back({ReviewField::Argument, std::move(name), address.text(), grouped(address)});
}

void ReviewBuilder::refuse(ReviewFinding finding, QString detail)
{
    notice(finding, Severity::Refusal, std::move(detail));
}

void ReviewBuilder::notice(ReviewFinding finding, Severity severity, QString detail)
{
    m_review.notices.push_back({finding, severity, std::move(detail)});
}

Review ReviewBuilder::take()
{
    std::stable_sort(m_review.notices.begin(), m_review.notices.end(),
        [](const ReviewNotice &left, const ReviewNotice &right) { return left.severity > right.severity; });
    return std::move(m_review);
}

QString shownTime(std::chrono::milliseconds sinceEpoch)
{
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch.count(), Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
        + QStringLiteral(" UTC");
}

} // namespace majlis::wallet::detail
