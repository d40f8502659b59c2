// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/format/names.h"

#include "viewmodels/format/figures.h"

namespace majlis::viewmodels::format
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int longestName = 64;

/// Characters that could make a name look like something else or reorder the text around it.
bool isHarmful(char32_t letter)
{
    const auto category = QChar::category(letter);
    return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Other_Surrogate
        || category == QChar::Other_PrivateUse || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph;
}

} // namespace

QString chainName(const Chain &chain)
{
    switch (chain.value()) {
    case ChainName::Solana:
        return u"Solana"_s;
    case ChainName::Base:
        return u"Base"_s;
    case ChainName::Arbitrum:
        return u"Arbitrum"_s;
    case ChainName::Unknown:
        break;
    }
    const QString text = plainName(chain.text());
    return text.isEmpty() ? unknown() : text;
}

QString plainName(const QString &text)
{
    QString result;
    int letters = 0;
    for (const char32_t letter : text.toUcs4()) {
        if (isHarmful(letter)) {
            continue;
        }
        if (++letters > longestName) {
            result += u'…';
            break;
        }
        result += QChar::fromUcs4(letter);
    }
    return result.simplified();
}

} // namespace majlis::viewmodels::format
