// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/onboarding/phrasewordsmodel.h"

namespace majlis::viewmodels
{

// Judging typed words by the list of BIP-39. Capitals count as small letters.

/// The typed letters in lower case, in guarded memory.
[[nodiscard]] wallet::SecretBytes lowered(const wallet::SecretBytes &typed);
/// Valid: a word of the list; Partial: the beginning of one; Wrong otherwise. For PhraseWordsModel::reset().
[[nodiscard]] PhraseWordsModel::WordState judgeListed(int position, const SecretBuffer &typed);
/// The only word of the list that begins so; empty when there are several or none.
[[nodiscard]] wallet::SecretBytes onlyWord(const SecretBuffer &typed);

} // namespace majlis::viewmodels
