// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/vectors/question.h"
#include "wallet/encoding/hex.h"
#include "wallet/signer.h"
#include "wallet/solana/programaddress.h"
#include "wallet/solana/shortvec.h"
#include "wallet/solana/transaction.h"

namespace majlis::cli::vectors
{

using namespace wallet;
using namespace Qt::StringLiterals;

namespace
{

QString toBase64(ByteView bytes)
{
    const auto view
        = QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    return QString::fromLatin1(view.toBase64());
}

// Exactly what toBase64() writes: padded, no white space, no bits left over.
Result<Bytes> base64From(const Question &question, std::string_view name)
{
    const Result<QString> text = question.text(name);
    if (!text)
        return std::unexpected(text.error());
    const QByteArray encoded = text->toLatin1();
    const auto decoded = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).toBase64() != encoded || QString::fromLatin1(encoded) != *text)
        return wrong(name, "not base64");
    return Bytes((*decoded).begin(), (*decoded).end());
}

Result<solana::PublicKey> keyFrom(const Json &object, std::string_view name)
{
    const std::string *const text = object.findString(name);
    if (text == nullptr)
        return wrong(name, "not a text");
    const Result<solana::PublicKey> key = solana::PublicKey::parse(fromUtf8(*text));
    return key ? key : wrong(name, key.error().detail);
}

Result<bool> flagFrom(const Json &object, std::string_view name)
{
    const Json *const value = object.find(name);
    if (value == nullptr || value->boolean() == nullptr)
        return wrong(name, "not true or false");
    return *value->boolean();
}

// Reads every element of a list by `read`; an absent list is empty when `optional`.
template <class T>
Result<std::vector<T>> listFrom(
    const Json &object, std::string_view name, Result<T> (*read)(const Json &), bool optional = false)
{
    const Json *const list = object.find(name);
    if (list == nullptr && optional)
        return std::vector<T>();
    if (list == nullptr || list->array() == nullptr)
        return wrong(name, "not a list");
    std::vector<T> values;
    for (const Json &element : *list->array()) {
        Result<T> value = read(element);
        if (!value)
            return std::unexpected(value.error());
        values.push_back(std::move(*value));
    }
    return values;
}

Result<solana::PublicKey> addressFrom(const Json &value)
{
    return value.string() == nullptr ? wrong("addresses", "not a text")
                                     : solana::PublicKey::parse(fromUtf8(*value.string()));
}

Result<solana::AccountMeta> metaFrom(const Json &value)
{
    const auto key = keyFrom(value, "pubkey");
    const auto isSigner = flagFrom(value, "isSigner");
    const auto isWritable = flagFrom(value, "isWritable");
    if (!key || !isSigner || !isWritable)
        return wrong("accounts", "an account has pubkey, isSigner and isWritable");
    return solana::AccountMeta{*key, *isSigner, *isWritable};
}

Result<solana::Instruction> instructionFrom(const Json &value)
{
    const auto program = keyFrom(value, "programId");
    if (!program)
        return std::unexpected(program.error());
    auto accounts = listFrom(value, "accounts", metaFrom);
    if (!accounts)
        return std::unexpected(accounts.error());
    const auto data = Question(value).hex("data");
    if (!data)
        return std::unexpected(data.error());
    return solana::Instruction{*program, std::move(*accounts), *data};
}

Result<solana::LookupTable> tableFrom(const Json &value)
{
    const auto key = keyFrom(value, "key");
    if (!key)
        return std::unexpected(key.error());
    auto addresses = listFrom(value, "addresses", addressFrom);
    if (!addresses)
        return std::unexpected(addresses.error());
    return solana::LookupTable{*key, std::move(*addresses)};
}

Result<solana::MessageVersion> versionFrom(const Question &question)
{
    const Result<const Json *> value = question.member("version");
    if (value && (*value)->string() != nullptr && *(*value)->string() == "legacy")
        return solana::MessageVersion::Legacy;
    if (value && (*value)->integer() == 0)
        return solana::MessageVersion::V0;
    return wrong("version", "neither legacy nor 0");
}

QJsonObject answerOf(const solana::SignedTransaction &made)
{
    return {{u"valid"_s, true}, {u"tx"_s, toBase64(made.bytes)}, {u"signature"_s, made.signature.text()}};
}

