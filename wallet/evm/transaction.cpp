// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/evm/transaction.h"

#include "wallet/crypto/ecdsa.h"
#include "wallet/evm/rlp.h"
#include "wallet/signer.h"

#include <limits>

namespace majlis::wallet
{

namespace
{

std::unexpected<Error> wrong(const char *why)
{
    return fail(ErrorCode::InvalidArgument, why);
}

RlpItem addressItem(const std::optional<Address> &address)
{
    return address ? RlpItem(address->bytes()) : RlpItem();
}

RlpItem accessListItem(const std::vector<AccessListEntry> &entries)
{
    RlpItem::List list;
    for (const AccessListEntry &entry : entries) {
        RlpItem::List keys;
        for (const Hash256 &key : entry.storageKeys)
            keys.emplace_back(ByteView(key));
        list.emplace_back(RlpItem::List{RlpItem(entry.address.bytes()), RlpItem(std::move(keys))});
    }
    return RlpItem(std::move(list));
}

// All fields before the signature's, in the order of the type's EIP.
RlpItem::List fieldsOf(const EvmTransaction &transaction)
{
    const bool legacy = transaction.type == EvmTransactionType::Legacy;
    RlpItem::List list;
    if (!legacy)
        list.push_back(RlpItem::number(transaction.chainId));
    list.push_back(RlpItem::number(transaction.nonce));
    if (transaction.type == EvmTransactionType::DynamicFee) {
        list.push_back(RlpItem::number(transaction.maxPriorityFeePerGas));
        list.push_back(RlpItem::number(transaction.maxFeePerGas));
    } else {
        list.push_back(RlpItem::number(transaction.gasPrice));
    }
    list.push_back(RlpItem::number(transaction.gas));
    list.push_back(addressItem(transaction.to));
    list.push_back(RlpItem::number(transaction.value));
    list.push_back(RlpItem(transaction.data));
    if (!legacy)
        list.push_back(accessListItem(transaction.accessList));
    return list;
}

Bytes serialised(EvmTransactionType type, RlpItem::List list)
{
    Bytes bytes = encodeRlp(RlpItem(std::move(list)));
    if (type != EvmTransactionType::Legacy)
        bytes.insert(bytes.begin(), static_cast<std::uint8_t>(type));
    return bytes;
}

// EIP-155's {0, 1} + chainId * 2 + 35; check() has seen that it fits.
Uint256 replayProtectedV(const Uint256 &chainId, int parity)
{
    return *chainId.times(2)->plus(static_cast<std::uint64_t>(35 + parity));
}

Uint256 numberAt(const ByteArray<64> &signature, std::size_t start)
{
    return *Uint256::fromBigEndian(ByteView(signature).subspan(start, 32));
}

const Uint256 &highestFee(const EvmTransaction &transaction)
{
    return transaction.type == EvmTransactionType::DynamicFee ? transaction.maxFeePerGas : transaction.gasPrice;
}

Result<void> checkFees(const EvmTransaction &transaction)
{
    const bool dynamic = transaction.type == EvmTransactionType::DynamicFee;
    if (dynamic && !transaction.gasPrice.isZero())
        return wrong("gasPrice: this type has maxFeePerGas");
    if (!dynamic && !(transaction.maxFeePerGas.isZero() && transaction.maxPriorityFeePerGas.isZero()))
        return wrong("maxFeePerGas: this type has gasPrice");
    if (transaction.maxPriorityFeePerGas > transaction.maxFeePerGas)
        return wrong("maxPriorityFeePerGas: above maxFeePerGas");
    if (!highestFee(transaction).times(transaction.gas))
        return wrong("gas: the fee would be above 2^256 - 1");
    return {};
}

} // namespace

Result<void> EvmTransaction::check() const
{
    if (nonce == std::numeric_limits<std::uint64_t>::max())
        return wrong("nonce: above 2^64 - 2");
    if (type == EvmTransactionType::Legacy && !chainId.isZero() && chainId > *Uint256::powerOfTwo(255).minus(19))
        return wrong("chainId: too large for EIP-155");
    if (type == EvmTransactionType::Legacy && !accessList.empty())
        return wrong("accessList: a legacy transaction has none");
    if (to && !to->isEvm())
        return wrong("to: not an EVM address");
    for (const AccessListEntry &entry : accessList) {
        if (!entry.address.isEvm())
            return wrong("accessList: not an EVM address");
    }
    return checkFees(*this);
}

Bytes EvmTransaction::unsignedPayload() const
{
    RlpItem::List list = fieldsOf(*this);
    if (type == EvmTransactionType::Legacy && !chainId.isZero()) {
        list.push_back(RlpItem::number(chainId));
        list.emplace_back();
        list.emplace_back();
    }
    return serialised(type, std::move(list));
}

Hash256 EvmTransaction::signingDigest() const
{
    return keccak256(unsignedPayload());
}

Result<Uint256> EvmTransaction::mostWei() const
{
    const Result<Uint256> fee = highestFee(*this).times(gas);
    return fee ? fee->plus(value) : fee;
}

Result<SignedEvmTransaction> signTransaction(const EvmTransaction &transaction, const SecretBytes &privateKey)
{
    if (const Result<void> valid = transaction.check(); !valid)
        return std::unexpected(valid.error());
    if (transaction.chainId.isZero())
        return wrong("chainId: without one the transaction would be valid on every chain");
    const Result<Address> from = evmAddress(privateKey);
    if (!from)
        return std::unexpected(from.error());
    const Result<RecoverableSignature> signature = signDigest(privateKey, transaction.signingDigest());
    if (!signature)
        return std::unexpected(signature.error());
    RlpItem::List list = fieldsOf(transaction);
    list.push_back(RlpItem::number(transaction.type == EvmTransactionType::Legacy
            ? replayProtectedV(transaction.chainId, signature->parity)
            : Uint256(static_cast<std::uint64_t>(signature->parity))));
    list.push_back(RlpItem::number(numberAt(signature->bytes, 0)));
    list.push_back(RlpItem::number(numberAt(signature->bytes, 32)));
    SignedEvmTransaction done{transaction, *from, signature->toEvm(), serialised(transaction.type, std::move(list))};
    done.hash = keccak256(done.raw);
    return done;
}

} // namespace majlis::wallet
