// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/vectors/question.h"

#include "wallet/derivation.h"
#include "wallet/encoding/hex.h"
#include "wallet/mnemonic.h"

namespace majlis::cli::vectors
{

using namespace wallet;

std::unexpected<Error> wrong(std::string_view field, std::string_view why)
{
    return fail(ErrorCode::InvalidArgument, std::string(field) + ": " + std::string(why));
}

Result<Uint256> numberFrom(const Json &value)
{
    if (const std::string *text = value.string())
        return Uint256::fromDecimal(fromUtf8(*text));
    if (const Json::Number *number = value.number())
        return Uint256::fromDecimal(fromUtf8(number->text));
    return fail(ErrorCode::InvalidArgument, "neither a number nor a text");
}

Result<const Json *> Question::member(std::string_view name) const
{
    const Json *const found = m_in.find(name);
    if (found == nullptr)
        return wrong(name, "missing");
    return found;
}

Result<std::string> Question::utf8(std::string_view name) const
{
    const std::string *const text = m_in.findString(name);
    if (text == nullptr)
        return wrong(name, "not a text");
    return *text;
}

Result<QString> Question::text(std::string_view name) const
{
    const Result<std::string> read = utf8(name);
    if (!read)
        return std::unexpected(read.error());
    return fromUtf8(*read);
}

Result<Bytes> Question::hex(std::string_view name) const
{
    const Result<QString> read = text(name);
    if (!read)
        return std::unexpected(read.error());
    const Result<Bytes> bytes = fromHex(*read);
    if (!bytes)
        return wrong(name, bytes.error().detail);
    return bytes;
}

Result<Uint256> Question::number(std::string_view name) const
{
    const Result<const Json *> value = member(name);
    if (!value)
        return std::unexpected(value.error());
    const Result<Uint256> number = numberFrom(**value);
    if (!number)
        return wrong(name, number.error().detail);
    return number;
}

Result<SecretBytes> Question::secretText(std::string_view name) const
{
    const Result<std::string> read = utf8(name);
    if (!read)
        return std::unexpected(read.error());
    return SecretBytes::fromText(*read);
}

Result<SecretBytes> Question::secretHex(std::string_view name) const
{
    Result<Bytes> bytes = hex(name);
    if (!bytes)
        return std::unexpected(bytes.error());
    return SecretBytes::takeFrom(*bytes);
}

Result<Bytes> Question::message() const
{
    if (has("messageHex"))
        return hex("messageHex");
    const Result<std::string> read = utf8("message");
    if (!read)
        return std::unexpected(read.error());
    return Bytes(read->begin(), read->end());
}

Result<SecretBytes> Question::seed() const
{
    const Result<SecretBytes> words = secretText("mnemonic");
    if (!words)
        return std::unexpected(words.error());
    const Result<Mnemonic> mnemonic = Mnemonic::parseExact(*words);
    if (!mnemonic)
        return std::unexpected(mnemonic.error());
    if (!has("passphrase"))
        return mnemonic->seed(SecretBytes());
    const Result<SecretBytes> passphrase = secretText("passphrase");
    if (!passphrase)
        return std::unexpected(passphrase.error());
    return mnemonic->seed(*passphrase);
}

namespace
{

using Derive = Result<ExtendedKey> (*)(const SecretBytes &, const DerivationPath &);

Result<SecretBytes> derived(const Question &question, Derive derive)
{
    const Result<SecretBytes> seed = question.seed();
    if (!seed)
        return std::unexpected(seed.error());
    const Result<QString> text = question.text("path");
    if (!text)
        return std::unexpected(text.error());
    const Result<DerivationPath> path = DerivationPath::parse(*text);
    if (!path)
        return std::unexpected(path.error());
    Result<ExtendedKey> node = derive(*seed, *path);
    if (!node)
        return std::unexpected(node.error());
    return std::move(node->key);
}

} // namespace

Result<SecretBytes> Question::evmKey() const
{
    return has("privateKey") ? secretHex("privateKey") : derived(*this, deriveBip32);
}

Result<SecretBytes> Question::solanaKey() const
{
    return has("secretKey") ? secretHex("secretKey") : derived(*this, deriveSlip10Ed25519);
}

} // namespace majlis::cli::vectors
