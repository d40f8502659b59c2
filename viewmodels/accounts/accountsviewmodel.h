// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/accounts/accountsmodel.h"
#include "viewmodels/accounts/keyexportviewmodel.h"
#include "viewmodels/accounts/keyimportviewmodel.h"
#include "viewmodels/common/asyncstate.h"
#include "wallet/error.h"

namespace majlis::wallet
{
class WalletService;
}

namespace majlis::viewmodels
{

class AccountBook;

/// The wallet's accounts: more of them from the same phrase, their names, which are on show, which one is used.
/// `status` is Loading while the wallet works.
class AccountsViewModel : public majlis::viewmodels::AsyncState
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(majlis::viewmodels::AccountsModel *accounts READ accounts CONSTANT FINAL) ///< hidden ones too
    Q_PROPERTY(QString draftName READ draftName WRITE setDraftName NOTIFY draftChanged FINAL) ///< of the next account
    Q_PROPERTY(bool draftSolana READ isDraftSolana WRITE setDraftSolana NOTIFY draftChanged FINAL)
    Q_PROPERTY(bool canAdd READ canAdd NOTIFY draftChanged FINAL)
    Q_PROPERTY(majlis::viewmodels::KeyImportViewModel *keyImport READ keyImport CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::KeyExportViewModel *keyExport READ keyExport CONSTANT FINAL)
    Q_PROPERTY(int hiddenCount READ hiddenCount NOTIFY accountsChanged FINAL)

public:
    /// Both outlive this object.
    AccountsViewModel(wallet::WalletService &wallet, AccountBook &book, QObject *parent = nullptr);

    [[nodiscard]] AccountsModel *accounts();
    [[nodiscard]] QString draftName() const { return m_draftName; }
    void setDraftName(const QString &name);
    [[nodiscard]] bool isDraftSolana() const { return m_draftSolana; }
    void setDraftSolana(bool solana);
    [[nodiscard]] bool canAdd() const;
    [[nodiscard]] KeyImportViewModel *keyImport() { return &m_keyImport; }
    [[nodiscard]] KeyExportViewModel *keyExport() { return &m_keyExport; }
    [[nodiscard]] int hiddenCount() const;

    /// Derives the next account of the phrase; it needs no backup of its own.
    Q_INVOKABLE void add();
    /// Refused, without a word, when it is empty or longer than 64 characters: the row shows the old name.
    Q_INVOKABLE void rename(int id, const QString &name);
    /// It works all the same. The account in use cannot be hidden: platforms would go on with what nobody sees.
    Q_INVOKABLE void setHidden(int id, bool hidden);
    /// An imported key is gone for good, so the page asks first. Derived accounts cannot be removed.
    Q_INVOKABLE void remove(int id);
    Q_INVOKABLE void use(int id); ///< with the platforms, from now on
    Q_INVOKABLE void copyAddress(int id);
    Q_INVOKABLE void receive(int id); ///< opens Receive for it

Q_SIGNALS:
    void draftChanged();
    void accountsChanged();
    void copyRequested(const QString &text);
    void receiveRequested(int id);

private:
    void take(const wallet::Result<void> &outcome);

    wallet::WalletService &m_wallet;
    AccountBook &m_book;
    KeyImportViewModel m_keyImport;
    KeyExportViewModel m_keyExport;
    QString m_draftName;
    bool m_draftSolana = false;
};

} // namespace majlis::viewmodels
