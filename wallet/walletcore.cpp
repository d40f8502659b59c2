// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/walletcore.h"

#include "wallet/mnemonic.h"

#include <QDir>

#include <algorithm>
#include <utility>

namespace majlis::wallet
{

namespace
{

Result<WalletValue> valueOf(Result<void> result)
{
    if (!result)
        return std::unexpected(std::move(result.error()));
    return WalletValue();
}

template <class T>
Result<WalletValue> valueOf(Result<T> result)
{
    if (!result)
        return std::unexpected(std::move(result.error()));
    return WalletValue(std::move(*result));
}

} // namespace

template <class T, class Try>
Result<T> WalletCore::attempt(Try tryIt)
{
    if (const Result<void> allowed = m_throttle.begin(); !allowed)
        return std::unexpected(allowed.error());
    Result<T> result = tryIt();
    const bool wrong = !result && result.error().code == ErrorCode::WrongPassphrase;
    const Result<void> counted = result ? m_throttle.succeeded() : wrong ? m_throttle.failed() : m_throttle.withdrawn();
    if (!counted) // the outcome stands; the next begin() says it when the disk still refuses
        qWarning("wallet: attempts not counted: %s", counted.error().detail.c_str());
    return result;
}

// What to do for each kind of request.
struct WalletCore::Performer {
    WalletCore &core;

