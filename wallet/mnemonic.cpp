// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/mnemonic.h"

#include "wallet/crypto/hmac.h"
#include "wallet/crypto/sodium.h"
#include "wallet/encoding/nfkd.h"
#include "wallet/random.h"

#include <sodium.h>

#include <algorithm>

// BIP-39: every 33 bits (three words) carry 32 bits of entropy and one of its SHA-256.
namespace majlis::wallet
{

namespace
{

constexpr std::size_t bitsPerWord = 11;
constexpr int seedRounds = 2048;
constexpr std::size_t seedSize = 64;

bool isPossibleCount(int words)
{
    return words >= 12 && words <= 24 && words % 3 == 0;
}

bool isSpace(std::uint8_t byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

// Calls `take(word)` for each word in small letters. Words longer than any in the list are cut, and so unknown.
template <class Take>
void forEachWord(const SecretBytes &sentence, Take take)
{
    SecretBytes word;
    const auto finish = [&word, &take] {
        if (!word.isEmpty())
            take(word.text());
        word.truncate(0);
    };
    for (const std::uint8_t byte : sentence.view()) {
        if (isSpace(byte))
            finish();
        else if (word.size() < 16)
            word.append(byte >= 'A' && byte <= 'Z' ? static_cast<std::uint8_t>(byte - 'A' + 'a') : byte);
    }
    finish();
}

std::uint8_t checksumByte(ByteView entropy)
{
    ByteArray<crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), entropy.data(), entropy.size());
    const std::uint8_t first = digest[0];
    wipe(digest);
    return first;
}

struct Parsed {
    MnemonicCheck check;
    SecretBytes bits; ///< the words' bits, the last byte padded with zeros
};

Parsed parseWords(const SecretBytes &sentence)
{
    Parsed parsed;
    parsed.bits = SecretBytes(34); // 24 words and one bit to spare; more words are counted, not kept
    std::size_t bit = 0;
    forEachWord(sentence, [&parsed, &bit](std::string_view word) {
        const std::optional<std::uint16_t> index = englishWordIndex(word);
        if (!index && !parsed.check.firstUnknownWord)
            parsed.check.firstUnknownWord = parsed.check.words;
        ++parsed.check.words;
        for (std::size_t i = 0; i < bitsPerWord && parsed.check.words <= 24; ++i, ++bit) {
            if (index && ((*index >> (bitsPerWord - 1 - i)) & 1U) != 0)
                parsed.bits.data()[bit / 8] |= static_cast<std::uint8_t>(0x80U >> (bit % 8));
        }
    });
    parsed.check.countIsPossible = isPossibleCount(parsed.check.words);
    if (!parsed.check.countIsPossible || parsed.check.firstUnknownWord)
        return parsed;
    const std::size_t entropySize = static_cast<std::size_t>(parsed.check.words) * 4 / 3;
    const auto mask = static_cast<std::uint8_t>(0xFF00U >> (parsed.check.words / 3));
    const std::uint8_t expected = checksumByte(parsed.bits.view().first(entropySize)) & mask;
    parsed.check.checksumMatches = parsed.bits.data()[entropySize] == expected;
    parsed.bits.truncate(entropySize);
    return parsed;
}

} // namespace

const std::array<std::string_view, 2048> &englishWords()
{
    static constexpr std::array<std::string_view, 2048> words = {
#include "englishwords.inc"
    };
    return words;
}

std::optional<std::uint16_t> englishWordIndex(std::string_view word)
{
    const auto &words = englishWords();
    const auto found = std::lower_bound(words.begin(), words.end(), word);
    if (found == words.end() || *found != word)
        return std::nullopt;
    return static_cast<std::uint16_t>(found - words.begin());
}

Mnemonic::Mnemonic(SecretBytes entropy)
    : m_entropy(std::move(entropy))
    , m_bits(m_entropy.clone())
{
    m_bits.append(checksumByte(m_entropy.view()));
}

Result<Mnemonic> Mnemonic::generate(int words)
{
    if (!isPossibleCount(words))
        return fail(ErrorCode::InvalidArgument, "a phrase has 12, 15, 18, 21 or 24 words");
    return Mnemonic(randomSecret(static_cast<std::size_t>(words) * 4 / 3));
}

Result<Mnemonic> Mnemonic::fromEntropy(const SecretBytes &entropy)
{
    ensureSodium();
    if (entropy.size() < 16 || entropy.size() > 32 || entropy.size() % 4 != 0)
        return fail(ErrorCode::InvalidArgument, "entropy has 16, 20, 24, 28 or 32 bytes");
    return Mnemonic(entropy.clone());
}

Result<Mnemonic> Mnemonic::parse(const SecretBytes &sentence)
{
    const Result<SecretBytes> normalised = nfkd(sentence);
    if (!normalised)
        return fail(ErrorCode::InvalidMnemonic, "not UTF-8");
    Parsed parsed = parseWords(*normalised);
    if (!parsed.check.countIsPossible)
        return fail(ErrorCode::InvalidMnemonic, "a phrase has 12, 15, 18, 21 or 24 words");
    if (parsed.check.firstUnknownWord)
        return fail(ErrorCode::InvalidMnemonic, "a word is not in the list");
    if (!parsed.check.checksumMatches)
        return fail(ErrorCode::InvalidMnemonic, "the checksum does not match");
    return Mnemonic(std::move(parsed.bits));
}

Result<Mnemonic> Mnemonic::parseExact(const SecretBytes &sentence)
{
    Result<Mnemonic> parsed = parse(sentence);
    if (parsed && !(parsed->sentence() == *nfkd(sentence)))
        return fail(ErrorCode::InvalidMnemonic, "words are parted by single spaces, in small letters");
    return parsed;
}

MnemonicCheck Mnemonic::check(const SecretBytes &sentence)
{
    const Result<SecretBytes> normalised = nfkd(sentence);
    return parseWords(normalised ? *normalised : sentence).check;
}

int Mnemonic::wordCount() const
{
    return static_cast<int>(m_entropy.size()) * 3 / 4;
}

std::string_view Mnemonic::word(int position) const
{
    std::size_t index = 0;
    const std::size_t start = static_cast<std::size_t>(position) * bitsPerWord;
    for (std::size_t bit = start; bit < start + bitsPerWord; ++bit)
        index = index * 2 + ((m_bits.data()[bit / 8] >> (7 - bit % 8)) & 1U);
    return englishWords()[index];
}

SecretBytes Mnemonic::sentence() const
{
    SecretBytes text;
    text.reserve(256);
    for (int i = 0; i < wordCount(); ++i) {
        if (i > 0)
            text.append(' ');
        text.append(bytesOf(word(i)));
    }
    return text;
}

Result<SecretBytes> Mnemonic::seed(const SecretBytes &passphrase) const
{
    const Result<SecretBytes> normalised = nfkd(passphrase);
    if (!normalised)
        return std::unexpected(normalised.error());
    SecretBytes salt = SecretBytes::fromText("mnemonic");
    salt.append(normalised->view());
    return pbkdf2Sha512(sentence(), salt, seedRounds, seedSize);
}

} // namespace majlis::wallet
