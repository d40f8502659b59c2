// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/vault.h"

#include "wallet/encoding/hex.h"
#include "wallet/encoding/nfkd.h"
#include "wallet/random.h"
#include "wallet/vaultkeys.h"
#include "wallet/vaultstate.h"

namespace majlis::wallet
{

namespace
{

// The same passphrase typed on another system may come in another Unicode form.
Result<SecretBytes> keyFrom(const SecretBytes &passphrase, const VaultFile &file)
{
    const Result<SecretBytes> normalised = nfkd(passphrase);
    if (!normalised)
        return std::unexpected(normalised.error());
    return deriveKey(*normalised, file.salt(), file.parameters());
}

VaultContent::AccountRecord firstAccount(AccountId id, AddressFamily family, const QString &name)
{
    VaultContent::AccountRecord record;
    record.id = id;
    record.family = family;
    record.name = name;
    return record;
}

} // namespace

Result<void> Vault::Private::load()
{
    Result<VaultStorage::Loaded> loaded = storage.load();
    if (!loaded)
        return std::unexpected(loaded.error());
    file = std::move(loaded->file);
    recovered = loaded->recovered;
    return {};
}

Result<void> Vault::Private::openWith(VaultFile::Slot slot, const SecretBytes &key)
{
    Result<SecretBytes> contentKey = file->openSlot(slot, key);
    if (!contentKey)
        return std::unexpected(contentKey.error());
    const Result<SecretBytes> bytes = file->openContent(*contentKey);
    if (!bytes)
        return std::unexpected(bytes.error());
    Result<VaultContent> content = VaultContent::parse(*bytes);
    if (!content)
        return std::unexpected(content.error());
    Result<SecretBytes> seed = seedOf(*content);
    if (!seed)
        return std::unexpected(seed.error());
    Result<QList<Account>> accounts = accountsOf(*content, *seed);
    if (!accounts)
        return std::unexpected(accounts.error());
    open = OpenVault{std::move(*contentKey), std::move(*seed), std::move(*content), std::move(*accounts)};
    return {};
}

Result<void> Vault::Private::commit(VaultContent content)
{
    return commit(*file, std::move(content), open->contentKey);
}

Result<void> Vault::Private::commit(VaultFile next, VaultContent content, const SecretBytes &contentKey)
{
    Result<QList<Account>> accounts = accountsOf(content, open->seed);
    if (!accounts)
        return std::unexpected(accounts.error());
    next.sealContent(contentKey, content.serialise());
    if (const Result<void> saved = storage.save(next); !saved)
        return saved;
    file = std::move(next);
    open->content = std::move(content);
    open->accounts = std::move(*accounts);
    return {};
}

Vault::Vault(QString path, KdfParameters parametersForNew)
    : d(std::make_unique<Private>(std::move(path), parametersForNew))
{
}

Vault::~Vault() = default;
Vault::Vault(Vault &&) noexcept = default;
Vault &Vault::operator=(Vault &&) noexcept = default;

bool Vault::exists() const
{
    return d->storage.exists();
}

Result<void> Vault::inspect()
{
    return d->load();
}

bool Vault::wasRecovered() const
{
    return d->recovered;
}

QString Vault::id() const
{
    return d->file ? toPlainHex(d->file->id()) : QString();
}

Result<void> Vault::create(
    const Mnemonic &mnemonic, const SecretBytes &mnemonicPassphrase, const SecretBytes &passphrase)
{
    if (exists())
        return fail(ErrorCode::AlreadyExists, "there is a vault already");
    if (passphrase.isEmpty())
        return fail(ErrorCode::InvalidArgument, "an empty passphrase protects nothing");
    VaultFile file = VaultFile::create(d->parametersForNew);
    const Result<SecretBytes> key = keyFrom(passphrase, file);
    if (!key)
        return std::unexpected(key.error());
    VaultContent content;
    content.entropy = mnemonic.entropy().clone();
    content.mnemonicPassphrase = mnemonicPassphrase.clone();
    content.accounts.push_back(firstAccount(1, AddressFamily::Evm, QStringLiteral("Main")));
    content.accounts.push_back(firstAccount(2, AddressFamily::Solana, QStringLiteral("Solana")));
    content.nextAccountId = 3;
    Result<SecretBytes> seed = seedOf(content);
    if (!seed)
        return std::unexpected(seed.error());
    SecretBytes contentKey = randomSecret(VaultFile::contentKeySize);
    file.sealSlot(VaultFile::Slot::Passphrase, *key, contentKey);
    OpenVault opened;
    opened.contentKey = std::move(contentKey);
    opened.seed = std::move(*seed);
    d->open = std::move(opened);
    const Result<void> saved = d->commit(std::move(file), std::move(content), d->open->contentKey);
    if (!saved)
        d->open.reset();
    return saved;
}

Result<void> Vault::unlock(const SecretBytes &passphrase)
{
    if (const Result<void> loaded = d->load(); !loaded)
        return loaded;
    const Result<SecretBytes> key = keyFrom(passphrase, *d->file);
    if (!key)
        return std::unexpected(key.error());
    return d->openWith(VaultFile::Slot::Passphrase, *key);
}

void Vault::lock()
{
    d->open.reset();
    wipeStackBelow();
}

bool Vault::isUnlocked() const
{
    return d->open.has_value();
}

Result<void> Vault::changePassphrase(const SecretBytes &current, const SecretBytes &next)
{
    if (!isUnlocked())
        return lockedError();
    if (next.isEmpty())
        return fail(ErrorCode::InvalidArgument, "an empty passphrase protects nothing");
    if (const Result<void> right = d->checkPassphrase(current); !right)
        return right;
    VaultFile file = *d->file;
    file.renew(d->parametersForNew);
    const Result<SecretBytes> nextKey = keyFrom(next, file);
    if (!nextKey)
        return std::unexpected(nextKey.error());
    SecretBytes contentKey = randomSecret(VaultFile::contentKeySize);
    file.sealSlot(VaultFile::Slot::Passphrase, *nextKey, contentKey);
    if (const Result<void> saved = d->commit(std::move(file), d->open->content.clone(), contentKey); !saved)
        return saved;
    d->open->contentKey = std::move(contentKey);
    return d->storage.renewCopy();
}

Result<void> Vault::setAside()
{
    lock();
    if (const Result<void> moved = d->storage.setAside(); !moved)
        return moved;
    d->file.reset();
    d->recovered = false;
    return {};
}

Result<void> Vault::setDeviceKey(const SecretBytes &deviceKey)
{
    if (!isUnlocked())
        return lockedError();
    if (deviceKey.size() != VaultFile::contentKeySize)
        return fail(ErrorCode::InvalidArgument, "a device key has 32 bytes");
    VaultFile file = *d->file;
    file.sealSlot(VaultFile::Slot::Device, deviceKey, d->open->contentKey);
    return d->commit(std::move(file), d->open->content.clone(), d->open->contentKey);
}

Result<void> Vault::removeDeviceKey()
{
    if (!isUnlocked())
        return lockedError();
    if (!hasDeviceKey())
        return {};
    VaultFile file = *d->file;
    file.removeDeviceSlot();
    if (const Result<void> saved = d->commit(std::move(file), d->open->content.clone(), d->open->contentKey); !saved)
        return saved;
    return d->storage.renewCopy();
}

bool Vault::hasMnemonicPassphrase() const
{
    return d->open && !d->open->content.mnemonicPassphrase.isEmpty();
}

bool Vault::hasDeviceKey() const
{
    return d->file && d->file->hasDeviceSlot();
}

Result<void> Vault::unlockWithDeviceKey(const SecretBytes &deviceKey)
{
    if (const Result<void> loaded = d->load(); !loaded)
        return loaded;
    return d->openWith(VaultFile::Slot::Device, deviceKey);
}

Result<QList<Account>> Vault::accounts() const
{
    if (!isUnlocked())
        return lockedError();
    return d->open->accounts;
}

Result<void> Vault::Private::checkPassphrase(const SecretBytes &passphrase) const
{
    const Result<SecretBytes> key = keyFrom(passphrase, *file);
    if (!key)
        return std::unexpected(key.error());
    if (const Result<SecretBytes> opened = file->openSlot(VaultFile::Slot::Passphrase, *key); !opened)
        return std::unexpected(opened.error());
    return {};
}

Result<void> Vault::putSecret(const QString &name, const SecretBytes &value)
{
    if (!isUnlocked())
        return lockedError();
    if (name.isEmpty() || name.size() > VaultContent::longestName || !name.isValidUtf16())
        return fail(ErrorCode::InvalidArgument, "a secret's name has 1 to 128 characters");
    if (value.size() > VaultContent::largestSecret)
        return fail(ErrorCode::InvalidArgument, "a secret has at most 64 KiB");
    VaultContent content = d->open->content.clone();
    content.secrets.insert_or_assign(name, value.clone());
    if (content.secrets.size() > VaultContent::mostSecrets)
        return fail(ErrorCode::InvalidArgument, "no more secrets");
    return d->commit(std::move(content));
}

Result<SecretBytes> Vault::secret(const QString &name) const
{
    if (!isUnlocked())
        return lockedError();
    const auto found = d->open->content.secrets.find(name);
    if (found == d->open->content.secrets.end())
        return fail(ErrorCode::NotFound, "no such secret");
    return found->second.clone();
}

Result<void> Vault::removeSecret(const QString &name)
{
    if (!isUnlocked())
        return lockedError();
    if (!d->open->content.secrets.contains(name))
        return {};
    VaultContent content = d->open->content.clone();
    content.secrets.erase(name);
    return d->commit(std::move(content));
}

Result<Mnemonic> Vault::backupPhrase(const SecretBytes &passphrase) const
{
    if (!isUnlocked())
        return lockedError();
    if (const Result<void> right = d->checkPassphrase(passphrase); !right)
        return std::unexpected(right.error());
    return Mnemonic::fromEntropy(d->open->content.entropy);
}

} // namespace majlis::wallet
