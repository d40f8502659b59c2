// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/account.h"
#include "wallet/error.h"
#include "wallet/intent.h"
#include "wallet/keyformat.h"
#include "wallet/secretbytes.h"

#include <QList>
#include <QString>

#include <chrono>
#include <variant>

namespace majlis::wallet
{

// What WalletService asks of whoever holds the keys (WalletBackend), as values: the same whether that is an object in
// this process or the signer process. Secrets in them are SecretBytes; so requests and replies are move-only.

/// The wallet's state, seen from outside. The numbers are part of the signer's protocol.
enum class WalletPhase : std::uint8_t { Unknown = 0, Missing = 1, Locked = 2, Unlocked = 3, Unusable = 4 };

/// What may be known of the wallet after a call: no secret in it.
struct WalletSnapshot {
    WalletPhase phase = WalletPhase::Unknown;
    Error error; ///< why it is Unusable
    bool recovered = false; ///< the file was damaged and its copy is used
    bool hasDeviceKey = false;
    QString vaultId;
    QList<Account> accounts; ///< while unlocked
    bool hasMnemonicPassphrase = false; ///< while unlocked: the phrase alone does not bring the accounts back
};

namespace request
{

struct Inspect {
}; ///< look at the file again
struct Create {
    SecretBytes entropy; ///< of the BIP-39 phrase
    SecretBytes mnemonicPassphrase;
    SecretBytes passphrase;
};
struct Unlock {
    SecretBytes passphrase;
};
struct Lock {
};
struct ChangePassphrase {
    SecretBytes current;
    SecretBytes next;
};
/// Answers the phrase's entropy.
struct BackupPhrase {
    SecretBytes passphrase;
};
struct SetAside {
};
/// Answers the Account.
struct AddAccount {
    AddressFamily family = AddressFamily::Evm;
    QString name;
};
struct RenameAccount {
    AccountId id = 0;
    QString name;
};
/// Answers the SignedIntent.
struct Sign {
    AccountId id = 0;
    Intent intent;
};
struct PutSecret {
    QString name;
    SecretBytes value;
};
/// Answers the secret.
struct GetSecret {
    QString name;
};
struct RemoveSecret {
    QString name;
};
struct SetDeviceKey {
    SecretBytes key;
};
struct RemoveDeviceKey {
};
struct UnlockWithDeviceKey {
    SecretBytes key;
};
/// Locks by itself after so long without a request (Touch is one); zero: never.
struct SetIdleLock {
    std::chrono::milliseconds after{};
};
/// The user is there.
struct Touch {
};
/// Answers the Account.
struct ImportKey {
    KeyFormat format = KeyFormat::EvmHex;
    SecretBytes text; ///< at most 64 KiB
    SecretBytes filePassphrase; ///< of a keystore file
    QString name;
};
/// Answers the Account.
struct WatchAddress {
    Address address;
    QString name;
};
struct SetAccountHidden {
    AccountId id = 0;
    bool hidden = false;
};
struct RemoveAccount {
    AccountId id = 0;
};
/// Answers the key as text of that format.
struct ExportKey {
    AccountId id = 0;
    SecretBytes passphrase;
    KeyFormat format = KeyFormat::EvmHex;
    SecretBytes filePassphrase; ///< for a keystore file
};

} // namespace request

/// The order is part of the signer's protocol: add at the end.
using WalletRequest = std::variant<request::Inspect, request::Create, request::Unlock, request::Lock,
    request::ChangePassphrase, request::BackupPhrase, request::SetAside, request::AddAccount, request::RenameAccount,
    request::Sign, request::PutSecret, request::GetSecret, request::RemoveSecret, request::SetDeviceKey,
    request::RemoveDeviceKey, request::UnlockWithDeviceKey, request::SetIdleLock, request::Touch, request::ImportKey,
    request::WatchAddress, request::SetAccountHidden, request::RemoveAccount, request::ExportKey>;

/// The order is part of the signer's protocol.
using WalletValue = std::variant<std::monostate, Account, SignedIntent, SecretBytes>;

struct WalletReply {
    Result<WalletValue> result;
    WalletSnapshot snapshot;
};

} // namespace majlis::wallet
