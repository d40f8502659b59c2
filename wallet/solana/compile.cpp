// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/solana/message.h"

#include <algorithm>
#include <limits>

namespace majlis::wallet::solana
{

namespace
{

struct Entry {
    AccountMeta meta;
    bool isProgram = false;
};

// Every account once, in order of first appearance, with the union of its rights.
class AccountList
{
public:
    Entry &entry(const PublicKey &key)
    {
        const auto found = std::ranges::find(m_entries, key, [](const Entry &entry) { return entry.meta.key; });
        if (found != m_entries.end())
            return *found;
        m_entries.push_back(Entry{AccountMeta{.key = key}});
        return m_entries.back();
    }
    void add(const Instruction &instruction)
    {
        entry(instruction.program).isProgram = true;
        for (const AccountMeta &meta : instruction.accounts) {
            Entry &account = entry(meta.key);
            account.meta.isSigner |= meta.isSigner;
            account.meta.isWritable |= meta.isWritable;
        }
    }
    // Takes out what `table` holds; the lookup is empty when it holds nothing of it.
    TableLookup take(const LookupTable &table)
    {
        TableLookup lookup{table.key, {}, {}};
        std::erase_if(m_entries, [&table, &lookup, this](const Entry &entry) {
            const auto found = std::ranges::find(table.addresses, entry.meta.key);
            const auto index = found - table.addresses.begin();
            if (entry.meta.isSigner || entry.isProgram || found == table.addresses.end() || index > 255)
                return false;
            Bytes &indexes = entry.meta.isWritable ? lookup.writable : lookup.readonly;
            indexes.push_back(static_cast<std::uint8_t>(index));
            (entry.meta.isWritable ? m_loadedWritable : m_loadedReadonly).push_back(entry.meta.key);
            return true;
        });
        return lookup;
    }
    // Static keys in the order of the format, and how many there are of each kind.
    void place(Message &message) const
    {
        const auto append = [this, &message](bool signer, bool writable) {
            std::size_t count = 0;
            for (const Entry &entry : m_entries) {
                if (entry.meta.isSigner != signer || entry.meta.isWritable != writable)
                    continue;
                message.keys.push_back(entry.meta.key);
                ++count;
            }
            return count;
        };
        const std::size_t writableSigners = append(true, true);
        const std::size_t readonlySigners = append(true, false);
        append(false, true);
        message.readonlySigners = static_cast<std::uint8_t>(readonlySigners);
        message.requiredSignatures = static_cast<std::uint8_t>(writableSigners + readonlySigners);
        message.readonlyOthers = static_cast<std::uint8_t>(append(false, false));
    }
    [[nodiscard]] std::size_t size() const
    {
        return m_entries.size() + m_loadedWritable.size() + m_loadedReadonly.size();
    }
    // All accounts in the order in which indexes count them.
    [[nodiscard]] std::vector<PublicKey> order(const Message &message) const
    {
        std::vector<PublicKey> all = message.keys;
        all.insert(all.end(), m_loadedWritable.begin(), m_loadedWritable.end());
        all.insert(all.end(), m_loadedReadonly.begin(), m_loadedReadonly.end());
        return all;
    }

private:
    std::vector<Entry> m_entries;
    std::vector<PublicKey> m_loadedWritable;
    std::vector<PublicKey> m_loadedReadonly;
};

CompiledInstruction compiled(const Instruction &instruction, const std::vector<PublicKey> &order)
{
    const auto indexOf = [&order](const PublicKey &key) {
        return static_cast<std::uint8_t>(std::ranges::find(order, key) - order.begin());
    };
    CompiledInstruction result{indexOf(instruction.program), {}, instruction.data};
    for (const AccountMeta &meta : instruction.accounts)
        result.accounts.push_back(indexOf(meta.key));
    return result;
}

bool fitsLength(std::size_t size)
{
    return size <= std::numeric_limits<std::uint16_t>::max();
}

} // namespace

Result<Message> compile(const PublicKey &feePayer, const Blockhash &recentBlockhash,
    std::span<const Instruction> instructions, MessageVersion version, std::span<const LookupTable> tables)
{
    if (version == MessageVersion::Legacy && !tables.empty())
        return fail(ErrorCode::InvalidArgument, "lookup tables: a legacy message has none");
    AccountList accounts;
    accounts.entry(feePayer).meta = {feePayer, true, true};
    for (const Instruction &instruction : instructions) {
        if (!fitsLength(instruction.data.size()) || !fitsLength(instruction.accounts.size()))
            return fail(ErrorCode::InvalidArgument, "instruction: longer than 65535");
        accounts.add(instruction);
    }
    if (accounts.entry(feePayer).isProgram)
        return fail(ErrorCode::InvalidArgument, "instruction program: it is the fee payer");
    if (accounts.size() > 256 || !fitsLength(instructions.size()))
        return fail(ErrorCode::InvalidArgument, "accounts: more than 256");

    Message message;
    message.version = version;
    message.recentBlockhash = recentBlockhash;
    for (const LookupTable &table : tables) {
        TableLookup lookup = accounts.take(table);
        if (!lookup.writable.empty() || !lookup.readonly.empty())
            message.lookups.push_back(std::move(lookup));
    }
    accounts.place(message);
    const std::vector<PublicKey> order = accounts.order(message);
    for (const Instruction &instruction : instructions)
        message.instructions.push_back(compiled(instruction, order));
    return message;
}

} // namespace majlis::wallet::solana
