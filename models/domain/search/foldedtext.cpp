// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/search/foldedtext.h"

#include <algorithm>

namespace majlis
{

namespace
{

bool isPlain(QStringView text)
{
    return std::ranges::all_of(text, [](QChar letter) { return letter.unicode() < 0x80; });
}

// Most names in most networks; a tenth of the time of the general way.
QString foldedPlain(QStringView text)
{
    QString folded(text.size(), Qt::Uninitialized);
    qsizetype length = 0;
    bool gap = false;
    for (const QChar letter : text) {
        const char16_t code = letter.unicode();
        if (code <= u' ') {
            gap = length > 0;
            continue;
        }
        if (std::exchange(gap, false)) {
            folded[length++] = u' ';
        }
        folded[length++] = QChar(code >= u'A' && code <= u'Z' ? static_cast<char16_t>(code + 32) : code);
    }
    folded.truncate(length);
    return folded;
}

} // namespace

QString foldedText(QStringView text)
{
    if (isPlain(text)) {
        return foldedPlain(text);
    }
    QString folded = text.toString().normalized(QString::NormalizationForm_KD);
    folded.removeIf([](QChar letter) { return letter.isMark(); });
    return folded.toCaseFolded().simplified();
}

} // namespace majlis
