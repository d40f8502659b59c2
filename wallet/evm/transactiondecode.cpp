// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/crypto/ecdsa.h"
#include "wallet/evm/rlp.h"
#include "wallet/evm/transaction.h"

#include <algorithm>

namespace majlis::wallet
{

namespace
{

std::unexpected<Error> wrong(const std::string &why)
{
    return fail(ErrorCode::InvalidArgument, why);
}

// Takes one field after another off a list; remembers the first that is wrong.
class FieldReader
{
public:
    explicit FieldReader(const RlpItem::List &items)
        : m_items(items)
    {
    }

    Uint256 number(const char *name)
    {
        const Result<Uint256> number = next(name).toNumber();
        if (!number)
            refuse(name, "not a number in its shortest form");
        return number.value_or(Uint256());
    }

    std::uint64_t small(const char *name)
    {
        const std::optional<std::uint64_t> small = number(name).toUint64();
        if (!small)
            refuse(name, "above 2^64 - 1");
        return small.value_or(0);
    }

    Bytes bytes(const char *name)
    {
        const RlpItem &item = next(name);
        if (!item.isList())
            return item.bytes();
        refuse(name, "a list");
        return {};
    }

    std::optional<Address> recipient(const char *name)
    {
        const Bytes raw = bytes(name);
        if (raw.empty())
            return std::nullopt;
        return address(name, raw);
    }

    std::vector<AccessListEntry> accessList(const char *name)
    {
        const RlpItem &item = next(name);
        std::vector<AccessListEntry> entries;
        if (!item.isList())
            refuse(name, "not a list");
        else
            for (const RlpItem &entry : item.list())
                addEntry(name, entry, entries);
        return entries;
    }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    const RlpItem &next(const char *name)
    {
        static const RlpItem nothing;
        if (m_at < m_items.size())
            return m_items[m_at++];
        refuse(name, "missing");
        return nothing;
    }

    Address address(const char *name, const Bytes &raw)
    {
        ByteArray<20> bytes{};
        if (raw.size() == bytes.size())
            std::copy(raw.begin(), raw.end(), bytes.begin());
        else
            refuse(name, "an address has 20 bytes");
        return Address::evm(bytes);
    }

    void addEntry(const char *name, const RlpItem &item, std::vector<AccessListEntry> &entries)
    {
        if (!item.isList() || item.list().size() != 2 || item.list()[0].isList() || !item.list()[1].isList())
            return refuse(name, "an entry is an address and a list of keys");
        AccessListEntry entry{address(name, item.list()[0].bytes()), {}};
        for (const RlpItem &key : item.list()[1].list()) {
            if (key.isList() || key.bytes().size() != 32)
                return refuse(name, "a storage key has 32 bytes");
            Hash256 hash{};
            std::copy(key.bytes().begin(), key.bytes().end(), hash.begin());
            entry.storageKeys.push_back(hash);
        }
        entries.push_back(std::move(entry));
    }

    void refuse(const char *name, const char *why)
    {
        if (!m_error)
            m_error = Error{ErrorCode::InvalidArgument, std::string(name) + ": " + why};
    }

