// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the wallet reads as text: addresses, hex, base58, signatures, paths, phrases, Unicode.
#include "wallet/address.h"
#include "wallet/derivation.h"
#include "wallet/encoding/base58.h"
#include "wallet/encoding/hex.h"
#include "wallet/encoding/nfkd.h"
#include "wallet/intent.h"
#include "wallet/mnemonic.h"
#include "wallet/verify.h"

#include <cstdlib>

using namespace majlis::wallet;

namespace
{

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void fuzzEncodings(const QString &text)
{
    if (const auto address = Address::parse(text)) {
        require(*Address::parse(address->text()) == *address);
        require(!verifyMessage({}, text, *address));
    }
    if (const auto bytes = fromBase58(text))
        require(toBase58(*bytes) == text);
    if (const auto bytes = fromHex(text))
        require(toHex(*bytes) == text.toLower());
    if (const auto path = DerivationPath::parse(text))
        require(DerivationPath::parse(path->text()) == *path);
    if (const auto signature = EvmSignature::parse(text)) {
        require(signature->text() == text.toLower());
        static_cast<void>(recoverPersonalSign({}, *signature));
    }
    if (const auto signature = SolanaSignature::parse(text))
        require(signature->text() == text);
    if (const auto message = messageOf(SignInIntent{.nonce = text}))
        require(message->endsWith(text) && text.size() <= 64);
}

void fuzzSecrets(const SecretBytes &text)
{
    const MnemonicCheck check = Mnemonic::check(text);
    const auto mnemonic = Mnemonic::parse(text);
    require(check.isValid() == mnemonic.has_value());
    if (mnemonic)
        require(Mnemonic::parse(mnemonic->sentence())->entropy() == mnemonic->entropy());
    if (const auto normalised = nfkd(text))
        require(*nfkd(*normalised) == *normalised);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size > 4096)
        return 0;
    fuzzEncodings(QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    fuzzSecrets(SecretBytes::copyOf({data, size}));
    return 0;
}