    Result<WalletValue> operator()(const request::Inspect &)
    {
        core.inspect();
        return WalletValue();
    }
    Result<WalletValue> operator()(const request::Create &create)
    {
        const Result<Mnemonic> mnemonic = Mnemonic::fromEntropy(create.entropy);
        if (!mnemonic)
            return std::unexpected(mnemonic.error());
        return valueOf(core.m_vault.create(*mnemonic, create.mnemonicPassphrase, create.passphrase));
    }
    Result<WalletValue> operator()(const request::Unlock &unlock)
    {
        return valueOf(core.attempt<void>([&] { return core.m_vault.unlock(unlock.passphrase); }));
    }
    Result<WalletValue> operator()(const request::Lock &)
    {
        core.m_vault.lock();
        return WalletValue();
    }
    Result<WalletValue> operator()(const request::ChangePassphrase &change)
    {
        return valueOf(core.attempt<void>([&] { return core.m_vault.changePassphrase(change.current, change.next); }));
    }
    Result<WalletValue> operator()(const request::BackupPhrase &backup)
    {
        const Result<Mnemonic> phrase
            = core.attempt<Mnemonic>([&] { return core.m_vault.backupPhrase(backup.passphrase); });
        if (!phrase)
            return std::unexpected(phrase.error());
        return WalletValue(phrase->entropy().clone());
    }
    Result<WalletValue> operator()(const request::SetAside &)
    {
        Result<void> moved = core.m_vault.setAside();
        if (moved)
            core.inspect();
        return valueOf(std::move(moved));
    }
    Result<WalletValue> operator()(const request::AddAccount &add)
    {
        return valueOf(core.m_vault.addAccount(add.family, add.name));
    }
    Result<WalletValue> operator()(const request::RenameAccount &rename)
    {
        return valueOf(core.m_vault.renameAccount(rename.id, rename.name));
    }
    Result<WalletValue> operator()(const request::Sign &sign)
    {
        return valueOf(core.m_vault.sign(sign.id, sign.intent, core.m_time.wall()));
    }
    Result<WalletValue> operator()(const request::PutSecret &put)
    {
        return valueOf(core.m_vault.putSecret(put.name, put.value));
    }
    Result<WalletValue> operator()(const request::GetSecret &get) { return valueOf(core.m_vault.secret(get.name)); }
    Result<WalletValue> operator()(const request::RemoveSecret &remove)
    {
        return valueOf(core.m_vault.removeSecret(remove.name));
    }
    Result<WalletValue> operator()(const request::SetDeviceKey &set)
    {
        return valueOf(core.m_vault.setDeviceKey(set.key));
    }
    Result<WalletValue> operator()(const request::RemoveDeviceKey &) { return valueOf(core.m_vault.removeDeviceKey()); }
    Result<WalletValue> operator()(const request::UnlockWithDeviceKey &unlock)
    {
        return valueOf(core.m_vault.unlockWithDeviceKey(unlock.key));
    }
    Result<WalletValue> operator()(const request::SetIdleLock &set)
    {
        if (set.after < std::chrono::milliseconds::zero())
            return fail(ErrorCode::InvalidArgument, "a negative time");
        core.m_idleLock = set.after;
        return WalletValue();
    }
    Result<WalletValue> operator()(const request::Touch &) { return WalletValue(); }
    Result<WalletValue> operator()(const request::ImportKey &import)
    {
        if (!core.m_vault.isUnlocked()) // before a file's own scrypt is run
            return fail(ErrorCode::Locked, "the vault is locked");
        const Result<SecretBytes> key = readKey(import.format, import.text, import.filePassphrase);
        if (!key)
            return std::unexpected(key.error());
        return valueOf(core.m_vault.importKey(familyOf(import.format), *key, import.name));
    }
    Result<WalletValue> operator()(const request::WatchAddress &watch)
    {
        return valueOf(core.m_vault.watchAddress(watch.address, watch.name));
    }
    Result<WalletValue> operator()(const request::SetAccountHidden &set)
    {
        return valueOf(core.m_vault.setAccountHidden(set.id, set.hidden));
    }
    Result<WalletValue> operator()(const request::RemoveAccount &remove)
    {
        return valueOf(core.m_vault.removeAccount(remove.id));
    }
    Result<WalletValue> operator()(const request::ExportKey &wanted)
    {
        const Result<QList<Account>> accounts = core.m_vault.accounts();
        if (!accounts)
            return std::unexpected(accounts.error());
        const auto account = std::find_if(
            accounts->begin(), accounts->end(), [&](const Account &candidate) { return candidate.id == wanted.id; });
        if (account == accounts->end())
            return fail(ErrorCode::NotFound, "no such account");
        if (account->address.family() != familyOf(wanted.format))
            return fail(ErrorCode::InvalidArgument, "the format is not for this account");
        const Result<SecretBytes> key
            = core.attempt<SecretBytes>([&] { return core.m_vault.exportKey(wanted.id, wanted.passphrase); });
        if (!key)
            return std::unexpected(key.error());
        return valueOf(writeKey(wanted.format, *key, wanted.filePassphrase));
    }
};

WalletCore::WalletCore(const QString &folder, const TimeSource &time, KdfParameters parameters)
    : m_time(time)
    , m_vault(QDir(folder).filePath(QStringLiteral("wallet.majlis")), parameters)
    , m_throttle(QDir(folder).filePath(QStringLiteral("attempts")), time)
{
    noteActivity();
}

WalletCore::~WalletCore() = default;

void WalletCore::onLost(std::function<void()>) { }

WalletReply WalletCore::perform(WalletRequest request)
{
    checkIdle(); // first: a computer that slept must not sign with what was open before
    noteActivity();
    Result<WalletValue> result = std::visit(Performer{*this}, request);
    noteActivity(); // Argon2id's second is not idleness
    return {std::move(result), snapshot()};
}

std::optional<std::chrono::milliseconds> WalletCore::checkIdle()
{
    if (!m_vault.isUnlocked() || m_idleLock == std::chrono::milliseconds::zero())
        return std::nullopt;
    // The monotonic clock may stand still while the computer sleeps, the wall clock may be set: the longer one counts.
    const auto idle = std::max(m_time.wall() - m_lastWall, m_time.monotonic() - m_lastMonotonic);
    if (idle < m_idleLock)
        return m_idleLock - idle;
    m_vault.lock();
    return std::nullopt;
}

void WalletCore::noteActivity()
{
    m_lastWall = m_time.wall();
    m_lastMonotonic = m_time.monotonic();
}

WalletSnapshot WalletCore::snapshot()
{
    WalletSnapshot now;
    now.recovered = m_vault.wasRecovered();
    now.hasDeviceKey = m_vault.hasDeviceKey();
    now.vaultId = m_vault.id();
    if (m_vault.isUnlocked()) {
        now.phase = WalletPhase::Unlocked;
        now.accounts = m_vault.accounts().value_or(QList<Account>());
        now.hasMnemonicPassphrase = m_vault.hasMnemonicPassphrase();
    } else if (m_unusable) {
        now.phase = WalletPhase::Unusable;
        now.error = *m_unusable;
    } else {
        now.phase = m_vault.exists() ? WalletPhase::Locked : WalletPhase::Missing;
    }
    return now;
}

void WalletCore::inspect()
{
    m_unusable.reset();
    if (!m_vault.exists())
        return;
    if (const Result<void> result = m_vault.inspect(); !result)
        m_unusable = result.error();
}

} // namespace majlis::wallet
