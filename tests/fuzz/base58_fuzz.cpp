// SPDX-License-Identifier: GPL-3.0-or-later
// Base58 both ways, and what is read from it: addresses, hashes, signatures.
#include "wallet/encoding/base58.h"
#include "wallet/signature.h"
#include "wallet/solana/publickey.h"
#include "wallet/solana/shortvec.h"

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

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size > 2048)
        return 0;
    const ByteView bytes(data, size);
    const QString encoded = toBase58(bytes);
    const auto decoded = fromBase58(encoded);
    require(encoded.size() > maximumBase58Length || (decoded && std::ranges::equal(*decoded, bytes)));

    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto read = fromBase58(text))
        require(toBase58(*read) == text);
    if (const auto key = solana::PublicKey::parse(text)) {
        require(key->text() == text);
        require(key->isOnCurve() || !key->canBeWallet());
    }
    if (const auto hash = solana::Blockhash::parse(text))
        require(hash->text() == text);
    if (const auto signature = SolanaSignature::parse(text))
        require(signature->text() == text);

    ByteView rest = bytes;
    if (const auto length = solana::takeShortVec(rest)) {
        Bytes written;
        solana::appendShortVec(written, *length);
        require(std::ranges::equal(written, bytes.first(size - rest.size())));
    }
    return 0;
}
