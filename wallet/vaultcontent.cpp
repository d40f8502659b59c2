// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/vaultcontent.h"

#include <algorithm>
#include <optional>

// Content: 2 bytes version, then records of 1 byte kind, 4 bytes length and that many bytes, little-endian, to the end.
// Account: id, family, index, name (version 1: derived accounts only). AnyAccount, from version 2 on: id, family,
// index, origin, hidden 0 or 1, 2 bytes length of the name, name, and then the key (Imported) or the address
// (WatchOnly). Secret: 2 bytes length of the name, name, value. Text is UTF-8.
namespace majlis::wallet
{

namespace
{

constexpr std::uint16_t currentVersion = 2;
constexpr std::uint16_t derivedOnlyVersion = 1;
constexpr std::size_t keySize = 32;
constexpr std::size_t accountFixedSize = 9;

enum class Record : std::uint8_t {
    Entropy = 1,
    MnemonicPassphrase = 2,
    NextAccountId = 3,
    Account = 4,
    Secret = 5,
    AnyAccount = 6
};

template <class Number>
void appendNumber(SecretBytes &target, Number number)
{
    for (std::size_t i = 0; i < sizeof number; ++i)
        target.append(static_cast<std::uint8_t>(number >> (8 * i)));
}

template <class Number>
std::optional<Number> takeNumber(ByteView &rest)
{
    if (rest.size() < sizeof(Number))
        return std::nullopt;
    Number value = 0;
    for (std::size_t i = 0; i < sizeof value; ++i)
        value = static_cast<Number>(value | static_cast<Number>(static_cast<Number>(rest[i]) << (8 * i)));
    rest = rest.subspan(sizeof value);
    return value;
}

std::optional<ByteView> takeBytes(ByteView &rest, std::size_t size)
{
    if (rest.size() < size)
        return std::nullopt;
    const ByteView taken = rest.first(size);
    rest = rest.subspan(size);
    return taken;
}

void appendRecord(SecretBytes &target, Record kind, ByteView value)
{
    target.append(static_cast<std::uint8_t>(kind));
    appendNumber(target, static_cast<std::uint32_t>(value.size()));
    target.append(value);
}

ByteView utf8View(const QByteArray &utf8)
{
    return {reinterpret_cast<const std::uint8_t *>(utf8.constData()), static_cast<std::size_t>(utf8.size())};
}

// Names only. Nothing when it is not UTF-8 or too long.
std::optional<QString> textFrom(ByteView utf8)
{
    const QByteArray bytes(reinterpret_cast<const char *>(utf8.data()), static_cast<qsizetype>(utf8.size()));
    QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() != bytes || text.size() > VaultContent::longestName)
        return std::nullopt;
    return text;
}

SecretBytes serialised(const VaultContent::AccountRecord &account)
{
    const QByteArray name = account.name.toUtf8();
    SecretBytes value;
    appendNumber(value, account.id);
    value.append(static_cast<std::uint8_t>(account.family));
    appendNumber(value, account.index);
    value.append(static_cast<std::uint8_t>(account.origin));
    value.append(static_cast<std::uint8_t>(account.hidden ? 1 : 0));
    appendNumber(value, static_cast<std::uint16_t>(name.size()));
    value.append(utf8View(name));
    value.append(account.key.view());
    if (account.watched)
        value.append(account.watched->bytes());
    return value;
}

SecretBytes serialised(const QString &name, const SecretBytes &secret)
{
    const QByteArray utf8 = name.toUtf8();
    SecretBytes value;
    appendNumber(value, static_cast<std::uint16_t>(utf8.size()));
    value.append(utf8View(utf8));
    value.append(secret.view());
    return value;
}

bool readStart(VaultContent::AccountRecord &account, ByteView &value)
{
    if (value.size() < accountFixedSize)
        return false;
    account.id = *takeNumber<std::uint32_t>(value);
    const auto family = *takeNumber<std::uint8_t>(value);
    account.index = *takeNumber<std::uint32_t>(value);
    account.family = static_cast<AddressFamily>(family);
    return family <= static_cast<std::uint8_t>(AddressFamily::Solana) && (account.index >> 31U) == 0;
}

bool readDerived(VaultContent &content, ByteView value)
{
    VaultContent::AccountRecord account;
    if (content.accounts.size() >= VaultContent::mostAccounts || !readStart(account, value))
        return false;
    const std::optional<QString> name = textFrom(value);
    if (!name)
        return false;
    account.name = *name;
    content.accounts.push_back(std::move(account));
    return true;
}

std::optional<Address> addressFrom(AddressFamily family, ByteView bytes)
{
    if (family == AddressFamily::Evm && bytes.size() == 20) {
        ByteArray<20> raw{};
        std::copy(bytes.begin(), bytes.end(), raw.begin());
        return Address::evm(raw);
    }
    if (family == AddressFamily::Solana && bytes.size() == 32) {
        ByteArray<32> raw{};
        std::copy(bytes.begin(), bytes.end(), raw.begin());
        return Address::solana(raw);
    }
    return std::nullopt;
}

// What stands behind the name.
bool readMaterial(VaultContent::AccountRecord &account, ByteView rest)
{
    switch (account.origin) {
    case AccountOrigin::Derived:
        return rest.empty();
    case AccountOrigin::Imported:
        account.key = SecretBytes::copyOf(rest);
        return rest.size() == keySize && account.index == 0;
    case AccountOrigin::WatchOnly:
        account.watched = addressFrom(account.family, rest);
        return account.watched && account.index == 0;
    }
    return false;
}

bool readAccount(VaultContent &content, ByteView value)
{
    VaultContent::AccountRecord account;
    if (content.accounts.size() >= VaultContent::mostAccounts || !readStart(account, value))
        return false;
    const auto origin = takeNumber<std::uint8_t>(value);
    const auto hidden = takeNumber<std::uint8_t>(value);
    const auto nameSize = takeNumber<std::uint16_t>(value);
    const auto nameBytes = nameSize ? takeBytes(value, *nameSize) : std::nullopt;
    const auto name = nameBytes ? textFrom(*nameBytes) : std::nullopt;
    if (!name || *origin > static_cast<std::uint8_t>(AccountOrigin::WatchOnly) || *hidden > 1)
        return false;
    account.name = *name;
    account.origin = static_cast<AccountOrigin>(*origin);
    account.hidden = *hidden == 1;
    if (!readMaterial(account, value))
        return false;
    content.accounts.push_back(std::move(account));
    return true;
}

bool readSecret(VaultContent &content, ByteView value)
{
    const auto nameSize = takeNumber<std::uint16_t>(value);
    const auto nameBytes = nameSize ? takeBytes(value, *nameSize) : std::nullopt;
    const auto name = nameBytes ? textFrom(*nameBytes) : std::nullopt;
    if (!name || value.size() > VaultContent::largestSecret || content.secrets.size() >= VaultContent::mostSecrets)
        return false;
    return content.secrets.emplace(*name, SecretBytes::copyOf(value)).second;
}

bool readRecord(VaultContent &content, std::uint16_t version, std::uint8_t kind, ByteView value)
{
    switch (static_cast<Record>(kind)) {
    case Record::Entropy:
        content.entropy = SecretBytes::copyOf(value);
        return value.size() >= 16 && value.size() <= 32 && value.size() % 4 == 0;
    case Record::MnemonicPassphrase:
        content.mnemonicPassphrase = SecretBytes::copyOf(value);
        return true;
    case Record::NextAccountId: {
        const auto next = takeNumber<std::uint32_t>(value);
        content.nextAccountId = next.value_or(0);
        return next && value.empty();
    }
    case Record::Account:
        return version == derivedOnlyVersion && readDerived(content, value);
    case Record::AnyAccount:
        return version != derivedOnlyVersion && readAccount(content, value);
    case Record::Secret:
        return readSecret(content, value);
    }
    return false;
}

bool isConsistent(const VaultContent &content)
{
    const auto fits = [&content](const VaultContent::AccountRecord &account) {
        const auto same = std::count_if(content.accounts.begin(), content.accounts.end(),
            [&account](const VaultContent::AccountRecord &other) { return other.id == account.id; });
        return account.id != 0 && account.id < content.nextAccountId && same == 1;
    };
    return !content.entropy.isEmpty() && std::all_of(content.accounts.begin(), content.accounts.end(), fits);
}

} // namespace

