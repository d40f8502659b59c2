// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/signature.h"

#include "wallet/encoding/base58.h"
#include "wallet/encoding/hex.h"

#include <algorithm>

namespace majlis::wallet
{

namespace
{

template <class Signature>
Result<Signature> exactly(const Result<Bytes> &bytes)
{
    Signature signature;
    if (!bytes)
        return std::unexpected(bytes.error());
    if (bytes->size() != signature.bytes.size())
        return fail(ErrorCode::InvalidArgument, "a signature of the wrong length");
    std::copy(bytes->begin(), bytes->end(), signature.bytes.begin());
    return signature;
}

} // namespace

Result<EvmSignature> EvmSignature::parse(QStringView text)
{
    return exactly<EvmSignature>(fromHex(text));
}

QString EvmSignature::text() const
{
    return toHex(bytes);
}

Result<SolanaSignature> SolanaSignature::parse(QStringView text)
{
    return exactly<SolanaSignature>(fromBase58(text));
}

QString SolanaSignature::text() const
{
    return toBase58(bytes);
}

} // namespace majlis::wallet
