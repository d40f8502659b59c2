// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/solana/message.h"

#include "wallet/solana/bytereader.h"

#include <set>

namespace majlis::wallet::solana
{

namespace
{

constexpr std::uint8_t versionBit = 0x80;
constexpr std::size_t mostAccounts = 256; // an index is one byte

MessageVersion readVersion(ByteReader &reader)
{
    if (reader.isAtEnd() || (reader.rest().front() & versionBit) == 0)
        return MessageVersion::Legacy;
    if (reader.number<std::uint8_t>("version") != versionBit)
        reader.setError("version", "only 0 is known");
    return MessageVersion::V0;
}

std::vector<PublicKey> readKeys(ByteReader &reader)
{
    std::vector<PublicKey> keys;
    const std::size_t count = reader.shortLength("account keys");
    for (std::size_t i = 0; i < count && reader.isGood(); ++i)
        keys.push_back(reader.key("account keys"));
    return keys;
}

Bytes copied(ByteView bytes)
{
    return {bytes.begin(), bytes.end()};
}

void readInstructions(ByteReader &reader, Message &message)
{
    const std::size_t count = reader.shortLength("instructions");
    for (std::size_t i = 0; i < count && reader.isGood(); ++i) {
        CompiledInstruction instruction;
        instruction.programIndex = reader.number<std::uint8_t>("instruction program");
        instruction.accounts = copied(reader.shortBytes("instruction accounts"));
        instruction.data = copied(reader.shortBytes("instruction data"));
        message.instructions.push_back(std::move(instruction));
    }
}

void readLookups(ByteReader &reader, Message &message)
{
    const std::size_t count = reader.shortLength("lookups");
    for (std::size_t i = 0; i < count && reader.isGood(); ++i) {
        TableLookup lookup;
        lookup.table = reader.key("lookup table");
        lookup.writable = copied(reader.shortBytes("lookup writable"));
        lookup.readonly = copied(reader.shortBytes("lookup readonly"));
        message.lookups.push_back(std::move(lookup));
    }
}

// What Message::sanitize() of the runtime asks, and that no account is there twice, which it refuses when loading.
Result<void> check(const Message &message)
{
    const std::size_t keys = message.keys.size();
    if (message.requiredSignatures == 0 || std::size_t{message.requiredSignatures} + message.readonlyOthers > keys
        || message.readonlySigners >= message.requiredSignatures)
        return fail(ErrorCode::InvalidArgument, "header: does not fit the account keys");
    if (message.accountCount() > mostAccounts)
        return fail(ErrorCode::InvalidArgument, "account keys: more than 256 accounts");
    if (std::set(message.keys.begin(), message.keys.end()).size() != keys)
        return fail(ErrorCode::InvalidArgument, "account keys: one is there twice");
    for (const TableLookup &lookup : message.lookups) {
        if (lookup.writable.empty() && lookup.readonly.empty())
            return fail(ErrorCode::InvalidArgument, "lookup table: nothing is taken from it");
    }
    for (const CompiledInstruction &instruction : message.instructions) {
        if (instruction.programIndex == 0 || instruction.programIndex >= keys)
            return fail(ErrorCode::InvalidArgument, "instruction program: not among the static keys");
        if (std::ranges::any_of(
                instruction.accounts, [&message](std::size_t index) { return index >= message.accountCount(); }))
            return fail(ErrorCode::InvalidArgument, "instruction accounts: no account has this index");
    }
    return {};
}

void appendLong(Bytes &target, ByteView bytes)
{
    appendShortVec(target, static_cast<std::uint16_t>(bytes.size()));
    appendBytes(target, bytes);
}

} // namespace

Result<Message> Message::parse(ByteView bytes)
{
    ByteReader reader(bytes);
    Message message;
    message.version = readVersion(reader);
    message.requiredSignatures = reader.number<std::uint8_t>("header");
    message.readonlySigners = reader.number<std::uint8_t>("header");
    message.readonlyOthers = reader.number<std::uint8_t>("header");
    message.keys = readKeys(reader);
    message.recentBlockhash.bytes = reader.key("recent blockhash").bytes;
    readInstructions(reader, message);
    if (message.version == MessageVersion::V0)
        readLookups(reader, message);
    if (const Result<void> finished = reader.finish(); !finished)
        return std::unexpected(finished.error());
    if (const Result<void> sound = check(message); !sound)
        return std::unexpected(sound.error());
    return message;
}

Bytes Message::serialise() const
{
    Bytes bytes;
    if (version == MessageVersion::V0)
        bytes.push_back(versionBit);
    for (const std::uint8_t count : {requiredSignatures, readonlySigners, readonlyOthers})
        bytes.push_back(count);
    appendShortVec(bytes, static_cast<std::uint16_t>(keys.size()));
    for (const PublicKey &key : keys)
        appendBytes(bytes, key.bytes);
    appendBytes(bytes, recentBlockhash.bytes);
    appendShortVec(bytes, static_cast<std::uint16_t>(instructions.size()));
    for (const CompiledInstruction &instruction : instructions) {
        bytes.push_back(instruction.programIndex);
        appendLong(bytes, instruction.accounts);
        appendLong(bytes, instruction.data);
    }
    if (version == MessageVersion::Legacy)
        return bytes;
    appendShortVec(bytes, static_cast<std::uint16_t>(lookups.size()));
    for (const TableLookup &lookup : lookups) {
        appendBytes(bytes, lookup.table.bytes);
        appendLong(bytes, lookup.writable);
        appendLong(bytes, lookup.readonly);
    }
    return bytes;
}

bool Message::isWritable(std::size_t index) const
{
    if (index < requiredSignatures)
        return index < std::size_t{requiredSignatures} - readonlySigners;
    if (index < keys.size())
        return index < keys.size() - readonlyOthers;
    std::size_t writable = 0;
    for (const TableLookup &lookup : lookups)
        writable += lookup.writable.size();
    return index < keys.size() + writable;
}

std::optional<std::size_t> Message::signerIndex(const PublicKey &key) const
{
    const auto last = keys.begin() + requiredSignatures;
    const auto found = std::find(keys.begin(), last, key);
    if (found == last)
        return std::nullopt;
    return static_cast<std::size_t>(found - keys.begin());
}

std::size_t Message::accountCount() const
{
    std::size_t count = keys.size();
    for (const TableLookup &lookup : lookups)
        count += lookup.writable.size() + lookup.readonly.size();
    return count;
}

std::vector<std::optional<PublicKey>> Message::accounts(std::span<const LookupTable> tables) const
{
    std::vector<std::optional<PublicKey>> all(keys.begin(), keys.end());
    const auto load = [&](Bytes TableLookup::*indexes) {
        for (const TableLookup &lookup : lookups) {
            const auto table = std::ranges::find(tables, lookup.table, &LookupTable::key);
            for (const std::size_t index : lookup.*indexes) {
                const bool known = table != tables.end() && index < table->addresses.size();
                all.push_back(known ? std::optional(table->addresses[index]) : std::nullopt);
            }
        }
    };
    load(&TableLookup::writable);
    load(&TableLookup::readonly);
    return all;
}

} // namespace majlis::wallet::solana
