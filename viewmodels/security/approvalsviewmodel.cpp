// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/security/approvalsviewmodel.h"

#include "models/net/call.h"
#include "models/store/settings.h"
#include "viewmodels/accounts/accountbook.h"
#include "viewmodels/format/failures.h"
#include "viewmodels/review/reviewviewmodel.h"
#include "viewmodels/security/approvaltexts.h"
#include "viewmodels/settings/settingkeys.h"

#include <QJsonObject>

#include <algorithm>
#include <array>

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;

namespace
{

// The EVM chains of the contract, and the development chain.
constexpr std::array shownChains{wallet::chainBase, wallet::chainArbitrum, wallet::chainBnb, wallet::chainEthereum,
    wallet::chainPolygon, wallet::chainBnbTestnet, wallet::chainLocal};

UserError describeNode(const Error &error)
{
    UserError words = format::describe(error);
    if (error.code == ErrorCode::Offline || error.code == ErrorCode::Timeout) {
        words.title = ApprovalsViewModel::tr("The node does not answer");
        words.advice = ApprovalsViewModel::tr("Check its address and your connection, or try again.");
    }
    return words;
}

} // namespace

ApprovalsViewModel::ApprovalsViewModel(Services services, QObject *parent)
    : AsyncState(parent)
    , m_services(std::move(services))
{
    const QJsonObject nodes = m_services.settings.value(keys::chainNodes);
    for (const wallet::ChainId id : shownChains) {
        if (const wallet::ChainInfo *known = wallet::knownChain(id)) {
            m_chains.push_back({id, known->name, nodes.value(QString::number(id)).toString(), {}, {}, {}, false});
        }
    }
    connect(&m_services.accounts, &AccountBook::accountsChanged, this, &ApprovalsViewModel::followAccounts);
    followAccounts();
    show();
}

ApprovalsViewModel::~ApprovalsViewModel()
{
    forget();
}

std::vector<wallet::Account> ApprovalsViewModel::signers() const
{
    std::vector<wallet::Account> found;
    std::ranges::copy_if(m_services.accounts.all(), std::back_inserter(found),
        [](const wallet::Account &account) { return account.address.isEvm() && account.canSign() && !account.hidden; });
    return found;
}

QStringList ApprovalsViewModel::accountNames() const
{
    QStringList names;
    for (const wallet::Account &account : signers()) {
        names += account.name;
    }
    return names;
}

std::optional<wallet::Account> ApprovalsViewModel::account() const
{
    return m_account ? m_services.accounts.find(static_cast<int>(*m_account)) : std::nullopt;
}

void ApprovalsViewModel::setAccountIndex(int index)
{
    const auto all = signers();
    if (index < 0 || index >= static_cast<int>(all.size()) || index == m_accountIndex) {
        return;
    }
    m_accountIndex = index;
    m_account = all[static_cast<std::size_t>(index)].id;
    forget();
    Q_EMIT inputChanged();
}

bool ApprovalsViewModel::canAsk() const
{
    const bool node = !m_services.settings.value(keys::evmNode).isEmpty()
        || std::ranges::any_of(m_chains, [](const Chain &chain) { return !chain.node.isEmpty(); });
    return m_account && node && m_services.makeSource && !isLoading();
}

bool ApprovalsViewModel::isEmpty() const
{
    return m_approvals.rowCount() == 0 && !isLoading()
        && std::ranges::any_of(m_chains, [](const Chain &chain) { return chain.list.has_value(); });
}

QString ApprovalsViewModel::editedChain() const
{
    return isEditing() ? m_chains[static_cast<std::size_t>(m_edited)].name : QString();
}

void ApprovalsViewModel::setNode(const QString &node)
{
    if (m_node != node.trimmed()) {
        m_node = node.trimmed();
        Q_EMIT inputChanged();
    }
}

QString ApprovalsViewModel::nodeError() const
{
    const QUrl url(m_node, QUrl::StrictMode);
    return m_node.isEmpty() || net::HttpClient::validateBase(url)
        ? QString()
        : tr("An address that begins with https://, or http:// on this computer.");
}

