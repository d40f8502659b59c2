// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/canceltoken.h"
#include "models/platforms/habibi/habibiservice.h"
#include "viewmodels/common/currentplatform.h"
#include "viewmodels/connections/connectiondirectory.h"
#include "viewmodels/security/sessiondirectory.h"

#include <memory>

namespace majlis::wallet
{
class WalletService;
}

namespace majlis::client
{

/// The sessions of every connection with every account: the open one, and those whose token is sealed in the wallet.
/// Each kind of platform is asked in its own way; HABIBI is the one there is.
class SessionCenter final : public viewmodels::SessionDirectory
{
    Q_OBJECT

public:
    /// All outlive this object. `dependencies`: for talking to a platform that is not the one in use.
    SessionCenter(viewmodels::ConnectionDirectory &connections, viewmodels::CurrentPlatform &platform,
        wallet::WalletService &wallet, habibi::TokenVault &vault, habibi::HabibiService::Dependencies dependencies,
        QObject *parent = nullptr);
    ~SessionCenter() override;

    [[nodiscard]] const std::vector<Entry> &entries() const override { return m_entries; }
    void end(const QString &id, QObject *context, Ended done) override;

private:
    void followPlatform();
    /// Looks which tokens are sealed; what is asked for meanwhile is looked at once more afterwards.
    void look();
    void take(std::vector<Entry> entries);
    [[nodiscard]] std::vector<Entry> candidates() const;
    [[nodiscard]] bool isOpen(const Entry &entry) const;

    viewmodels::ConnectionDirectory &m_connections;
    viewmodels::CurrentPlatform &m_platform;
    wallet::WalletService &m_wallet;
    habibi::TokenVault &m_vault;
    habibi::HabibiService::Dependencies m_dependencies;
    std::vector<Entry> m_entries;
    net::CancelSource m_looking;
    std::unique_ptr<QObject> m_platformContext;
};

} // namespace majlis::client
