// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/connections/connectionsviewmodel.h"

#include "viewmodels/format/failures.h"
#include "viewmodels/format/figures.h"

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;
using Row = ConnectionRow;

namespace
{

QString answersIn(const ConnectionDirectory::ProbeResult &result)
{
    return ConnectionsViewModel::tr("answers in %1")
        .arg(format::milliseconds(static_cast<double>(result.latency.count())));
}

} // namespace

ConnectionsViewModel::ConnectionsViewModel(ConnectionDirectory &directory, QObject *parent)
    : AsyncState(parent)
    , m_directory(directory)
{
    connect(&m_directory, &ConnectionDirectory::changed, this, &ConnectionsViewModel::show);
    connect(&m_draft, &AsyncState::statusChanged, this, &ConnectionsViewModel::draftChanged);
    show();
}

ConnectionsViewModel::~ConnectionsViewModel() = default;

void ConnectionsViewModel::setDraftName(const QString &name)
{
    if (m_draftName != name) {
        m_draftName = name;
        Q_EMIT draftChanged();
    }
}

void ConnectionsViewModel::setDraftUrl(const QString &url)
{
    if (m_draftUrl == url) {
        return;
    }
    m_draftUrl = url;
    m_draftResult.clear();
    m_testedUrl.clear();
    m_draft.reset();
    Q_EMIT draftChanged();
}

QString ConnectionsViewModel::draftProblem() const
{
    if (m_draftUrl.trimmed().isEmpty()) {
        return {};
    }
    if (!m_directory.refusal(draftAddress())) {
        return {};
    }
    return draftAddress().scheme() == "http"_L1
        ? tr("Only https keeps your data private on the way. http works for this computer only.")
        : tr("A platform's address looks like https://api.habibi.finance");
}

QString ConnectionsViewModel::draftResult() const
{
    return m_draftResult;
}

bool ConnectionsViewModel::canTest() const
{
    return !m_draftUrl.trimmed().isEmpty() && draftProblem().isEmpty() && !m_draft.isLoading();
}

bool ConnectionsViewModel::canSave() const
{
    return m_draft.status() == Status::Ready && !m_testedUrl.isEmpty() && m_testedUrl == draftAddress();
}

ConnectionsViewModel::Sandbox ConnectionsViewModel::sandbox() const
{
    return static_cast<Sandbox>(m_directory.sandboxState());
}

QString ConnectionsViewModel::sandboxText() const
{
    switch (sandbox()) {
    case Sandbox::Missing:
        return tr("Not installed");
    case Sandbox::Stopped:
        return tr("Not running. It starts when you use it.");
    case Sandbox::Starting:
        return tr("Starting");
    case Sandbox::Running:
        return tr("Running on this computer");
    case Sandbox::Failed:
        return tr("Could not be started");
    }
    return {};
}

void ConnectionsViewModel::testDraft()
{
    if (!canTest()) {
        return;
    }
    const QUrl url = draftAddress();
    m_draftResult.clear();
    m_draft.setLoading();
    m_directory.probe(url, this, [this, url](const Result<ConnectionDirectory::ProbeResult> &found) {
        if (url != draftAddress()) {
            return; // edited meanwhile; setDraftUrl has reset the state
        }
        if (!found) {
            m_draft.setFailed(format::describe(found.error()));
            return;
        }
        m_testedUrl = url;
        m_draftResult = found->version.isEmpty() ? tr("HABIBI %1").arg(answersIn(*found))
                                                 : tr("HABIBI %1 %2").arg(found->version, answersIn(*found));
        m_draft.setReady();
        Q_EMIT draftChanged();
    });
}

void ConnectionsViewModel::saveDraft()
{
    if (!canSave()) {
        return;
    }
    const QString name = m_draftName.trimmed().isEmpty() ? m_testedUrl.host() : m_draftName.trimmed();
    const QString id = m_directory.add(name, m_testedUrl);
    clearDraft();
    m_directory.use(id);
}

void ConnectionsViewModel::clearDraft()
{
    setDraftUrl({});
    setDraftName({});
}

void ConnectionsViewModel::use(const QString &id)
{
    m_directory.use(id);
}

void ConnectionsViewModel::remove(const QString &id)
{
    m_checks.remove(id);
    m_directory.remove(id);
}

void ConnectionsViewModel::check(const QString &id)
{
    for (const ConnectionDirectory::Entry &entry : m_directory.entries()) {
        if (entry.id != id || entry.url.isEmpty()) {
            continue;
        }
        m_checks[id] = {Row::State::Testing, tr("Asking")};
        m_directory.probe(entry.url, this, [this, id](const Result<ConnectionDirectory::ProbeResult> &found) {
            if (found) {
                m_checks[id] = {Row::State::Good, tr("Ready, %1").arg(answersIn(*found))};
            } else {
                m_checks[id] = {Row::State::Failed, format::describe(found.error()).title};
            }
            show();
        });
    }
    show();
}

void ConnectionsViewModel::startSandbox()
{
    m_directory.startSandbox();
}

void ConnectionsViewModel::stopSandbox()
{
    m_directory.stopSandbox();
}

void ConnectionsViewModel::show()
{
    std::vector<Row> rows;
    for (const ConnectionDirectory::Entry &entry : m_directory.entries()) {
        rows.push_back(rowOf(entry));
    }
    m_connections.setRows(std::move(rows));
    switch (m_directory.sandboxState()) {
    case ConnectionDirectory::SandboxState::Starting:
        setLoading();
        break;
    case ConnectionDirectory::SandboxState::Running:
        setReady();
        break;
    case ConnectionDirectory::SandboxState::Failed:
        setFailed(format::describe(m_directory.sandboxError().value_or(Error{})));
        break;
    case ConnectionDirectory::SandboxState::Missing:
    case ConnectionDirectory::SandboxState::Stopped:
        reset();
        break;
    }
    Q_EMIT sandboxChanged();
}

QUrl ConnectionsViewModel::draftAddress() const
{
    return QUrl(m_draftUrl.trimmed(), QUrl::StrictMode);
}

ConnectionRow ConnectionsViewModel::rowOf(const ConnectionDirectory::Entry &entry) const
{
    Row row;
    row.id = entry.id;
    row.name = entry.name;
    row.url = entry.url.toDisplayString();
    row.kind = entry.sandbox ? Row::Kind::Sandbox : Row::Kind::Platform;
    row.current = entry.id == m_directory.currentId();
    if (entry.sandbox && m_directory.sandboxState() != ConnectionDirectory::SandboxState::Running) {
        const bool failed = m_directory.sandboxState() == ConnectionDirectory::SandboxState::Failed;
        const bool starting = m_directory.sandboxState() == ConnectionDirectory::SandboxState::Starting;
        row.state = failed ? Row::State::Failed : starting ? Row::State::Testing : Row::State::Stopped;
        row.stateText = sandboxText();
        return row;
    }
    const Check check = m_checks.value(entry.id);
    row.state = entry.sandbox && check.state == Row::State::Unknown ? Row::State::Good : check.state;
    row.stateText = check.text.isEmpty() ? (entry.sandbox ? sandboxText() : tr("Not tested since start")) : check.text;
    return row;
}

} // namespace majlis::viewmodels