void ApprovalsViewModel::editNode(int position)
{
    if (position >= 0 && position < static_cast<int>(m_chains.size())) {
        m_edited = position;
        m_node = m_chains[static_cast<std::size_t>(position)].node;
        Q_EMIT inputChanged();
    }
}

void ApprovalsViewModel::closeNode()
{
    m_edited = -1;
    m_node.clear();
    Q_EMIT inputChanged();
}

void ApprovalsViewModel::useNode()
{
    if (!isEditing() || !nodeError().isEmpty()) {
        return;
    }
    const int position = m_edited;
    Chain &chain = m_chains[static_cast<std::size_t>(position)];
    chain.node = m_node;
    chain.source.reset();
    chain.list.reset();
    chain.error = {};
    QJsonObject nodes = m_services.settings.value(keys::chainNodes);
    if (m_node.isEmpty()) {
        nodes.remove(QString::number(chain.id));
    } else {
        nodes.insert(QString::number(chain.id), m_node);
    }
    m_services.settings.setValue(keys::chainNodes, nodes);
    closeNode();
    show();
    if (!chain.node.isEmpty() && !chain.isLoading) {
        ask(position, chain.node);
    }
}

void ApprovalsViewModel::refresh()
{
    if (!canAsk()) {
        return;
    }
    forget();
    for (int i = 0; i < static_cast<int>(m_chains.size()); ++i) {
        const QString node = m_chains[static_cast<std::size_t>(i)].node;
        if (!node.isEmpty()) {
            ask(i, node);
        }
    }
    const QString shared = m_services.settings.value(keys::evmNode);
    if (!shared.isEmpty() && std::ranges::find(m_chains, shared, &Chain::node) == m_chains.end()) {
        ask(-1, shared);
    }
}

void ApprovalsViewModel::ask(int position, const QString &node)
{
    const auto owner = account();
    if (!owner || !m_services.makeSource || !net::HttpClient::validateBase(QUrl(node, QUrl::StrictMode))) {
        return;
    }
    const std::shared_ptr<chain::ApprovalSource> source = m_services.makeSource(QUrl(node));
    if (position >= 0) {
        m_chains[static_cast<std::size_t>(position)].isLoading = true;
    }
    ++m_pending;
    setLoading();
    m_asking.push_back(net::start(
        this, [source, address = owner->address](net::CancelToken cancel) { return source->find(address, cancel); },
        [this, position, source](const Result<chain::EvmApprovalList> &found) { take(position, source, found); }));
    show();
}

void ApprovalsViewModel::take(
    int position, const std::shared_ptr<chain::ApprovalSource> &source, const Result<chain::EvmApprovalList> &found)
{
    --m_pending;
    Chain *chain = nullptr;
    if (position >= 0) {
        chain = &m_chains[static_cast<std::size_t>(position)];
        chain->isLoading = false;
        chain->error = found ? UserError() : describeNode(found.error());
        if (found && found->chainId != chain->id) {
            chain->error.kind = errorkind::Value::Invalid;
            chain->error.title = tr("This node is of another chain");
            chain = nullptr;
        }
    } else if (found) {
        const auto there = std::ranges::find(m_chains, found->chainId, &Chain::id);
        chain = there != m_chains.end() && there->node.isEmpty() ? &*there : nullptr;
    }
    if (chain != nullptr && found) {
        chain->source = source;
        chain->list = *found;
    }
    if (m_pending == 0) {
        !found &&position < 0 ? setFailed(describeNode(found.error())) : setReady();
    }
    show();
}

ApprovalsViewModel::Found ApprovalsViewModel::find(const QString &id)
{
    for (Chain &chain : m_chains) {
        if (!chain.list) {
            continue;
        }
        for (const chain::EvmApproval &approval : chain.list->approvals) {
            if (approvalId(chain.id, approval) == id) {
                return {&chain, &approval};
            }
        }
    }
    return {};
}

