// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/solana/decode.h"

#include "wallet/solana/bytereader.h"
#include "wallet/solana/layouts.h"
#include "wallet/solana/programs.h"

#include <QStringDecoder>

namespace majlis::wallet::solana
{

namespace
{

Program programOf(const PublicKey &key, std::span<const ConfiguredProgram> configured)
{
    static const std::vector<ConfiguredProgram> fixed = {
        {systemProgram(), Program::System},
        {tokenProgram(), Program::Token},
        {token2022Program(), Program::Token2022},
        {associatedTokenProgram(), Program::AssociatedToken},
        {computeBudgetProgram(), Program::ComputeBudget},
        {memoProgram(), Program::Memo},
        {memoV1Program(), Program::Memo},
        {stakeProgram(), Program::Stake},
    };
    for (const std::span<const ConfiguredProgram> list : {std::span(fixed), configured}) {
        if (const auto found = std::ranges::find(list, key, &ConfiguredProgram::key); found != list.end())
            return found->program;
    }
    return Program::Unknown;
}

std::optional<QString> textOf(ByteView utf8)
{
    const QByteArray raw(reinterpret_cast<const char *>(utf8.data()), static_cast<qsizetype>(utf8.size()));
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder.decode(raw);
    if (decoder.hasError() || text.toUtf8() != raw) // a cut character at the end is no error to the decoder
        return std::nullopt;
    return text;
}

// One byte says whether a key follows; some libraries leave 32 zero bytes where none does.
std::optional<PublicKey> readOptionalKey(ByteReader &reader, const char *name)
{
    const auto tag = reader.number<std::uint8_t>(name);
    if (tag == 1)
        return reader.key(name);
    if (tag != 0)
        reader.setError(name, "neither there nor not");
    if (reader.rest().size() == sizeof(PublicKey::bytes) && !reader.key(name).isZero())
        reader.setError(name, "there although it should not be");
    return std::nullopt;
}

DecodedArgument readArgument(ByteReader &reader, const LayoutField &field)
{
    switch (field.kind) {
    case FieldKind::U8:
        return {field.name, std::uint64_t{reader.number<std::uint8_t>("number")}};
    case FieldKind::U32:
        return {field.name, std::uint64_t{reader.number<std::uint32_t>("number")}};
    case FieldKind::U64:
        return {field.name, reader.number<std::uint64_t>("number")};
    case FieldKind::Key:
        return {field.name, std::optional(reader.key("address"))};
    case FieldKind::OptionalKey:
        return {field.name, readOptionalKey(reader, "address")};
    case FieldKind::LongText:
    case FieldKind::RestText:
        break;
    }
    const ByteView raw
        = field.kind == FieldKind::LongText ? reader.longBytes("text") : reader.bytes(reader.rest().size(), "text");
    const std::optional<QString> text = textOf(raw);
    if (!text)
        reader.setError("text", "not UTF-8");
    return {field.name, text.value_or(QString())};
}

// Fills method, arguments and roles when `layout` fits the whole data and there are accounts enough.
bool apply(const Layout &layout, DecodedInstruction &instruction)
{
    const ByteView data = instruction.data;
    if (data.size() < layout.tag.size() || !std::ranges::equal(data.first(layout.tag.size()), layout.tag)
        || instruction.accounts.size() + layout.optionalRoles < layout.roles.size())
        return false;
    ByteReader reader(data.subspan(layout.tag.size()));
    std::vector<DecodedArgument> arguments;
    arguments.reserve(layout.fields.size());
    for (const LayoutField &field : layout.fields)
        arguments.push_back(readArgument(reader, field));
    if (!reader.finish())
        return false;
    instruction.method = layout.method;
    instruction.arguments = std::move(arguments);
    for (std::size_t i = 0; i < instruction.accounts.size(); ++i)
        instruction.accounts[i].role = i < layout.roles.size() ? layout.roles[i] : layout.rest;
    return true;
}

template <class T>
const T *valueOf(const DecodedInstruction &instruction, Argument name)
{
    const auto found = std::ranges::find(instruction.arguments, name, &DecodedArgument::name);
    return found == instruction.arguments.end() ? nullptr : std::get_if<T>(&found->value);
}

} // namespace

const DecodedAccount *DecodedInstruction::account(Role role) const
{
    const auto found = std::ranges::find(accounts, role, &DecodedAccount::role);
    return found == accounts.end() ? nullptr : &*found;
}

std::optional<PublicKey> DecodedInstruction::key(Role role) const
{
    const DecodedAccount *found = account(role);
    return found == nullptr ? std::nullopt : found->key;
}

std::optional<std::uint64_t> DecodedInstruction::number(Argument name) const
{
    const auto *value = valueOf<std::uint64_t>(*this, name);
    return value == nullptr ? std::nullopt : std::optional(*value);
}

std::optional<PublicKey> DecodedInstruction::address(Argument name) const
{
    const auto *value = valueOf<std::optional<PublicKey>>(*this, name);
    return value == nullptr ? std::nullopt : *value;
}

std::optional<QString> DecodedInstruction::text(Argument name) const
{
    const auto *value = valueOf<QString>(*this, name);
    return value == nullptr ? std::nullopt : std::optional(*value);
}

DecodedInstruction decode(const Message &message, std::size_t index, std::span<const std::optional<PublicKey>> accounts,
    std::span<const ConfiguredProgram> configured)
{
    const CompiledInstruction &compiled = message.instructions[index];
    DecodedInstruction instruction;
    instruction.programKey = message.keys[compiled.programIndex];
    instruction.program = programOf(instruction.programKey, configured);
    instruction.data = compiled.data;
    for (const std::size_t account : compiled.accounts)
        instruction.accounts.push_back(
            {Role::Other, accounts[account], message.isSigner(account), message.isWritable(account)});
    for (const Layout &layout : layoutsOf(instruction.program)) {
        if (apply(layout, instruction))
            break;
    }
    return instruction;
}

} // namespace majlis::wallet::solana
