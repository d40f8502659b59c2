// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/connectioncenter.h"

#include "models/net/call.h"
#include "models/net/httpclient.h"
#include "models/store/errorlog.h"
#include "models/store/settings.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <chrono>

namespace majlis::client
{

using namespace Qt::StringLiterals;
using habibi::HabibiService;

namespace
{

const store::SettingKey<QJsonArray> addedKey{"connections/added"_L1, {}};
const store::SettingKey<QString> currentKey{"connections/current"_L1, {}};
// The window with what is remembered comes first; making a practice world takes a core for a moment.
constexpr std::chrono::milliseconds afterTheWindow{400};

const store::SettingKey<QString> sandboxUrlKey{"connections/sandboxUrl"_L1, {}};

} // namespace

ConnectionCenter::ConnectionCenter(store::Settings &settings, viewmodels::CurrentPlatform &platform,
    HabibiService::Dependencies dependencies, SandboxSetup sandbox, QObject *parent)
    : ConnectionDirectory(parent)
    , m_settings(settings)
    , m_platform(platform)
    , m_dependencies(dependencies)
    , m_setup(std::move(sandbox))
    , m_sandbox(m_setup.program)
{
    load();
    connect(&m_sandbox, &SandboxProcess::stateChanged, this, &ConnectionCenter::followSandbox);
}

ConnectionCenter::~ConnectionCenter()
{
    m_platform.set(nullptr, {});
}

void ConnectionCenter::resume()
{
    const QString id = m_settings.value(currentKey);
    if (id == QLatin1StringView(sandboxId) && !sandboxUrl().isEmpty()) {
        m_currentId = id;
        Entry entry = entries().front();
        entry.url = sandboxUrl();
        serve(entry);
        QTimer::singleShot(afterTheWindow, this, [this, id] {
            if (m_currentId == id) {
                use(id);
            }
        });
        Q_EMIT changed();
    } else if (find(id) != nullptr || id == QLatin1StringView(sandboxId)) {
        use(id);
    }
}

std::vector<viewmodels::ConnectionDirectory::Entry> ConnectionCenter::entries() const
{
    std::vector<Entry> all{{QString::fromLatin1(sandboxId), tr("Practice platform"), m_sandbox.url(), true}};
    all.insert(all.end(), m_added.begin(), m_added.end());
    return all;
}

viewmodels::ConnectionDirectory::SandboxState ConnectionCenter::sandboxState() const
{
    switch (m_sandbox.state()) {
    case SandboxProcess::State::Missing:
        return SandboxState::Missing;
    case SandboxProcess::State::Stopped:
        return SandboxState::Stopped;
    case SandboxProcess::State::Starting:
        return SandboxState::Starting;
    case SandboxProcess::State::Running:
        return SandboxState::Running;
    case SandboxProcess::State::Failed:
        return SandboxState::Failed;
    }
    return SandboxState::Stopped;
}

std::optional<Error> ConnectionCenter::refusal(const QUrl &url) const
{
    const Result<void> valid = net::HttpClient::validateBase(url);
    return valid ? std::nullopt : std::optional(valid.error());
}

void ConnectionCenter::probe(const QUrl &url, QObject *context, ProbeDone done)
{
    HabibiService::Dependencies dependencies = m_dependencies;
    dependencies.cache = nullptr; // a test leaves nothing behind
    dependencies.errors = nullptr;
    dependencies.vault = nullptr;
    // The call holds the service; deleted from the event loop, as the call may end inside one of its own signals.
    const std::shared_ptr<HabibiService> service(
        new HabibiService(url, u"probe"_s, dependencies), [](HabibiService *probed) { probed->deleteLater(); });
    const auto begun = m_dependencies.clock->monotonic();
    net::start(
        context, [service](net::CancelToken cancel) { return service->probe(cancel); },
        [this, begun, done = std::move(done)](const Result<wire::habibi::Health> &health) {
            if (!health) {
                done(std::unexpected(health.error()));
                return;
            }
            ProbeResult found;
            found.version = health->version.value_or(QString()).left(32);
            found.status = health->status;
            found.latency = m_dependencies.clock->monotonic() - begun;
            done(found);
        });
}

QString ConnectionCenter::add(const QString &name, const QUrl &url)
{
    if (const auto known = std::ranges::find(m_added, url, &Entry::url); known != m_added.end()) {
        return known->id;
    }
    Entry entry;
    entry.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    entry.name = name;
    entry.url = url;
    m_added.push_back(entry);
    save();
    Q_EMIT changed();
    return entry.id;
}

void ConnectionCenter::remove(const QString &id)
{
    const auto found = std::ranges::find(m_added, id, &Entry::id);
    if (found == m_added.end()) {
        return;
    }
    if (m_currentId == id) {
        stopServing();
        m_currentId.clear();
        m_settings.setValue(currentKey, QString());
    }
    m_added.erase(found);
    save();
    Q_EMIT changed();
}

void ConnectionCenter::use(const QString &id)
{
    const bool sandbox = id == QLatin1StringView(sandboxId);
    if (!sandbox && find(id) == nullptr) {
        return;
    }
    m_currentId = id;
    m_settings.setValue(currentKey, id);
    if (sandbox) {
        Entry entry = entries().front();
        entry.url = sandboxUrl();
        if (entry.url.isEmpty()) {
            stopServing();
        } else {
            serve(entry);
        }
        startSandbox();
    } else {
        serve(*find(id));
    }
    Q_EMIT changed();
}

void ConnectionCenter::startSandbox()
{
    QStringList arguments{u"--data-dir"_s, m_setup.dataDir, u"--parent-watch"_s, u"--port"_s, u"0"_s};
    m_sandbox.start(arguments + m_setup.arguments);
}

void ConnectionCenter::stopSandbox()
{
    m_sandbox.stop();
}

void ConnectionCenter::load()
{
    for (const auto value : m_settings.value(addedKey)) {
        const QJsonObject object = value.toObject();
        Entry entry;
        entry.id = object.value("id"_L1).toString();
        entry.name = object.value("name"_L1).toString();
        entry.url = QUrl(object.value("url"_L1).toString(), QUrl::StrictMode);
        if (!entry.id.isEmpty() && !refusal(entry.url)) {
            m_added.push_back(entry);
        }
    }
}

void ConnectionCenter::save()
{
    QJsonArray all;
    for (const Entry &entry : m_added) {
        all.push_back(QJsonObject{{u"id"_s, entry.id}, {u"name"_s, entry.name}, {u"url"_s, entry.url.toString()}});
    }
    m_settings.setValue(addedKey, all);
}

void ConnectionCenter::followSandbox()
{
    if (m_sandbox.state() == SandboxProcess::State::Running) {
        m_settings.setValue(sandboxUrlKey, m_sandbox.url().toString());
        if (m_currentId == QLatin1StringView(sandboxId)) {
            serve(entries().front());
        }
    }
    if (m_sandbox.state() == SandboxProcess::State::Failed && m_dependencies.errors != nullptr && m_sandbox.error()) {
        m_dependencies.errors->record(u"sandbox"_s, *m_sandbox.error());
    }
    Q_EMIT changed();
}

void ConnectionCenter::serve(const Entry &entry)
{
    const bool same = m_service && m_servedUrl == entry.url && m_platform.facts().id == entry.id;
    if (same) {
        return;
    }
    stopServing();
    m_servedUrl = entry.url;
    m_service = std::make_unique<HabibiService>(entry.url, entry.id, m_dependencies);
    m_platform.set(m_service.get(), {entry.id, entry.name, entry.url, entry.sandbox});
}

void ConnectionCenter::stopServing()
{
    m_platform.set(nullptr, {});
    m_servedUrl.clear();
    if (m_service) {
        m_service.release()->deleteLater(); // one of its own signals may have led here
    }
}

const viewmodels::ConnectionDirectory::Entry *ConnectionCenter::find(const QString &id) const
{
    const auto found = std::ranges::find(m_added, id, &Entry::id);
    return found == m_added.end() ? nullptr : &*found;
}

QUrl ConnectionCenter::sandboxUrl() const
{
    if (m_sandbox.state() == SandboxProcess::State::Running) {
        return m_sandbox.url();
    }
    const QUrl last(m_settings.value(sandboxUrlKey), QUrl::StrictMode);
    return last.isEmpty() || refusal(last) ? QUrl() : last;
}

} // namespace majlis::client
