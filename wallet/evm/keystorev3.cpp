// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/evm/keystorev3.h"

#include "wallet/crypto/aesctr.h"
#include "wallet/crypto/hmac.h"
#include "wallet/encoding/hex.h"
#include "wallet/encoding/json.h"
#include "wallet/encoding/keccak.h"
#include "wallet/encoding/nfkd.h"
#include "wallet/encoding/utf8.h"
#include "wallet/random.h"
#include "wallet/signer.h"

#include <algorithm>
#include <bit>
#include <variant>

namespace majlis::wallet
{

namespace
{

constexpr std::size_t mostBytes = 64U * 1024U;
constexpr std::size_t keySize = 32;
constexpr std::size_t derivedSize = 32;
constexpr std::size_t longestSalt = 1024;
constexpr std::uint64_t mostMemory = 1U << 30U;
constexpr std::uint64_t mostWork = 1U << 25U;
constexpr std::int64_t mostRounds = 10'000'000;

std::unexpected<Error> wrong(const char *field, const char *why)
{
    return fail(ErrorCode::InvalidArgument, std::string(field).append(": ").append(why));
}

struct Pbkdf2Cost {
    int rounds = 0;
};

/// The file, checked and without its JSON.
struct File {
    std::optional<Address> address;
    std::variant<ScryptCost, Pbkdf2Cost> kdf;
    SecretBytes salt; // not secret; what the derivations take
    ByteArray<16> iv{};
    Bytes ciphertext;
    Hash256 mac{};
};

Result<Bytes> hexOf(const Json &object, const char *name)
{
    const std::string *const text = object.findString(name);
    if (text == nullptr)
        return wrong(name, "missing");
    const QString digits = fromUtf8(*text);
    const Result<Bytes> bytes = digits.startsWith(u"0x") ? fromHex(digits) : fromPlainHex(digits);
    if (!bytes)
        return wrong(name, "not hex");
    return bytes;
}

template <std::size_t Size>
Result<ByteArray<Size>> exactly(const Json &object, const char *name)
{
    const Result<Bytes> bytes = hexOf(object, name);
    if (!bytes)
        return std::unexpected(bytes.error());
    ByteArray<Size> array{};
    if (bytes->size() != array.size())
        return wrong(name, "of another length than it should be");
    std::ranges::copy(*bytes, array.begin());
    return array;
}

Result<std::uint32_t> positive(const Json &object, const char *name, std::int64_t most)
{
    const Json *const member = object.find(name);
    const std::optional<std::int64_t> number = member == nullptr ? std::nullopt : member->integer();
    if (!number || *number < 1)
        return wrong(name, "not a positive number");
    if (*number > most)
        return fail(ErrorCode::ExcessiveParameters, std::string(name).append(": more than this wallet would compute"));
    return static_cast<std::uint32_t>(*number);
}

Result<ScryptCost> readScrypt(const Json &parameters)
{
    const Result<std::uint32_t> n = positive(parameters, "n", std::int64_t{1} << 30U);
    const Result<std::uint32_t> r = positive(parameters, "r", 1 << 20U);
    const Result<std::uint32_t> p = positive(parameters, "p", 1 << 20U);
    for (const auto *number : {&n, &r, &p}) {
        if (!*number)
            return std::unexpected(number->error());
    }
    const ScryptCost cost{*n, *r, *p};
    if (const Result<void> valid = cost.check(); !valid)
        return std::unexpected(valid.error());
    return cost;
}

Result<void> readKdf(const Json &crypto, File &file)
{
    const std::string *const kdf = crypto.findString("kdf");
    const Json *const parameters = crypto.find("kdfparams");
    if (kdf == nullptr || parameters == nullptr)
        return wrong("kdf", "missing");
    const Result<Bytes> salt = hexOf(*parameters, "salt");
    if (!salt)
        return std::unexpected(salt.error());
    if (salt->size() > longestSalt)
        return wrong("salt", "too long");
    file.salt = SecretBytes::copyOf(*salt);
    const Result<std::uint32_t> length = positive(*parameters, "dklen", 1 << 20U);
    if (!length || *length != derivedSize)
        return wrong("dklen", "not 32");
    if (*kdf == "scrypt") {
        const Result<ScryptCost> cost = readScrypt(*parameters);
        if (!cost)
            return std::unexpected(cost.error());
        file.kdf = *cost;
        return {};
    }
    const std::string *const function = parameters->findString("prf");
    if (*kdf != "pbkdf2" || function == nullptr || *function != "hmac-sha256")
        return wrong("kdf", "a method that this wallet does not know");
    const Result<std::uint32_t> rounds = positive(*parameters, "c", mostRounds);
    if (!rounds)
        return std::unexpected(rounds.error());
    file.kdf = Pbkdf2Cost{static_cast<int>(*rounds)};
    return {};
}

Result<void> readCipher(const Json &crypto, File &file)
{
    const std::string *const cipher = crypto.findString("cipher");
    const Json *const parameters = crypto.find("cipherparams");
    if (cipher == nullptr || parameters == nullptr || *cipher != "aes-128-ctr")
        return wrong("cipher", "not aes-128-ctr");
    const Result<ByteArray<16>> iv = exactly<16>(*parameters, "iv");
    if (!iv)
        return std::unexpected(iv.error());
    Result<Bytes> ciphertext = hexOf(crypto, "ciphertext");
    if (!ciphertext)
        return std::unexpected(ciphertext.error());
    // Old files of geth have keys without their leading zeros.
    if (ciphertext->empty() || ciphertext->size() > keySize)
        return wrong("ciphertext", "not a private key's");
    const Result<Hash256> mac = exactly<32>(crypto, "mac");
    if (!mac)
        return std::unexpected(mac.error());
    file.iv = *iv;
    file.ciphertext = std::move(*ciphertext);
    file.mac = *mac;
    return {};
}

Result<void> readAddress(const Json &json, File &file)
{
    const Json *const member = json.find("address");
    if (member == nullptr || member->isNull() || (member->string() != nullptr && member->string()->empty()))
        return {};
    const Result<ByteArray<20>> address = exactly<20>(json, "address");
    if (!address)
        return std::unexpected(address.error());
    file.address = Address::evm(*address);
    return {};
}

Result<File> readFile(std::string_view text)
{
    const Result<Json> json = Json::parse(text, {.bytes = mostBytes, .depth = 8});
    if (!json)
        return std::unexpected(json.error());
    const Json *const version = json->find("version");
    if (version == nullptr)
        return wrong("version", "missing");
    if (version->integer() != 3)
        return fail(ErrorCode::UnsupportedVersion, "version: not 3");
    const Json *const crypto = json->find("crypto") != nullptr ? json->find("crypto") : json->find("Crypto");
    if (crypto == nullptr || (json->find("crypto") != nullptr && json->find("Crypto") != nullptr))
        return wrong("crypto", "missing, or there twice");
    File file;
    for (const auto &read : {readKdf(*crypto, file), readCipher(*crypto, file), readAddress(*json, file)}) {
        if (!read)
            return std::unexpected(read.error());
    }
    return file;
}

Result<SecretBytes> derive(const File &file, const SecretBytes &password)
{
    if (const auto *scrypt = std::get_if<ScryptCost>(&file.kdf))
        return scryptKey(password, file.salt.view(), scrypt->n, scrypt->r, scrypt->p, derivedSize);
    return pbkdf2Sha256(password, file.salt, std::get<Pbkdf2Cost>(file.kdf).rounds, derivedSize);
}

Hash256 macOf(const SecretBytes &derived, ByteView ciphertext)
{
    return keccak256({derived.view().subspan(16, 16), ciphertext});
}

// The key when the password fits, an empty one when it does not.
Result<SecretBytes> tryPassword(const File &file, const SecretBytes &password)
{
    const Result<SecretBytes> derived = derive(file, password);
    if (!derived)
        return std::unexpected(derived.error());
    if (macOf(*derived, file.ciphertext) != file.mac)
        return SecretBytes();
    const Result<SecretBytes> plain = aes128Ctr(derived->view().first(16), file.iv, file.ciphertext);
    if (!plain)
        return std::unexpected(plain.error());
    SecretBytes key(keySize - plain->size());
    key.append(plain->view());
    return key;
}

QString freshId()
{
    ByteArray<16> bytes = randomArray<16>();
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x40U);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
    QString id = toPlainHex(bytes);
    for (const qsizetype place : {20, 16, 12, 8})
        id.insert(place, u'-');
    return id;
}

} // namespace

