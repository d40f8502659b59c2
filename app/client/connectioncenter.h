// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/sandboxprocess.h"
#include "models/platforms/habibi/habibiservice.h"
#include "viewmodels/common/currentplatform.h"
#include "viewmodels/connections/connectiondirectory.h"

#include <memory>
#include <vector>

namespace majlis::store
{
class Settings;
}

namespace majlis::client
{

/// The known platforms, kept in the settings; the service of the one in use; and the sandbox process. The service of a
/// sandbox begins with the address it had last, so that what is remembered is on show before the process is up.
class ConnectionCenter final : public viewmodels::ConnectionDirectory
{
    Q_OBJECT

public:
    static constexpr auto sandboxId = "sandbox";

    /// How the sandbox is started.
    struct SandboxSetup {
        QString program;
        QString dataDir;
        QStringList arguments;
    };

    /// All outlive this object.
    ConnectionCenter(store::Settings &settings, viewmodels::CurrentPlatform &platform,
        habibi::HabibiService::Dependencies dependencies, SandboxSetup sandbox, QObject *parent = nullptr);
    ~ConnectionCenter() override;

    /// Takes up the connection used last, if any.
    void resume();

    [[nodiscard]] std::vector<Entry> entries() const override;
    [[nodiscard]] QString currentId() const override { return m_currentId; }
    [[nodiscard]] SandboxState sandboxState() const override;
    [[nodiscard]] std::optional<Error> sandboxError() const override { return m_sandbox.error(); }
    [[nodiscard]] std::optional<Error> refusal(const QUrl &url) const override;
    void probe(const QUrl &url, QObject *context, ProbeDone done) override;
    QString add(const QString &name, const QUrl &url) override;
    void remove(const QString &id) override;
    void use(const QString &id) override;
    void startSandbox() override;
    void stopSandbox() override;

private:
    void load();
    void save();
    void followSandbox();
    void serve(const Entry &entry);
    void stopServing();
    [[nodiscard]] const Entry *find(const QString &id) const;
    [[nodiscard]] QUrl sandboxUrl() const;

    store::Settings &m_settings;
    viewmodels::CurrentPlatform &m_platform;
    habibi::HabibiService::Dependencies m_dependencies;
    SandboxSetup m_setup;
    SandboxProcess m_sandbox;
    std::vector<Entry> m_added;
    QString m_currentId;
    QUrl m_servedUrl;
    std::unique_ptr<habibi::HabibiService> m_service;
};

} // namespace majlis::client
