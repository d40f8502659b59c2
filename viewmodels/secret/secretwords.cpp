// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/secret/secretwords.h"

#include <algorithm>

namespace majlis::viewmodels
{

void SecretWords::reveal()
{
    setRevealed(m_count > 0);
}

void SecretWords::hide()
{
    setRevealed(false);
}

wallet::ByteView SecretWords::word(int index) const
{
    const wallet::ByteView all = m_phrase.view();
    std::size_t begin = 0;
    for (int i = 0; i < index && begin < all.size(); ++i) {
        const auto space = std::find(all.begin() + static_cast<std::ptrdiff_t>(begin), all.end(), ' ');
        begin = static_cast<std::size_t>(space - all.begin()) + 1;
    }
    if (index < 0 || begin >= all.size()) {
        return {};
    }
    const wallet::ByteView rest = all.subspan(begin);
    return rest.first(static_cast<std::size_t>(std::find(rest.begin(), rest.end(), ' ') - rest.begin()));
}

void SecretWords::setPhrase(wallet::SecretBytes phrase)
{
    m_phrase = std::move(phrase);
    const wallet::ByteView all = m_phrase.view();
    m_count = all.empty() ? 0 : static_cast<int>(std::count(all.begin(), all.end(), ' ')) + 1;
    setRevealed(false);
    Q_EMIT changed();
}

void SecretWords::wipe()
{
    if (m_count != 0) {
        setPhrase({});
    }
}

void SecretWords::setRevealed(bool revealed)
{
    if (m_revealed != revealed) {
        m_revealed = revealed;
        Q_EMIT revealedChanged();
    }
}

} // namespace majlis::viewmodels
