// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/export/exportformats.h"

#include <QTextStream>

namespace majlis
{

using namespace Qt::StringLiterals;

namespace
{

// RFC 4180. A name is somebody else's text: one that a spreadsheet would run as a formula is made plain text by an
// apostrophe, as these programs do it themselves.
QString cell(const QString &text)
{
    static const QString starters = u"=+-@\t\r"_s;
    QString plain = !text.isEmpty() && starters.contains(text.front()) ? u'\'' + text : text;
    if (!plain.contains(u'"') && !plain.contains(u',') && !plain.contains(u'\n') && !plain.contains(u'\r')) {
        return plain;
    }
    return u'"' + plain.replace(u'"', u"\"\""_s) + u'"';
}

template <class T, class ToText>
QString known(const std::optional<T> &value, ToText toText)
{
    return value ? toText(*value) : QString();
}

} // namespace

Result<void> writeCsv(const ExportSource &source, QIODevice &device, const ExportProgress &progress)
{
    QTextStream out(&device);
    out.setGenerateByteOrderMark(true); // Excel takes it for Latin-1 otherwise
    out << "id,referrer,depth,name,address,chain,verified,joined,balance,direct_referrals,total_descendants\r\n";
    const auto number = [](std::int64_t count) { return QString::number(count); };
    const Result<void> done = forEverybody(source, progress, 0, 1, [&](std::uint32_t index) {
        const ExportPerson person = source.person(index);
        const QString referrer = known(person.parent, [&](std::uint32_t at) { return source.person(at).id; });
        const QStringList cells{cell(person.id), cell(referrer), QString::number(person.depth), cell(person.name),
            cell(person.address), cell(person.chain),
            known(person.verified, [](bool yes) { return yes ? u"yes"_s : u"no"_s; }),
            known(person.joinedAt, [](UnixMs at) { return at.toRfc3339(); }),
            known(person.balance, [](const Amount &amount) { return amount.toString(); }),
            known(person.directReferrals, number), known(person.totalDescendants, number)};
        out << cells.join(u',') << "\r\n";
    });
    if (!done) {
        return done;
    }
    out.flush();
    return out.status() == QTextStream::Ok ? Result<void>() : fail(ErrorCode::Storage, device.errorString());
}

} // namespace majlis
