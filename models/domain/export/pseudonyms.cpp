// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/export/pseudonyms.h"

#include <QDateTime>
#include <QMessageAuthenticationCode>

namespace majlis
{

namespace
{
constexpr qsizetype pseudonymBytes = 10; // 80 bits: no two of a million are alike
}

PseudonymousSource::PseudonymousSource(const ExportSource &source, QByteArray secret)
    : m_source(source)
    , m_secret(std::move(secret))
{
}

ExportPerson PseudonymousSource::person(std::uint32_t index) const
{
    ExportPerson person = m_source.person(index);
    const QByteArray hash = QMessageAuthenticationCode::hash(person.id.toUtf8(), m_secret, QCryptographicHash::Sha256);
    person.id = QStringLiteral("p") + QString::fromLatin1(hash.first(pseudonymBytes).toHex());
    person.name.clear();
    person.address.clear();
    if (person.joinedAt) {
        person.joinedAt = monthOf(*person.joinedAt);
    }
    if (person.balance) {
        person.balance = coarse(*person.balance);
    }
    return person;
}

Amount coarse(const Amount &amount)
{
    QString text = amount.toString();
    int digits = 0;
    for (QChar &letter : text) {
        const bool counts = letter.isDigit() && (digits > 0 || letter != u'0');
        digits += counts ? 1 : 0;
        if (counts && digits > 2) {
            letter = u'0';
        }
    }
    return Amount::parse(text).value_or(Amount());
}

UnixMs monthOf(UnixMs at)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(at.value, Qt::UTC).date();
    return UnixMs{QDateTime(QDate(day.year(), day.month(), 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch()};
}

} // namespace majlis
