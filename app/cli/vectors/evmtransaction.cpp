// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/vectors/question.h"
#include "wallet/encoding/hex.h"
#include "wallet/evm/transaction.h"

#include <algorithm>

namespace majlis::cli::vectors
{

using namespace wallet;
using namespace Qt::StringLiterals;

namespace
{

// Reads members into a transaction; the first error is kept.
class Reader
{
public:
    explicit Reader(const Json &json)
        : m_question(json)
    {
    }

    Uint256 number(const char *name) { return keep(m_question.number(name)).value_or(Uint256()); }

    std::uint64_t small(const char *name)
    {
        const std::optional<std::uint64_t> small = number(name).toUint64();
        if (!small)
            (void)keep(Result<Uint256>(wrong(name, "above 2^64 - 1")));
        return small.value_or(0);
    }

    Bytes data(const char *name) { return keep(m_question.hex(name)).value_or(Bytes()); }

    std::optional<Address> recipient(const char *name)
    {
        const Json *const value = m_question.json().find(name);
        if (value == nullptr || value->isNull())
            return std::nullopt;
        const Result<Address> address = evmAddressFrom(*value);
        return keep(address) ? std::optional(*address) : std::nullopt;
    }

    std::vector<AccessListEntry> accessList(const char *name)
    {
        std::vector<AccessListEntry> entries;
        const Json *const value = m_question.json().find(name);
        if (value == nullptr)
            return entries;
        if (value->array() == nullptr)
            (void)keep(Result<Uint256>(wrong(name, "not a list")));
        else
            for (const Json &entry : *value->array())
                addEntry(entry, entries);
        return entries;
    }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    template <class T>
    Result<T> keep(Result<T> result)
    {
        if (!result && !m_error)
            m_error = result.error();
        return result;
    }

    static Result<Address> evmAddressFrom(const Json &value)
    {
        if (value.string() == nullptr)
            return wrong("to", "not a text");
        const Result<Address> address = Address::parse(fromUtf8(*value.string()));
        if (address && !address->isEvm())
            return wrong("to", "not an EVM address");
        return address;
    }

    void addEntry(const Json &json, std::vector<AccessListEntry> &entries)
    {
        const Json *const addressText = json.find("address");
        const Json *const keys = json.find("storageKeys");
        if (addressText == nullptr || keys == nullptr || keys->array() == nullptr) {
            (void)keep(Result<Uint256>(wrong("accessList", "an entry has an address and storageKeys")));
            return;
        }
        const Result<Address> address = keep(evmAddressFrom(*addressText));
        if (!address)
            return;
        AccessListEntry entry{*address, {}};
        for (const Json &key : *keys->array()) {
            const Result<Bytes> bytes = keep(fromHex(key.string() == nullptr ? QString() : fromUtf8(*key.string())));
            Hash256 hash{};
            if (bytes && bytes->size() == hash.size())
                std::copy(bytes->begin(), bytes->end(), hash.begin());
            else
                (void)keep(Result<Uint256>(wrong("accessList", "a storage key has 32 bytes")));
            entry.storageKeys.push_back(hash);
        }
        entries.push_back(std::move(entry));
    }

    Question m_question;
    std::optional<Error> m_error;
};

Result<EvmTransaction> transactionFrom(const Json &json)
{
    Reader reader(json);
    EvmTransaction transaction;
    const std::uint64_t type = reader.small("type");
    if (type > 2)
        return wrong("type", "unknown");
    transaction.type = static_cast<EvmTransactionType>(type);
    transaction.chainId = reader.number("chainId");
    transaction.nonce = reader.small("nonce");
    transaction.to = reader.recipient("to");
    transaction.value = reader.number("value");
    transaction.data = reader.data("data");
    transaction.gas = reader.small("gas");
    if (transaction.type == EvmTransactionType::DynamicFee) {
        transaction.maxFeePerGas = reader.number("maxFeePerGas");
        transaction.maxPriorityFeePerGas = reader.number("maxPriorityFeePerGas");
    } else {
        transaction.gasPrice = reader.number("gasPrice");
    }
    if (transaction.type != EvmTransactionType::Legacy)
        transaction.accessList = reader.accessList("accessList");
    if (reader.error())
        return std::unexpected(*reader.error());
    return transaction;
}

Result<QJsonObject> signedTransaction(const Question &question)
{
    const Result<SecretBytes> key = question.evmKey();
    if (!key)
        return std::unexpected(key.error());
    const Result<const Json *> json = question.member("tx");
    if (!json)
        return std::unexpected(json.error());
    const Result<EvmTransaction> transaction = transactionFrom(**json);
    if (!transaction)
        return std::unexpected(transaction.error());
    const Result<SignedEvmTransaction> done = signTransaction(*transaction, *key);
    if (!done)
        return std::unexpected(done.error());
    return QJsonObject{{u"from"_s, done->from.text()}, {u"rawTx"_s, toHex(done->raw)}, {u"hash"_s, toHex(done->hash)}};
}

} // namespace

Kinds evmTransactionKinds()
{
    return {{"evm.tx", signedTransaction}};
}

} // namespace majlis::cli::vectors
