// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/signerprocess/intentwire.h"

#include "wallet/signerprocess/variantwire.h"

namespace majlis::wallet::wire
{

namespace
{

constexpr std::size_t mostArguments = 64;
constexpr std::size_t mostTokens = 8;
constexpr std::size_t mostAccounts = 64;

} // namespace

template <>
struct Blank<ReferralRegistrationIntent> {
    static ReferralRegistrationIntent make() { return {.referee = blankAddress(), .code = {}}; }
};
template <>
struct Blank<EvmToken> {
    static EvmToken make() { return {.contract = blankAddress(), .symbol = {}}; }
};
template <>
struct Blank<EvmTransferIntent> {
    static EvmTransferIntent make() { return {{}, blankAddress(), {}, {}}; }
};
template <>
struct Blank<EvmContractCallIntent> {
    static EvmContractCallIntent make() { return {{}, {}, blankAddress(), {}, {}, {}, {}, {}}; }
};
template <>
struct Blank<EvmRevokeIntent> {
    static EvmRevokeIntent make() { return {{}, {}, blankAddress(), blankAddress(), {}, {}}; }
};
template <>
struct Blank<SolanaToken> {
    static SolanaToken make() { return {.mint = blankAddress(), .symbol = {}}; }
};
template <>
struct Blank<SolanaTransferIntent> {
    static SolanaTransferIntent make() { return {{}, blankAddress(), {}, {}, {}}; }
};
template <>
struct Blank<SolanaProgramCallIntent> {
    static SolanaProgramCallIntent make() { return {{}, {}, blankAddress(), {}, {}, {}}; }
};
template <>
struct Blank<ServerBuiltTransactionIntent> {
    static ServerBuiltTransactionIntent make() { return {{}, {}, Blank<EvmTransferIntent>::make()}; }
};

// Templates in the namespace itself, where the helpers of variantwire.h find them by their first argument.

template <class Archive, class X>
    requires std::unsigned_integral<std::remove_const_t<X>> && (!std::same_as<std::remove_const_t<X>, bool>)
void describe(Archive &archive, X &number)
{
    archive.number(number);
}

template <class Archive, Like<bool> X>
void describe(Archive &archive, X &flag)
{
    archive.flag(flag);
}

template <class Archive, Like<QString> X>
void describe(Archive &archive, X &text)
{
    archive.text(text, longestMessage);
}

template <class Archive, Like<Bytes> X>
void describe(Archive &archive, X &bytes)
{
    archive.bytes(bytes, longestMessage);
}

template <class Archive, Like<Address> X>
void describe(Archive &archive, X &address)
{
    archive.address(address);
}

template <class Archive, Like<Uint256> X>
void describe(Archive &archive, X &number)
{
    archive.big(number);
}

template <class Archive, Like<Int256> X>
void describe(Archive &archive, X &number)
{
    if constexpr (Archive::isReader) {
        Uint256 bits;
        archive.big(bits);
        number = Int256::fromBits(bits);
    } else {
        archive.big(number.bits());
    }
}

template <class Archive, Like<SignInIntent> X>
void describe(Archive &archive, X &x)
{
    archive.choice(x.platform, platformCount);
    archive.choice(x.messageTemplate, 2);
    archive.text(x.nonce);
    archive.time(x.timestamp);
}

template <class Archive, Like<ReferralRegistrationIntent> X>
void describe(Archive &archive, X &x)
{
    archive.address(x.referee);
    archive.text(x.code);
    archive.choice(x.chain, 3);
}

template <class Archive, Like<SignInText> X>
void describe(Archive &archive, X &x)
{
    archive.choice(x.platform, platformCount);
    archive.text(x.domain);
    archive.text(x.uri);
    archive.text(x.statement);
    archive.text(x.nonce);
    archive.time(x.issuedAt);
    archive.time(x.expirationTime);
}

template <class Archive, Like<EvmSignInIntent> X>
void describe(Archive &archive, X &x)
{
    describe(archive, x.text);
    archive.number(x.chainId);
}

template <class Archive, Like<SolanaSignInIntent> X>
void describe(Archive &archive, X &x)
{
    describe(archive, x.text);
    archive.choice(x.cluster, 2);
}

template <class Archive, Like<TextMessageIntent> X>
void describe(Archive &archive, X &x)
{
    describeVariant(archive, x.content);
}

template <class Archive, Like<DynamicFee> X>
void describe(Archive &archive, X &x)
{
    archive.big(x.maxFeePerGas);
    archive.big(x.maxPriorityFeePerGas);
}

template <class Archive, Like<LegacyFee> X>
void describe(Archive &archive, X &x)
{
    archive.big(x.gasPrice);
}

template <class Archive, Like<EvmTransactionFields> X>
void describe(Archive &archive, X &x)
{
    archive.number(x.chainId);
    archive.number(x.nonce);
    archive.number(x.gasLimit);
    describeVariant(archive, x.fee);
    archive.time(x.validUntil);
}

template <class Archive, Like<EvmToken> X>
void describe(Archive &archive, X &x)
{
    archive.address(x.contract);
    archive.text(x.symbol);
    archive.number(x.decimals);
}

template <class Archive, Like<EvmTransferIntent> X>
void describe(Archive &archive, X &x)
{
    describe(archive, x.transaction);
    archive.address(x.recipient);
    archive.big(x.amount);
    describeOptional(archive, x.token);
}

template <class Archive, Like<std::vector<CallArgument>> X>
void describe(Archive &archive, X &arguments);

template <class Archive, Like<CallArgument> X>
void describe(Archive &archive, X &x)
{
    describeVariant(archive, x.value);
}

template <class Archive, Like<std::vector<CallArgument>> X>
void describe(Archive &archive, X &arguments)
{
    if constexpr (Archive::isReader) {
        if (archive.enter())
            describeList(archive, arguments, mostArguments);
        archive.leave();
    } else {
        describeList(archive, arguments, mostArguments);
    }
}

template <class Archive, Like<EvmContractCallIntent> X>
void describe(Archive &archive, X &x)
{
    archive.choice(x.platform, platformCount);
    describe(archive, x.transaction);
    archive.address(x.contract);
    archive.text(x.method);
    describe(archive, x.arguments);
    archive.big(x.value);
    describeList(archive, x.tokens, mostTokens);
    archive.flag(x.expertMode);
}

template <class Archive, Like<EvmRevokeIntent> X>
void describe(Archive &archive, X &x)
{
    archive.choice(x.kind, 3);
    describe(archive, x.transaction);
    archive.address(x.contract);
    archive.address(x.spender);
    archive.big(x.item);
    describeOptional(archive, x.token);
}

template <class Archive, Like<EvmTypedDataIntent> X>
void describe(Archive &archive, X &x)
{
    archive.choice(x.platform, platformCount);
    archive.number(x.chainId);
    archive.bytes(x.json, longestMessage);
    archive.flag(x.expertMode);
}

template <class Archive, Like<SolanaTransactionFields> X>
void describe(Archive &archive, X &x)
{
    archive.choice(x.cluster, 2);
    archive.raw(x.recentBlockhash);
    archive.number(x.lastValidBlockHeight);
    archive.number(x.computeUnitLimit);
    archive.number(x.computeUnitPrice);
}

template <class Archive, Like<SolanaToken> X>
void describe(Archive &archive, X &x)
{
    archive.address(x.mint);
    archive.text(x.symbol);
    archive.number(x.decimals);
    archive.flag(x.createAccount);
}

template <class Archive, Like<SolanaTransferIntent> X>
void describe(Archive &archive, X &x)
{
    describe(archive, x.transaction);
    archive.address(x.recipient);
    archive.number(x.amount);
    describeOptional(archive, x.token);
    archive.text(x.memo);
}

template <class Archive, Like<ProgramArgument> X>
void describe(Archive &archive, X &x)
{
    describeVariant(archive, x.value);
}

template <class Archive, Like<SolanaProgramCallIntent> X>
void describe(Archive &archive, X &x)
{
    archive.choice(x.platform, platformCount);
    describe(archive, x.transaction);
    archive.address(x.program);
    archive.text(x.instruction);
    describeList(archive, x.arguments, mostArguments);
    describeList(archive, x.accounts, mostAccounts);
}

template <class Archive, Like<ServerBuiltTransactionIntent> X>
void describe(Archive &archive, X &x)
{
    archive.choice(x.platform, platformCount);
    archive.bytes(x.transaction, longestMessage);
    describeVariant(archive, x.expected);
}

void writeIntent(Writer &writer, const Intent &intent)
{
    describeVariant(writer, intent);
}

void readIntent(Reader &reader, Intent &intent)
{
    describeVariant(reader, intent);
}

} // namespace majlis::wallet::wire
