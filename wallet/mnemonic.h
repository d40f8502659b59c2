// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/error.h"
#include "wallet/secretbytes.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace majlis::wallet
{

/// The 2048 English words of BIP-39, sorted.
[[nodiscard]] const std::array<std::string_view, 2048> &englishWords();
[[nodiscard]] std::optional<std::uint16_t> englishWordIndex(std::string_view word);

/// What is wrong with words typed so far; for the import page.
struct MnemonicCheck {
    int words = 0;
    std::optional<int> firstUnknownWord; ///< counted from 0; the last word while it is being typed counts as well
    bool countIsPossible = false; ///< 12, 15, 18, 21 or 24
    bool checksumMatches = false; ///< only when the words are known and their number is possible
    [[nodiscard]] bool isValid() const { return checksumMatches; }
};

/// A valid BIP-39 phrase in English. Move-only, content in guarded memory. One thread at a time.
class Mnemonic
{
public:
    /// A fresh phrase from the system's randomness. InvalidArgument unless `words` is 12, 15, 18, 21 or 24.
    [[nodiscard]] static Result<Mnemonic> generate(int words);
    /// 16, 20, 24, 28 or 32 bytes.
    [[nodiscard]] static Result<Mnemonic> fromEntropy(const SecretBytes &entropy);
    /// As people type it: brought to NFKD, words parted by any white space, ASCII capitals read as small letters.
    /// InvalidMnemonic otherwise.
    [[nodiscard]] static Result<Mnemonic> parse(const SecretBytes &sentence);
    /// As programs write it: NFKD of exactly what sentence() gives.
    [[nodiscard]] static Result<Mnemonic> parseExact(const SecretBytes &sentence);
    [[nodiscard]] static MnemonicCheck check(const SecretBytes &sentence);

    [[nodiscard]] int wordCount() const;
    /// Precondition: 0 <= position < wordCount(). The text is the word list's own, but which word it is, is secret.
    [[nodiscard]] std::string_view word(int position) const;
    /// The words parted by single spaces.
    [[nodiscard]] SecretBytes sentence() const;
    [[nodiscard]] const SecretBytes &entropy() const { return m_entropy; }
    /// 64 bytes: PBKDF2-HMAC-SHA512, 2048 rounds, salt "mnemonic" ‖ NFKD(passphrase). Some milliseconds.
    /// InvalidArgument when the passphrase is not UTF-8.
    [[nodiscard]] Result<SecretBytes> seed(const SecretBytes &passphrase) const;

private:
    explicit Mnemonic(SecretBytes entropy);

    SecretBytes m_entropy; ///< with the checksum byte behind it in m_bits
    SecretBytes m_bits;
};

} // namespace majlis::wallet
