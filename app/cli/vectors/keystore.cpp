// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/vectors/question.h"
#include "wallet/encoding/hex.h"
#include "wallet/evm/keystorev3.h"
#include "wallet/signer.h"

namespace majlis::cli::vectors
{

using namespace wallet;
using namespace Qt::StringLiterals;

namespace
{

Result<QJsonObject> decrypt(const Question &question)
{
    const Result<std::string> json = question.utf8("json");
    if (!json)
        return std::unexpected(json.error());
    const Result<SecretBytes> password = question.secretText("password");
    if (!password)
        return std::unexpected(password.error());
    const Result<SecretBytes> key = importKeystoreV3(*json, *password);
    if (!key)
        return std::unexpected(key.error());
    return QJsonObject{
        {u"valid"_s, true}, {u"address"_s, evmAddress(*key)->text()}, {u"privateKey"_s, toHex(key->view())}};
}

Result<std::uint32_t> costOf(const Question &question, const char *name)
{
    const Result<Uint256> number = question.number(name);
    if (!number)
        return std::unexpected(number.error());
    if (number->bitLength() > 32)
        return wrong(name, "too large");
    return static_cast<std::uint32_t>(*number->toUint64());
}

Result<QJsonObject> encrypt(const Question &question)
{
    const Result<SecretBytes> key = question.secretHex("privateKey");
    const Result<SecretBytes> password = question.secretText("password");
    const Result<const Json *> scrypt = question.member("scrypt");
    if (!key || !password || !scrypt)
        return wrong("in", "privateKey, password or scrypt is missing");
    const Question parameters(**scrypt);
    const Result<std::uint32_t> n = costOf(parameters, "n");
    const Result<std::uint32_t> r = costOf(parameters, "r");
    const Result<std::uint32_t> p = costOf(parameters, "p");
    if (!n || !r || !p)
        return wrong("scrypt", "n, r or p is not a number");
    const Result<std::string> json = exportKeystoreV3(*key, *password, {*n, *r, *p});
    if (!json)
        return std::unexpected(json.error());
    return QJsonObject{{u"json"_s, fromUtf8(*json)}};
}

} // namespace

Kinds keystoreKinds()
{
    return {{"keystore.decrypt", decrypt}, {"keystore.encrypt", encrypt}};
}

} // namespace majlis::cli::vectors
