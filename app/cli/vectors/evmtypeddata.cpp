// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/vectors/question.h"
#include "wallet/encoding/hex.h"
#include "wallet/evm/typeddata.h"
#include "wallet/signer.h"

namespace majlis::cli::vectors
{

using namespace wallet;
using namespace Qt::StringLiterals;

namespace
{

Result<QJsonObject> signedTypedData(const Question &question)
{
    const Result<SecretBytes> key = question.evmKey();
    if (!key)
        return std::unexpected(key.error());
    const Result<Address> address = evmAddress(*key);
    if (!address)
        return std::unexpected(address.error());
    const Result<const Json *> json = question.member("typedData");
    if (!json)
        return std::unexpected(json.error());
    const Result<TypedData> data = TypedData::fromJson(**json);
    if (!data)
        return std::unexpected(data.error());
    const Result<EvmSignature> signature = signTypedData(*data, *key);
    if (!signature)
        return std::unexpected(signature.error());
    return QJsonObject{{u"valid"_s, true}, {u"address"_s, address->text()}, {u"signature"_s, signature->text()},
        {u"digest"_s, toHex(data->digest())}};
}

} // namespace

Kinds evmTypedDataKinds()
{
    return {{"evm.typed_data", signedTypedData}};
}

} // namespace majlis::cli::vectors