Result<void> ScryptCost::check() const
{
    if (!std::has_single_bit(n) || n < 2 || r == 0 || p == 0)
        return wrong("n", "not a power of two, or r or p is zero");
    const std::uint64_t block = std::uint64_t{128} * r;
    if (block * n > mostMemory || std::uint64_t{n} * r > mostWork / p || block * p > mostMemory)
        return fail(ErrorCode::ExcessiveParameters, "scrypt: more than this wallet would compute");
    return {};
}

Result<KeystoreV3Outline> readKeystoreV3(std::string_view json)
{
    const Result<File> file = readFile(json);
    if (!file)
        return std::unexpected(file.error());
    return KeystoreV3Outline{file->address, std::holds_alternative<ScryptCost>(file->kdf) ? "scrypt" : "pbkdf2"};
}

Result<SecretBytes> importKeystoreV3(std::string_view json, const SecretBytes &password)
{
    const Result<File> file = readFile(json);
    if (!file)
        return std::unexpected(file.error());
    const Result<SecretBytes> normal = nfkc(password);
    if (!normal)
        return std::unexpected(normal.error());
    Result<SecretBytes> key = tryPassword(*file, *normal);
    if (key && key->isEmpty() && *normal != password)
        key = tryPassword(*file, password);
    if (!key)
        return key;
    if (key->isEmpty())
        return fail(ErrorCode::WrongPassphrase, "the password does not fit this file");
    const Result<Address> address = evmAddress(*key);
    if (!address)
        return std::unexpected(address.error());
    if (file->address && *file->address != *address)
        return fail(ErrorCode::Damaged, "address: another key's");
    return key;
}