void ApprovalsViewModel::revoke(const QString &id)
{
    const Found found = find(id);
    const auto owner = account();
    if (found.approval == nullptr || !found.chain->source || !owner || m_revoking.isLoading()) {
        return;
    }
    const int position = static_cast<int>(found.chain - m_chains.data());
    m_revoking.setLoading();
    m_preparing = net::start(
        this,
        [source = found.chain->source, address = owner->address, approval = *found.approval](
            net::CancelToken cancel) { return source->prepareRevoke(address, approval, cancel); },
        [this, position, id, account = *owner](const Result<wallet::Intent> &intent) {
            if (!intent) {
                m_revoking.setFailed(describeNode(intent.error()));
                return;
            }
            m_revoking.reset();
            m_services.review.ask(account, *intent, this,
                [this, position, id](const wallet::SignedIntent &done) { carryOut(position, id, done); });
        });
}

void ApprovalsViewModel::carryOut(int position, const QString &id, const wallet::SignedIntent &done)
{
    Chain &chain = m_chains[static_cast<std::size_t>(position)];
    if (!chain.source) {
        return; // another account was chosen meanwhile
    }
    m_revokingId = id;
    m_revoking.setLoading();
    show();
    m_preparing = net::start(
        this,
        [source = chain.source, done](net::CancelToken cancel) { return source->carryOut(done, std::move(cancel)); },
        [this, position](const Result<bool> &landed) {
            m_revokingId.clear();
            if (!landed) {
                UserError words = describeNode(landed.error());
                words.advice = tr("It may still be carried out. Ask again in a while.");
                m_revoking.setFailed(words);
            } else if (!*landed) {
                UserError words;
                words.kind = errorkind::Value::Other;
                words.title = tr("It was not taken back");
                words.advice = tr("The contract refused, or another transaction took its place.");
                m_revoking.setFailed(words);
            } else {
                m_revoking.setReady();
            }
            const Chain &asked = m_chains[static_cast<std::size_t>(position)];
            const QString node = asked.node.isEmpty() ? m_services.settings.value(keys::evmNode) : asked.node;
            ask(asked.node.isEmpty() ? -1 : position, node);
        });
}

void ApprovalsViewModel::followAccounts()
{
    const auto all = signers();
    const auto held
        = std::ranges::find_if(all, [this](const wallet::Account &account) { return account.id == m_account; });
    if (held != all.end()) {
        m_accountIndex = static_cast<int>(held - all.begin());
    } else {
        m_accountIndex = all.empty() ? -1 : 0;
        m_account = all.empty() ? std::nullopt : std::optional(all.front().id);
        forget();
    }
    Q_EMIT inputChanged();
}

void ApprovalsViewModel::forget()
{
    for (const net::CancelSource &asking : m_asking) {
        asking.cancel();
    }
    m_asking.clear();
    m_preparing.cancel();
    m_pending = 0;
    m_revokingId.clear();
    for (Chain &chain : m_chains) {
        chain.source.reset();
        chain.list.reset();
        chain.error = {};
        chain.isLoading = false;
    }
    m_revoking.reset();
    reset();
    show();
}

void ApprovalsViewModel::show()
{
    std::vector<ApprovalChainRow> chains;
    std::vector<ApprovalRow> rows;
    for (const Chain &chain : m_chains) {
        chains.push_back({static_cast<int>(chains.size()), chain.name, chain.node, textOf(chain), chain.isLoading,
            chain.error.isPresent()});
        if (chain.list) {
            for (const chain::EvmApproval &approval : chain.list->approvals) {
                rows.push_back(approvalRow(chain.id, chain.name, approval, m_services.clock.now()));
                rows.back().isRevoking = rows.back().id == m_revokingId;
            }
        }
    }
    std::ranges::stable_partition(rows, [](const ApprovalRow &row) { return row.isUnlimited; });
    m_chainRows.setRows(std::move(chains));
    m_approvals.setRows(std::move(rows));
    Q_EMIT shownChanged();
    Q_EMIT inputChanged();
}

QString ApprovalsViewModel::textOf(const Chain &chain) const
{
    if (chain.isLoading) {
        return tr("Asking the node");
    }
    if (chain.error.isPresent()) {
        return tr("Unknown: %1", "why").arg(chain.error.title);
    }
    if (!chain.list) {
        return chain.node.isEmpty() ? tr("Unknown: no node") : tr("Not asked yet");
    }
    return approvalsText(*chain.list);
}

} // namespace majlis::viewmodels
