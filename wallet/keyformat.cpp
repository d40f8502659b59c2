// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/keyformat.h"

#include "wallet/evm/keystorev3.h"
#include "wallet/evm/privatekey.h"
#include "wallet/signer.h"
#include "wallet/solana/keyfile.h"

#include <algorithm>

namespace majlis::wallet
{

namespace
{

constexpr std::size_t keySize = 32;
constexpr std::size_t solanaPairSize = 64;
constexpr std::string_view base58Letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

std::string_view trimmed(std::string_view text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

std::unexpected<Error> notOfFormat()
{
    return fail(ErrorCode::InvalidArgument, "the text is no key of this format");
}

Result<SecretBytes> writeKeystore(const SecretBytes &key, const SecretBytes &filePassphrase)
{
    if (filePassphrase.isEmpty())
        return fail(ErrorCode::InvalidArgument, "an empty passphrase protects nothing");
    const Result<std::string> json = exportKeystoreV3(key, filePassphrase);
    if (!json)
        return std::unexpected(json.error());
    return SecretBytes::fromText(*json);
}

// number · 58 + digit; false when it no longer fits.
bool shiftIn(SecretBytes &number, unsigned digit)
{
    unsigned carry = digit;
    for (std::size_t i = number.size(); i-- > 0;) {
        carry += number.data()[i] * 58U;
        number.data()[i] = static_cast<std::uint8_t>(carry);
        carry >>= 8U;
    }
    return carry == 0;
}

// The base58 of encoding/base58.h works on text that is not secret; this one stays in guarded memory.
Result<SecretBytes> readBase58(std::string_view text)
{
    SecretBytes pair(solanaPairSize);
    std::size_t zeros = 0;
    bool leading = true;
    for (const char c : text) {
        const std::size_t digit = base58Letters.find(c);
        if (digit == std::string_view::npos || !shiftIn(pair, static_cast<unsigned>(digit)))
            return notOfFormat();
        leading = leading && digit == 0;
        zeros += leading ? 1 : 0;
    }
    const auto significant
        = std::find_if(pair.data(), pair.data() + pair.size(), [](std::uint8_t byte) { return byte != 0; });
    if (static_cast<std::size_t>(significant - pair.data()) != zeros)
        return notOfFormat();
    SecretBytes seed = SecretBytes::copyOf(pair.view().first(keySize));
    const Result<Address> address = solanaAddress(seed);
    if (!address || !std::ranges::equal(address->bytes(), pair.view().subspan(keySize)))
        return notOfFormat();
    return seed;
}

Result<SecretBytes> writeBase58(const SecretBytes &seed)
{
    const Result<Address> address = solanaAddress(seed);
    if (!address)
        return std::unexpected(address.error());
    SecretBytes number = seed.clone();
    number.append(address->bytes());
    SecretBytes digits; // lowest first
    std::size_t start = 0;
    while (start < number.size() && number.data()[start] == 0)
        ++start;
    while (start < number.size()) {
        unsigned rest = 0;
        for (std::size_t i = start; i < number.size(); ++i) {
            rest = rest * 256 + number.data()[i];
            number.data()[i] = static_cast<std::uint8_t>(rest / 58);
            rest %= 58;
        }
        digits.append(static_cast<std::uint8_t>(base58Letters[rest]));
        while (start < number.size() && number.data()[start] == 0)
            ++start;
    }
    SecretBytes text;
    for (std::size_t i = 0; i < seed.size() && seed.data()[i] == 0; ++i)
        text.append(static_cast<std::uint8_t>('1'));
    for (std::size_t i = digits.size(); i-- > 0;)
        text.append(digits.data()[i]);
    return text;
}

} // namespace

Result<SecretBytes> readKey(KeyFormat format, const SecretBytes &text, const SecretBytes &filePassphrase)
{
    const std::string_view content = trimmed(text.text());
    switch (format) {
    case KeyFormat::EvmHex:
        return parsePrivateKey(text);
    case KeyFormat::EvmKeystore:
        return importKeystoreV3(content, filePassphrase);
    case KeyFormat::SolanaKeyFile:
        return solana::parseKeyFile(SecretBytes::fromText(content));
    case KeyFormat::SolanaBase58:
        return readBase58(content);
    }
    return notOfFormat();
}

Result<SecretBytes> writeKey(KeyFormat format, const SecretBytes &key, const SecretBytes &filePassphrase)
{
    switch (format) {
    case KeyFormat::EvmHex:
        return privateKeyText(key);
    case KeyFormat::EvmKeystore:
        return writeKeystore(key, filePassphrase);
    case KeyFormat::SolanaKeyFile:
        return solana::writeKeyFile(key);
    case KeyFormat::SolanaBase58:
        return writeBase58(key);
    }
    return notOfFormat();
}

} // namespace majlis::wallet