Result<std::string> exportKeystoreV3(const SecretBytes &privateKey, const SecretBytes &password, const ScryptCost &cost)
{
    const Result<Address> address = evmAddress(privateKey);
    if (!address)
        return std::unexpected(address.error());
    if (const Result<void> valid = cost.check(); !valid)
        return std::unexpected(valid.error());
    const Result<SecretBytes> normal = nfkc(password);
    if (!normal)
        return std::unexpected(normal.error());
    const ByteArray<32> salt = randomArray<32>();
    const ByteArray<16> iv = randomArray<16>();
    const Result<SecretBytes> derived = scryptKey(*normal, salt, cost.n, cost.r, cost.p, derivedSize);
    if (!derived)
        return std::unexpected(derived.error());
    const Result<SecretBytes> sealed = aes128Ctr(derived->view().first(16), iv, privateKey.view());
    if (!sealed)
        return std::unexpected(sealed.error());
    const QString text = QStringLiteral(R"({"version":3,"id":"%1","address":"%2","crypto":{"cipher":"aes-128-ctr",)"
                                        R"("cipherparams":{"iv":"%3"},"ciphertext":"%4","kdf":"scrypt","kdfparams":)"
                                        R"({"dklen":32,"n":%5,"p":%6,"r":%7,"salt":"%8"},"mac":"%9"}})")
                             .arg(freshId(), toPlainHex(address->bytes()), toPlainHex(iv), toPlainHex(sealed->view()))
                             .arg(cost.n)
                             .arg(cost.p)
                             .arg(cost.r)
                             .arg(toPlainHex(salt), toPlainHex(macOf(*derived, sealed->view())));
    return toUtf8(text);
}

} // namespace majlis::wallet
