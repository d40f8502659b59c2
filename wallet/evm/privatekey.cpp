// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/evm/privatekey.h"

#include "wallet/crypto/curve.h"

#include <secp256k1.h>

#include <string_view>

namespace majlis::wallet
{

namespace
{

constexpr std::size_t keySize = 32;

std::string_view trimmed(std::string_view text)
{
    static constexpr std::string_view space = " \t\r\n";
    const std::size_t start = text.find_first_not_of(space);
    if (start == std::string_view::npos)
        return {};
    return text.substr(start, text.find_last_not_of(space) - start + 1);
}

int digitValue(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
}

} // namespace

Result<SecretBytes> parsePrivateKey(const SecretBytes &text)
{
    std::string_view digits = trimmed(text.text());
    if (digits.starts_with("0x"))
        digits.remove_prefix(2);
    if (digits.size() != 2 * keySize)
        return fail(ErrorCode::InvalidArgument, "a private key has 64 hex digits");
    SecretBytes key(keySize);
    for (std::size_t i = 0; i < keySize; ++i) {
        const int high = digitValue(digits[2 * i]);
        const int low = digitValue(digits[2 * i + 1]);
        if (high < 0 || low < 0)
            return fail(ErrorCode::InvalidArgument, "a private key has hex digits only");
        key.data()[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    if (secp256k1_ec_seckey_verify(curveContext(), key.data()) == 0)
        return fail(ErrorCode::InvalidArgument, "not a secp256k1 private key");
    return key;
}

SecretBytes privateKeyText(const SecretBytes &privateKey)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    SecretBytes text(2 * privateKey.size());
    for (std::size_t i = 0; i < privateKey.size(); ++i) {
        text.data()[2 * i] = static_cast<std::uint8_t>(digits[privateKey.data()[i] >> 4U]);
        text.data()[2 * i + 1] = static_cast<std::uint8_t>(digits[privateKey.data()[i] & 0x0FU]);
    }
    return text;
}

} // namespace majlis::wallet
