// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/solana/instructions.h"

#include "wallet/solana/bytereader.h"
#include "wallet/solana/programaddress.h"
#include "wallet/solana/programs.h"

#include <QStringDecoder>

namespace majlis::wallet::solana
{

namespace
{

constexpr std::size_t longestMemo = 566; // what one packet holds beside one signer

AccountMeta signerWritable(const PublicKey &key)
{
    return {key, true, true};
}
AccountMeta signerReadonly(const PublicKey &key)
{
    return {key, true, false};
}
AccountMeta writable(const PublicKey &key)
{
    return {key, false, true};
}
AccountMeta readonly(const PublicKey &key)
{
    return {key, false, false};
}

// The system program numbers its instructions with a u32 (bincode).
Bytes systemData(std::uint32_t number)
{
    Bytes data;
    appendNumber(data, number);
    return data;
}

Bytes tokenData(std::uint8_t number, std::uint64_t amount)
{
    Bytes data{number};
    appendNumber(data, amount);
    return data;
}

Bytes tokenData(std::uint8_t number, std::uint64_t amount, std::uint8_t decimals)
{
    Bytes data = tokenData(number, amount);
    data.push_back(decimals);
    return data;
}

// COption as instructions have it: one byte and, when it is 1, the key.
void appendOptional(Bytes &data, const std::optional<PublicKey> &key)
{
    data.push_back(key ? 1 : 0);
    if (key)
        appendBytes(data, key->bytes);
}

} // namespace

namespace system
{

Instruction transfer(const PublicKey &from, const PublicKey &to, std::uint64_t lamports)
{
    Bytes data = systemData(2);
    appendNumber(data, lamports);
    return {systemProgram(), {signerWritable(from), writable(to)}, data};
}

Instruction createAccount(const PublicKey &from, const PublicKey &account, std::uint64_t lamports, std::uint64_t space,
    const PublicKey &owner)
{
    Bytes data = systemData(0);
    appendNumber(data, lamports);
    appendNumber(data, space);
    appendBytes(data, owner.bytes);
    return {systemProgram(), {signerWritable(from), signerWritable(account)}, data};
}

Instruction createAccountWithSeed(const PublicKey &from, const PublicKey &account, const PublicKey &base,
    std::string_view seed, std::uint64_t lamports, std::uint64_t space, const PublicKey &owner)
{
    Bytes data = systemData(3);
    appendBytes(data, base.bytes);
    appendNumber(data, std::uint64_t{seed.size()});
    appendBytes(data, bytesOf(seed));
    appendNumber(data, lamports);
    appendNumber(data, space);
    appendBytes(data, owner.bytes);
    Instruction instruction{systemProgram(), {signerWritable(from), writable(account)}, data};
    if (base != from)
        instruction.accounts.push_back(signerReadonly(base));
    return instruction;
}

Instruction assign(const PublicKey &account, const PublicKey &owner)
{
    Bytes data = systemData(1);
    appendBytes(data, owner.bytes);
    return {systemProgram(), {signerWritable(account)}, data};
}

Instruction allocate(const PublicKey &account, std::uint64_t space)
{
    Bytes data = systemData(8);
    appendNumber(data, space);
    return {systemProgram(), {signerWritable(account)}, data};
}

Instruction initializeNonce(const PublicKey &nonceAccount, const PublicKey &authority)
{
    Bytes data = systemData(6);
    appendBytes(data, authority.bytes);
    return {
        systemProgram(), {writable(nonceAccount), readonly(recentBlockhashesSysvar()), readonly(rentSysvar())}, data};
}

Instruction advanceNonce(const PublicKey &nonceAccount, const PublicKey &authority)
{
    return {systemProgram(), {writable(nonceAccount), readonly(recentBlockhashesSysvar()), signerReadonly(authority)},
        systemData(4)};
}

Instruction withdrawNonce(
    const PublicKey &nonceAccount, const PublicKey &authority, const PublicKey &to, std::uint64_t lamports)
{
    Bytes data = systemData(5);
    appendNumber(data, lamports);
    return {systemProgram(),
        {writable(nonceAccount), writable(to), readonly(recentBlockhashesSysvar()), readonly(rentSysvar()),
            signerReadonly(authority)},
        data};
}

Instruction authorizeNonce(const PublicKey &nonceAccount, const PublicKey &authority, const PublicKey &newAuthority)
{
    Bytes data = systemData(7);
    appendBytes(data, newAuthority.bytes);
    return {systemProgram(), {writable(nonceAccount), signerReadonly(authority)}, data};
}

} // namespace system

namespace token
{

Instruction transfer(const PublicKey &program, const PublicKey &source, const PublicKey &destination,
    const PublicKey &owner, std::uint64_t amount)
{
    return {program, {writable(source), writable(destination), signerReadonly(owner)}, tokenData(3, amount)};
}

Instruction transferChecked(const PublicKey &program, const PublicKey &source, const PublicKey &mint,
    const PublicKey &destination, const PublicKey &owner, std::uint64_t amount, std::uint8_t decimals)
{
    return {program, {writable(source), readonly(mint), writable(destination), signerReadonly(owner)},
        tokenData(12, amount, decimals)};
}

Instruction approve(const PublicKey &program, const PublicKey &source, const PublicKey &delegate,
    const PublicKey &owner, std::uint64_t amount)
{
    return {program, {writable(source), readonly(delegate), signerReadonly(owner)}, tokenData(4, amount)};
}

Instruction approveChecked(const PublicKey &program, const PublicKey &source, const PublicKey &mint,
    const PublicKey &delegate, const PublicKey &owner, std::uint64_t amount, std::uint8_t decimals)
{
    return {program, {writable(source), readonly(mint), readonly(delegate), signerReadonly(owner)},
        tokenData(13, amount, decimals)};
}

Instruction revoke(const PublicKey &program, const PublicKey &source, const PublicKey &owner)
{
    return {program, {writable(source), signerReadonly(owner)}, {5}};
}

Instruction setAuthority(const PublicKey &program, const PublicKey &account, AuthorityType type,
    const PublicKey &current, const std::optional<PublicKey> &next)
{
    Bytes data{6, static_cast<std::uint8_t>(type)};
    appendOptional(data, next);
    return {program, {writable(account), signerReadonly(current)}, data};
}

Instruction mintTo(const PublicKey &program, const PublicKey &mint, const PublicKey &destination,
    const PublicKey &authority, std::uint64_t amount)
{
    return {program, {writable(mint), writable(destination), signerReadonly(authority)}, tokenData(7, amount)};
}

Instruction burn(const PublicKey &program, const PublicKey &source, const PublicKey &mint, const PublicKey &owner,
    std::uint64_t amount)
{
    return {program, {writable(source), writable(mint), signerReadonly(owner)}, tokenData(8, amount)};
}

Instruction closeAccount(
    const PublicKey &program, const PublicKey &account, const PublicKey &destination, const PublicKey &owner)
{
    return {program, {writable(account), writable(destination), signerReadonly(owner)}, {9}};
}

Instruction syncNative(const PublicKey &account)
{
    return {tokenProgram(), {writable(account)}, {17}};
}

Instruction initializeMint(const PublicKey &program, const PublicKey &mint, std::uint8_t decimals,
    const PublicKey &authority, const std::optional<PublicKey> &freezeAuthority)
{
    Bytes data{20, decimals}; // InitializeMint2: needs no rent sysvar
    appendBytes(data, authority.bytes);
    appendOptional(data, freezeAuthority);
    return {program, {writable(mint)}, data};
}

} // namespace token

namespace associatedtoken
{

Result<Instruction> createIdempotent(
    const PublicKey &payer, const PublicKey &wallet, const PublicKey &mint, const PublicKey &tokenProgram)
{
    const Result<PublicKey> account = associatedTokenAddress(wallet, mint, tokenProgram);
    if (!account)
        return std::unexpected(account.error());
    return Instruction{associatedTokenProgram(),
        {signerWritable(payer), writable(*account), readonly(wallet), readonly(mint), readonly(systemProgram()),
            readonly(tokenProgram)},
        {1}};
}

} // namespace associatedtoken

namespace computebudget
{

Instruction setUnitLimit(std::uint32_t units)
{
    Bytes data{2};
    appendNumber(data, units);
    return {computeBudgetProgram(), {}, data};
}

Instruction setUnitPrice(std::uint64_t microLamports)
{
    Bytes data{3};
    appendNumber(data, microLamports);
    return {computeBudgetProgram(), {}, data};
}

} // namespace computebudget

namespace memo
{

Result<Instruction> create(std::string_view text, std::span<const PublicKey> signers)
{
    if (text.size() > longestMemo)
        return fail(ErrorCode::InvalidArgument, "memo: more than 566 bytes");
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder.decode(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    if (decoder.hasError() || decoded.toUtf8() != QByteArrayView(text.data(), static_cast<qsizetype>(text.size())))
        return fail(ErrorCode::InvalidArgument, "memo: not UTF-8");
    const ByteView bytes = bytesOf(text);
    Instruction instruction{memoProgram(), {}, Bytes(bytes.begin(), bytes.end())};
    for (const PublicKey &signer : signers)
        instruction.accounts.push_back(signerReadonly(signer));
    return instruction;
}

} // namespace memo

} // namespace majlis::wallet::solana
