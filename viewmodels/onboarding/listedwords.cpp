// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/onboarding/listedwords.h"

#include "wallet/mnemonic.h"

#include <algorithm>
#include <string_view>

namespace majlis::viewmodels
{

wallet::SecretBytes lowered(const wallet::SecretBytes &typed)
{
    wallet::SecretBytes result = typed.clone();
    for (std::uint8_t &byte : result.span()) {
        if (byte >= 'A' && byte <= 'Z') {
            byte |= 0x20U;
        }
    }
    return result;
}

namespace
{

/// The words of the list that begin with `typed`.
auto wordsBeginning(std::string_view typed)
{
    return std::ranges::equal_range(wallet::englishWords(), typed, {},
        [size = typed.size()](std::string_view word) { return word.substr(0, size); });
}

} // namespace

PhraseWordsModel::WordState judgeListed(int, const SecretBuffer &typed)
{
    const wallet::SecretBytes text = lowered(typed.bytes());
    const auto found = wordsBeginning(text.text());
    if (found.empty()) {
        return PhraseWordsModel::WordState::Wrong;
    }
    return found.front() == text.text() ? PhraseWordsModel::WordState::Valid : PhraseWordsModel::WordState::Partial;
}

wallet::SecretBytes onlyWord(const SecretBuffer &typed)
{
    const wallet::SecretBytes text = lowered(typed.bytes());
    const auto found = wordsBeginning(text.text());
    return found.size() == 1 ? wallet::SecretBytes::fromText(found.front()) : wallet::SecretBytes();
}

} // namespace majlis::viewmodels
