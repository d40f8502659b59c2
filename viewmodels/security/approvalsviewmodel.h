// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/evm/evmapprovals.h"
#include "models/domain/time.h"
#include "models/net/canceltoken.h"
#include "viewmodels/common/asyncstate.h"
#include "viewmodels/security/approvalsmodel.h"
#include "wallet/account.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace majlis::store
{
class Settings;
}

namespace majlis::viewmodels
{

class AccountBook;
class ReviewViewModel;

/// What an account of the wallet allows others to take, on each EVM chain of the platforms for which there is a node,
/// and taking it back. `status` is Loading while nodes are asked; what is wrong with one chain is said in its row.
class ApprovalsViewModel : public majlis::viewmodels::AsyncState
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(majlis::viewmodels::ApprovalsModel *approvals READ approvals CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::ApprovalChainsModel *chains READ chains CONSTANT FINAL)
    Q_PROPERTY(QStringList accountNames READ accountNames NOTIFY inputChanged FINAL) ///< those that can sign on EVM
    Q_PROPERTY(int accountIndex READ accountIndex WRITE setAccountIndex NOTIFY inputChanged FINAL)
    Q_PROPERTY(bool canAsk READ canAsk NOTIFY inputChanged FINAL)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY shownChanged FINAL) ///< asked, and nothing is allowed that is known

    Q_PROPERTY(bool editing READ isEditing NOTIFY inputChanged FINAL) ///< the node of a chain
    Q_PROPERTY(QString editedChain READ editedChain NOTIFY inputChanged FINAL) ///< its name
    Q_PROPERTY(QString node READ node WRITE setNode NOTIFY inputChanged FINAL) ///< as typed; empty: none any more
    Q_PROPERTY(QString nodeError READ nodeError NOTIFY inputChanged FINAL)

    Q_PROPERTY(majlis::viewmodels::AsyncState *revoking READ revoking CONSTANT FINAL) ///< Ready: it was taken back

public:
    using SourceFactory = std::function<std::unique_ptr<chain::ApprovalSource>(const QUrl &)>;
    /// All outlive the view model. `makeSource` may be empty: then no chain can be asked.
    struct Services {
        AccountBook &accounts;
        store::Settings &settings;
        ReviewViewModel &review;
        const Clock &clock;
        SourceFactory makeSource;
    };

    explicit ApprovalsViewModel(Services services, QObject *parent = nullptr);
    ~ApprovalsViewModel() override;

    [[nodiscard]] ApprovalsModel *approvals() { return &m_approvals; }
    [[nodiscard]] ApprovalChainsModel *chains() { return &m_chainRows; }
    [[nodiscard]] QStringList accountNames() const;
    [[nodiscard]] int accountIndex() const { return m_accountIndex; }
    void setAccountIndex(int index);
    [[nodiscard]] bool canAsk() const;
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool isEditing() const { return m_edited >= 0; }
    [[nodiscard]] QString editedChain() const;
    [[nodiscard]] QString node() const { return m_node; }
    void setNode(const QString &node);
    [[nodiscard]] QString nodeError() const;
    [[nodiscard]] AsyncState *revoking() { return &m_revoking; }

    Q_INVOKABLE void refresh(); ///< asks every chain that has a node
    Q_INVOKABLE void editNode(int position);
    Q_INVOKABLE void useNode(); ///< keeps what was typed, and asks it; refused when it is no safe address
    Q_INVOKABLE void closeNode();
    Q_INVOKABLE void revoke(const QString &id); ///< prepares it, then opens the review

Q_SIGNALS:
    void inputChanged();
    void shownChanged();

private:
    struct Chain {
        wallet::ChainId id = 0;
        QString name;
        QString node; ///< its own; empty: the one of the Send page, when that is of this chain
        std::shared_ptr<chain::ApprovalSource> source; ///< that gave the list; shared with the calls under way
        std::optional<chain::EvmApprovalList> list;
        UserError error;
        bool isLoading = false;
    };
    struct Found {
        Chain *chain = nullptr;
        const chain::EvmApproval *approval = nullptr;
    };

    [[nodiscard]] std::optional<wallet::Account> account() const;
    [[nodiscard]] std::vector<wallet::Account> signers() const;
    [[nodiscard]] Found find(const QString &id);
    void followAccounts();
    void forget();
    /// `position` below zero: the node of the Send page, whichever chain it is of.
    void ask(int position, const QString &node);
    void take(int position, const std::shared_ptr<chain::ApprovalSource> &source,
        const Result<chain::EvmApprovalList> &found);
    void carryOut(int position, const QString &id, const wallet::SignedIntent &done);
    void show();
    [[nodiscard]] QString textOf(const Chain &chain) const;

    Services m_services;
    std::vector<Chain> m_chains;
    ApprovalsModel m_approvals;
    ApprovalChainsModel m_chainRows;
    AsyncState m_revoking;
    QString m_revokingId; ///< signed and on its way; empty: none
    std::vector<net::CancelSource> m_asking;
    net::CancelSource m_preparing;
    int m_pending = 0; ///< questions under way
    int m_accountIndex = -1;
    int m_edited = -1; ///< position of the chain whose node is typed
    QString m_node;
    std::optional<wallet::AccountId> m_account;
};

} // namespace majlis::viewmodels