Result<QJsonObject> signMessage(const Question &question)
{
    const Result<SecretBytes> key = question.solanaKey();
    if (!key)
        return std::unexpected(key.error());
    const Result<Bytes> message = question.message();
    if (!message)
        return std::unexpected(message.error());
    const Result<SolanaSignature> signature = solana::signOffChainMessage(*message, *key);
    if (!signature)
        return std::unexpected(signature.error());
    return QJsonObject{{u"address"_s, solanaAddress(*key)->text()}, {u"signature"_s, signature->text()}};
}

Result<QJsonObject> signTransaction(const Question &question)
{
    const Result<SecretBytes> key = question.solanaKey();
    if (!key)
        return std::unexpected(key.error());
    const Result<Bytes> bytes = base64From(question, "tx");
    if (!bytes)
        return std::unexpected(bytes.error());
    const Result<solana::SignedTransaction> made = solana::signTransaction(*bytes, *key);
    if (!made)
        return std::unexpected(made.error());
    return answerOf(*made);
}

Result<solana::Message> compiledFrom(const Question &question, const solana::PublicKey &feePayer)
{
    const auto version = versionFrom(question);
    if (!version)
        return std::unexpected(version.error());
    const Result<QString> hashText = question.text("recentBlockhash");
    if (!hashText)
        return std::unexpected(hashText.error());
    const Result<solana::Blockhash> hash = solana::Blockhash::parse(*hashText);
    if (!hash)
        return std::unexpected(hash.error());
    const auto instructions = listFrom(question.json(), "instructions", instructionFrom);
    if (!instructions)
        return std::unexpected(instructions.error());
    const auto tables = listFrom(question.json(), "lookupTables", tableFrom, true);
    if (!tables)
        return std::unexpected(tables.error());
    return solana::compile(feePayer, *hash, *instructions, *version, *tables);
}

Result<QJsonObject> compileTransaction(const Question &question)
{
    const Result<SecretBytes> key = question.solanaKey();
    if (!key)
        return std::unexpected(key.error());
    const Result<Address> address = solanaAddress(*key);
    if (!address)
        return std::unexpected(address.error());
    const Result<solana::Message> message = compiledFrom(question, *solana::PublicKey::of(*address));
    if (!message)
        return std::unexpected(message.error());
    const Result<solana::SignedTransaction> made = solana::signMessageOf(*message, *key);
    if (!made)
        return std::unexpected(made.error());
    return answerOf(*made);
}

Result<Bytes> seedFrom(const Json &value)
{
    if (value.string() == nullptr)
        return wrong("seeds", "not a text");
    return fromHex(fromUtf8(*value.string()));
}

Result<QJsonObject> programAddress(const Question &question)
{
    const auto program = keyFrom(question.json(), "programId");
    if (!program)
        return std::unexpected(program.error());
    const auto seeds = listFrom(question.json(), "seeds", seedFrom);
    if (!seeds)
        return std::unexpected(seeds.error());
    const auto found = solana::findProgramAddress(*seeds, *program);
    if (!found)
        return std::unexpected(found.error());
    return QJsonObject{{u"address"_s, found->address.text()}, {u"bump"_s, found->bump}};
}

Result<QJsonObject> address(const Question &question)
{
    const auto key = keyFrom(question.json(), "address");
    if (!key)
        return std::unexpected(key.error());
    return QJsonObject{{u"valid"_s, true}, {u"onCurve"_s, key->canBeWallet()}};
}

Result<QJsonObject> shortVec(const Question &question)
{
    const Result<Uint256> value = question.number("value");
    if (!value)
        return std::unexpected(value.error());
    const std::optional<std::uint64_t> small = value->toUint64();
    if (!small || *small > 0xFFFF)
        return wrong("value", "above 65535");
    Bytes encoded;
    solana::appendShortVec(encoded, static_cast<std::uint16_t>(*small));
    return QJsonObject{{u"encoded"_s, toHex(encoded)}};
}

} // namespace

Kinds solanaKinds()
{
    return {
        {"sol.sign_message", signMessage},
        {"sol.sign_tx", signTransaction},
        {"sol.compile_tx", compileTransaction},
        {"sol.pda", programAddress},
        {"sol.address", address},
        {"sol.shortvec", shortVec},
    };
}

} // namespace majlis::cli::vectors
