// SPDX-License-Identifier: GPL-3.0-or-later
// BIP-39 phrases, Unicode passphrases and derivation paths. The first byte says what the rest is.
#include "wallet/derivation.h"
#include "wallet/encoding/nfkd.h"
#include "wallet/mnemonic.h"

#include <algorithm>
#include <cstdlib>

using namespace majlis::wallet;

namespace
{

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void fuzzPhrase(const SecretBytes &text)
{
    const MnemonicCheck check = Mnemonic::check(text);
    const auto mnemonic = Mnemonic::parse(text);
    require(check.isValid() == mnemonic.has_value());
    require(!check.firstUnknownWord || *check.firstUnknownWord < check.words);
    if (!mnemonic)
        return;
    require(mnemonic->wordCount() == check.words);
    const auto again = Mnemonic::parse(mnemonic->sentence());
    require(again && again->entropy() == mnemonic->entropy());
    require(Mnemonic::fromEntropy(mnemonic->entropy())->sentence() == mnemonic->sentence());
}

// The bytes as entropy: a phrase that is read again.
void fuzzEntropy(const SecretBytes &entropy)
{
    const auto mnemonic = Mnemonic::fromEntropy(entropy);
    require(mnemonic.has_value() == (entropy.size() >= 16 && entropy.size() <= 32 && entropy.size() % 4 == 0));
    if (mnemonic)
        require(Mnemonic::parse(mnemonic->sentence())->entropy() == entropy);
}

void fuzzPath(const SecretBytes &text)
{
    const auto path = DerivationPath::parse(
        QString::fromUtf8(reinterpret_cast<const char *>(text.data()), static_cast<qsizetype>(text.size())));
    if (!path)
        return;
    require(DerivationPath::parse(path->text()) == *path);
    if (path->steps.size() > 8)
        return;
    const SecretBytes seed(64);
    const bool allHardened
        = std::ranges::all_of(path->steps, [](auto step) { return (step & DerivationPath::hardened) != 0; });
    require(deriveSlip10Ed25519(seed, *path).has_value() == allHardened);
    require(deriveBip32(seed, *path).has_value());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0 || size > 4096)
        return 0;
    const SecretBytes rest = SecretBytes::copyOf({data + 1, size - 1});
    switch (data[0] % 4) {
    case 0:
        fuzzPhrase(rest);
        break;
    case 1:
        fuzzEntropy(rest);
        break;
    case 2:
        if (const auto normalised = nfkd(rest))
            require(*nfkd(*normalised) == *normalised);
        break;
    default:
        fuzzPath(rest);
        break;
    }
    return 0;
}
