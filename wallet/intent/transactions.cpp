// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/intent/transactions.h"

#include "wallet/solana/instructions.h"
#include "wallet/solana/programaddress.h"
#include "wallet/solana/programs.h"

#include <QCryptographicHash>

#include <string>

namespace majlis::wallet
{

namespace
{

constexpr std::uint64_t leastGas = 21'000;
constexpr std::uint64_t mostGas = 100'000'000;
constexpr std::uint32_t mostComputeUnits = 1'400'000;
constexpr qsizetype longestMemo = 256;
constexpr std::size_t mostArgumentValues = 256;

Result<EvmTransaction> bare(const EvmTransactionFields &fields, const Address &to)
{
    if (fields.gasLimit < leastGas || fields.gasLimit > mostGas)
        return fail(ErrorCode::InvalidArgument, "the gas limit is outside 21000 to 100 million");
    EvmTransaction made;
    made.chainId = fields.chainId;
    made.nonce = fields.nonce;
    made.gas = fields.gasLimit;
    made.to = to;
    if (const auto *dynamic = std::get_if<DynamicFee>(&fields.fee)) {
        made.maxFeePerGas = dynamic->maxFeePerGas;
        made.maxPriorityFeePerGas = dynamic->maxPriorityFeePerGas;
    } else {
        made.type = EvmTransactionType::Legacy;
        made.gasPrice = std::get<LegacyFee>(fields.fee).gasPrice;
    }
    return made;
}

Result<EvmTransaction> checked(EvmTransaction made)
{
    if (const Result<void> good = made.check(); !good)
        return std::unexpected(good.error());
    return made;
}

Result<AbiValue> abiValueOf(const CallArgument &argument, std::size_t &budget)
{
    if (budget-- == 0)
        return fail(ErrorCode::InvalidArgument, "too many arguments");
    if (const auto *number = std::get_if<Uint256>(&argument.value))
        return AbiValue(*number);
    if (const auto *number = std::get_if<Int256>(&argument.value))
        return AbiValue(*number);
    if (const auto *flag = std::get_if<bool>(&argument.value))
        return AbiValue(*flag);
    if (const auto *address = std::get_if<Address>(&argument.value))
        return AbiValue(*address);
    if (const auto *text = std::get_if<QString>(&argument.value))
        return AbiValue(text->toStdString());
    if (const auto *bytes = std::get_if<Bytes>(&argument.value))
        return AbiValue(*bytes);
    AbiValue::List list;
    for (const CallArgument &part : std::get<std::vector<CallArgument>>(argument.value)) {
        Result<AbiValue> value = abiValueOf(part, budget);
        if (!value || budget == 0)
            return fail(ErrorCode::InvalidArgument, "too many arguments");
        list.push_back(std::move(*value));
    }
    return AbiValue(std::move(list));
}

using Instructions = std::vector<solana::Instruction>;

Result<void> addTokenTransfer(
    Instructions &instructions, const SolanaTransferIntent &intent, const solana::PublicKey &payer)
{
    namespace sol = solana;
    const Result<sol::PublicKey> mint = sol::PublicKey::of(intent.token->mint);
    const sol::PublicKey recipient = *sol::PublicKey::of(intent.recipient);
    if (!mint)
        return std::unexpected(mint.error());
    const Result<sol::PublicKey> source = sol::associatedTokenAddress(payer, *mint, sol::tokenProgram());
    const Result<sol::PublicKey> target = sol::associatedTokenAddress(recipient, *mint, sol::tokenProgram());
    if (!source || !target)
        return fail(ErrorCode::InvalidArgument, "no associated token account");
    if (intent.token->createAccount) {
        const auto create = sol::associatedtoken::createIdempotent(payer, recipient, *mint, sol::tokenProgram());
        if (!create)
            return std::unexpected(create.error());
        instructions.push_back(*create);
    }
    instructions.push_back(sol::token::transferChecked(
        sol::tokenProgram(), *source, *mint, *target, payer, intent.amount, intent.token->decimals));
    return {};
}

} // namespace

Result<EvmTransaction> transactionOf(const EvmTransferIntent &intent)
{
    if (!intent.recipient.isEvm() || (intent.token && !intent.token->contract.isEvm()))
        return fail(ErrorCode::InvalidArgument, "not an EVM address");
    Result<EvmTransaction> made = bare(intent.transaction, intent.token ? intent.token->contract : intent.recipient);
    if (!made)
        return made;
    if (!intent.token) {
        made->value = intent.amount;
        return checked(std::move(*made));
    }
    static const AbiFunction transfer = *AbiFunction::parse("transfer(address,uint256)");
    Result<Bytes> data = transfer.encodeCall({AbiValue(intent.recipient), AbiValue(intent.amount)});
    if (!data)
        return std::unexpected(data.error());
    made->data = std::move(*data);
    return checked(std::move(*made));
}

Result<EvmTransaction> transactionOf(const EvmContractCallIntent &intent)
{
    if (!intent.contract.isEvm())
        return fail(ErrorCode::InvalidArgument, "not an EVM address");
    const Result<AbiFunction> function = AbiFunction::parse(intent.method.toStdString());
    if (!function)
        return std::unexpected(function.error());
    AbiValue::List values;
    std::size_t budget = mostArgumentValues;
    for (const CallArgument &argument : intent.arguments) {
        Result<AbiValue> value = abiValueOf(argument, budget);
        if (!value)
            return std::unexpected(value.error());
        values.push_back(std::move(*value));
    }
    Result<Bytes> data = function->encodeCall(values);
    if (!data)
        return std::unexpected(data.error());
    Result<EvmTransaction> made = bare(intent.transaction, intent.contract);
    if (!made)
        return made;
    made->value = intent.value;
    made->data = std::move(*data);
    return checked(std::move(*made));
}

Result<EvmTransaction> transactionOf(const EvmRevokeIntent &intent)
{
    if (!intent.contract.isEvm() || !intent.spender.isEvm())
        return fail(ErrorCode::InvalidArgument, "not an EVM address");
    if (intent.kind != EvmRevokeIntent::Kind::Item && !intent.item.isZero())
        return fail(ErrorCode::InvalidArgument, "an item's number where there is no item");
    static const AbiFunction approve = *AbiFunction::parse("approve(address,uint256)");
    static const AbiFunction forAll = *AbiFunction::parse("setApprovalForAll(address,bool)");
    const Address nobody = Address::evm({});
    const Result<Bytes> data = intent.kind == EvmRevokeIntent::Kind::Token
        ? approve.encodeCall({AbiValue(intent.spender), AbiValue(Uint256())})
        : intent.kind == EvmRevokeIntent::Kind::Item ? approve.encodeCall({AbiValue(nobody), AbiValue(intent.item)})
                                                     : forAll.encodeCall({AbiValue(intent.spender), AbiValue(false)});
    if (!data)
        return std::unexpected(data.error());
    Result<EvmTransaction> made = bare(intent.transaction, intent.contract);
    if (!made)
        return made;
    made->data = *data;
    return checked(std::move(*made));
}

Result<solana::Message> messageOf(const SolanaTransferIntent &intent, const Address &payer)
{
    namespace sol = solana;
    const Result<sol::PublicKey> from = sol::PublicKey::of(payer);
    const Result<sol::PublicKey> to = sol::PublicKey::of(intent.recipient);
    if (!from || !to)
        return fail(ErrorCode::InvalidArgument, "not a Solana address");
    if (intent.transaction.computeUnitLimit > mostComputeUnits)
        return fail(ErrorCode::InvalidArgument, "more compute units than a transaction may have");
    Instructions instructions;
    if (intent.transaction.computeUnitLimit != 0)
        instructions.push_back(sol::computebudget::setUnitLimit(intent.transaction.computeUnitLimit));
    if (intent.transaction.computeUnitPrice != 0)
        instructions.push_back(sol::computebudget::setUnitPrice(intent.transaction.computeUnitPrice));
    if (!intent.token) {
        instructions.push_back(sol::system::transfer(*from, *to, intent.amount));
    } else if (const Result<void> added = addTokenTransfer(instructions, intent, *from); !added) {
        return std::unexpected(added.error());
    }
    if (!intent.memo.isEmpty()) {
        const QByteArray memo = intent.memo.toUtf8();
        const auto made = sol::memo::create(std::string_view(memo.constData(), static_cast<std::size_t>(memo.size())));
        if (memo.size() > longestMemo || !made)
            return fail(ErrorCode::InvalidArgument, "a memo has at most 256 bytes");
        instructions.push_back(*made);
    }
    return sol::compile(*from, sol::Blockhash{intent.transaction.recentBlockhash}, instructions);
}

Bytes instructionDataOf(const SolanaProgramCallIntent &intent)
{
    const QByteArray name = QByteArrayLiteral("global:") + intent.instruction.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Sha256);
    Bytes data(hash.cbegin(), hash.cbegin() + 8);
    for (const ProgramArgument &argument : intent.arguments) {
        if (const auto *address = std::get_if<Address>(&argument.value)) {
            data.insert(data.end(), address->bytes().begin(), address->bytes().end());
            continue;
        }
        const auto append = [&data]<class Number>(Number number) {
            for (std::size_t i = 0; i < sizeof number; ++i)
                data.push_back(static_cast<std::uint8_t>(number >> (8 * i)));
        };
        if (const auto *byte = std::get_if<std::uint8_t>(&argument.value))
            append(*byte);
        else if (const auto *word = std::get_if<std::uint32_t>(&argument.value))
            append(*word);
        else
            append(std::get<std::uint64_t>(argument.value));
    }
    return data;
}

} // namespace majlis::wallet