    const RlpItem::List &m_items;
    std::size_t m_at = 0;
    std::optional<Error> m_error;
};

struct Split {
    EvmTransactionType type = EvmTransactionType::Legacy;
    RlpItem::List items;
};

// The type byte (EIP-2718) and the list behind it.
Result<Split> split(ByteView bytes)
{
    Split parts;
    if (!bytes.empty() && bytes[0] < 0xC0) {
        if (bytes[0] != 1 && bytes[0] != 2)
            return wrong("type: not a transaction this wallet knows");
        parts.type = static_cast<EvmTransactionType>(bytes[0]);
        bytes = bytes.subspan(1);
    }
    const Result<RlpItem> item = decodeRlp(bytes);
    if (!item)
        return std::unexpected(item.error());
    if (!item->isList())
        return wrong("a transaction is a list");
    parts.items = item->list();
    return parts;
}

std::size_t fieldCount(EvmTransactionType type)
{
    return type == EvmTransactionType::Legacy ? 6 : type == EvmTransactionType::AccessList ? 8 : 9;
}

EvmTransaction readFields(EvmTransactionType type, FieldReader &reader)
{
    EvmTransaction transaction;
    transaction.type = type;
    if (type != EvmTransactionType::Legacy)
        transaction.chainId = reader.number("chainId");
    transaction.nonce = reader.small("nonce");
    if (type == EvmTransactionType::DynamicFee) {
        transaction.maxPriorityFeePerGas = reader.number("maxPriorityFeePerGas");
        transaction.maxFeePerGas = reader.number("maxFeePerGas");
    } else {
        transaction.gasPrice = reader.number("gasPrice");
    }
    transaction.gas = reader.small("gas");
    transaction.to = reader.recipient("to");
    transaction.value = reader.number("value");
    transaction.data = reader.bytes("data");
    if (type != EvmTransactionType::Legacy)
        transaction.accessList = reader.accessList("accessList");
    return transaction;
}

Result<void> finish(const FieldReader &reader, const EvmTransaction &transaction)
{
    if (reader.error())
        return std::unexpected(*reader.error());
    return transaction.check();
}

// v as the wire has it: the parity, and for EIP-155 the chain id that it carries.
Result<int> parityOf(const Uint256 &v, EvmTransaction &transaction)
{
    if (transaction.type != EvmTransactionType::Legacy || v == Uint256(27) || v == Uint256(28)) {
        const std::uint64_t base = transaction.type == EvmTransactionType::Legacy ? 27 : 0;
        if (v != Uint256(base) && v != Uint256(base + 1))
            return wrong("yParity: neither 0 nor 1");
        return v == Uint256(base) ? 0 : 1;
    }
    const Result<Uint256> doubled = v.minus(35);
    if (!doubled || *doubled < Uint256(2))
        return wrong("v: neither 27, 28 nor of EIP-155");
    transaction.chainId = *doubled->dividedBy(2);
    return static_cast<int>(doubled->limbs()[0] & 1U);
}

Result<RecoverableSignature> readSignature(const Uint256 &v, const Uint256 &r, const Uint256 &s, EvmTransaction &target)
{
    const Result<int> parity = parityOf(v, target);
    if (!parity)
        return std::unexpected(parity.error());
    RecoverableSignature signature;
    const ByteArray<32> rBytes = r.bigEndian();
    const ByteArray<32> sBytes = s.bigEndian();
    std::copy(rBytes.begin(), rBytes.end(), signature.bytes.begin());
    std::copy(sBytes.begin(), sBytes.end(), signature.bytes.begin() + 32);
    signature.parity = *parity;
    return signature;
}

} // namespace

Result<SignedEvmTransaction> decodeTransaction(ByteView raw)
{
    const Result<Split> parts = split(raw);
    if (!parts)
        return std::unexpected(parts.error());
    if (parts->items.size() != fieldCount(parts->type) + 3)
        return wrong("a signed transaction with another number of fields");
    FieldReader reader(parts->items);
    EvmTransaction transaction = readFields(parts->type, reader);
    const Uint256 v = reader.number("v");
    const Uint256 r = reader.number("r");
    const Uint256 s = reader.number("s");
    if (reader.error())
        return std::unexpected(*reader.error());
    const Result<RecoverableSignature> signature = readSignature(v, r, s, transaction);
    if (!signature)
        return std::unexpected(signature.error());
    if (const Result<void> valid = finish(reader, transaction); !valid)
        return std::unexpected(valid.error());
    const Result<Address> from = recoverSigner(transaction.signingDigest(), *signature);
    if (!from)
        return std::unexpected(from.error());
    return SignedEvmTransaction{
        std::move(transaction), *from, signature->toEvm(), Bytes(raw.begin(), raw.end()), keccak256(raw)};
}

Result<EvmTransaction> decodeUnsignedTransaction(ByteView payload)
{
    const Result<Split> parts = split(payload);
    if (!parts)
        return std::unexpected(parts.error());
    const bool withChain = parts->type == EvmTransactionType::Legacy && parts->items.size() == 9;
    if (!withChain && parts->items.size() != fieldCount(parts->type))
        return wrong("an unsigned transaction with another number of fields");
    FieldReader reader(parts->items);
    EvmTransaction transaction = readFields(parts->type, reader);
    if (withChain) {
        transaction.chainId = reader.number("chainId");
        if (transaction.chainId.isZero() || !reader.number("r").isZero() || !reader.number("s").isZero())
            return wrong("chainId: not the unsigned form of EIP-155");
    }
    if (const Result<void> valid = finish(reader, transaction); !valid)
        return std::unexpected(valid.error());
    return transaction;
}

} // namespace majlis::wallet