SecretBytes VaultContent::serialise() const
{
    SecretBytes bytes;
    appendNumber(bytes, currentVersion);
    appendRecord(bytes, Record::Entropy, entropy.view());
    appendRecord(bytes, Record::MnemonicPassphrase, mnemonicPassphrase.view());
    SecretBytes next;
    appendNumber(next, nextAccountId);
    appendRecord(bytes, Record::NextAccountId, next.view());
    for (const AccountRecord &account : accounts)
        appendRecord(bytes, Record::AnyAccount, serialised(account).view());
    for (const auto &[name, value] : secrets)
        appendRecord(bytes, Record::Secret, serialised(name, value).view());
    return bytes;
}

Result<VaultContent> VaultContent::parse(const SecretBytes &bytes)
{
    ByteView rest = bytes.view();
    const auto version = takeNumber<std::uint16_t>(rest);
    if (version && *version > currentVersion)
        return fail(ErrorCode::UnsupportedVersion, "vault content of a newer version");
    VaultContent content;
    bool good = version && *version >= derivedOnlyVersion;
    while (good && !rest.empty()) {
        const auto kind = takeNumber<std::uint8_t>(rest);
        const auto size = takeNumber<std::uint32_t>(rest);
        const auto value = size ? takeBytes(rest, *size) : std::nullopt;
        good = kind && value && readRecord(content, *version, *kind, *value);
    }
    if (!good || !isConsistent(content))
        return fail(ErrorCode::Damaged, "the content is not what Majlis writes");
    return content;
}

VaultContent::AccountRecord VaultContent::AccountRecord::clone() const
{
    return {id, family, index, name, origin, hidden, key.clone(), watched};
}

VaultContent VaultContent::clone() const
{
    VaultContent copy;
    copy.entropy = entropy.clone();
    copy.mnemonicPassphrase = mnemonicPassphrase.clone();
    copy.nextAccountId = nextAccountId;
    for (const AccountRecord &account : accounts)
        copy.accounts.push_back(account.clone());
    for (const auto &[name, value] : secrets)
        copy.secrets.emplace(name, value.clone());
    return copy;
}

} // namespace majlis::wallet
