// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/sandboxprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace majlis::client
{

using namespace Qt::StringLiterals;

namespace
{
constexpr std::chrono::milliseconds longestStart = std::chrono::seconds(60); // a large network takes its time
constexpr std::chrono::milliseconds longestStop = std::chrono::seconds(3);
constexpr qsizetype longestLine = 64LL * 1024;
} // namespace

SandboxProcess::SandboxProcess(QString program, QObject *parent)
    : QObject(parent)
    , m_program(std::move(program))
    , m_state(QFileInfo(m_program).isExecutable() ? State::Stopped : State::Missing)
{
    m_patience.setSingleShot(true);
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.setStandardErrorFile(QProcess::nullDevice());
#ifdef Q_OS_UNIX
    // The world it makes can wait; the window that it is shown in cannot.
    m_process.setChildProcessModifier([] { ::setpriority(PRIO_PROCESS, 0, 5); });
#endif
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &SandboxProcess::readOutput);
    connect(&m_process, &QProcess::finished, this, &SandboxProcess::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            giveUp(m_process.errorString());
        }
    });
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_stopping) {
            m_process.kill();
        } else {
            giveUp(u"no ready line within %1 s"_s.arg(
                std::chrono::duration_cast<std::chrono::seconds>(longestStart).count()));
        }
    });
}

SandboxProcess::~SandboxProcess()
{
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill(); // its database is crash-safe; waiting politely would hold up the end of the program
        m_process.waitForFinished(1000); // rule 21: killed already, and the program is ending
    }
}

QString SandboxProcess::installedProgram()
{
    return QDir(QCoreApplication::applicationDirPath()).filePath(u"majlis-sandbox"_s);
}

void SandboxProcess::start(const QStringList &arguments)
{
    if (m_state == State::Missing || m_state == State::Starting || m_state == State::Running
        || m_process.state() != QProcess::NotRunning) {
        return;
    }
    m_output.clear();
    m_url.clear();
    m_error.reset();
    m_stopping = false;
    m_patience.start(longestStart);
    setState(State::Starting);
    m_process.start(m_program, arguments);
}

void SandboxProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning) {
        return;
    }
    m_stopping = true;
    m_patience.start(longestStop);
    m_process.closeWriteChannel();
    m_process.terminate();
}

void SandboxProcess::readOutput()
{
    m_output += m_process.readAllStandardOutput();
    if (m_state != State::Starting) {
        m_output.clear();
        return;
    }
    if (const qsizetype end = m_output.indexOf('\n'); end >= 0) {
        takeReady(m_output.left(end));
        m_output.clear();
    } else if (m_output.size() > longestLine) {
        giveUp(u"the ready line does not end"_s);
    }
}

void SandboxProcess::takeReady(const QByteArray &line)
{
    const QJsonObject ready = QJsonDocument::fromJson(line).object();
    const QUrl url(ready.value("rest"_L1).toString(), QUrl::StrictMode);
    if (!ready.value("ready"_L1).toBool() || !url.isValid() || url.host().isEmpty()) {
        giveUp(u"the ready line makes no sense: "_s + QString::fromUtf8(line.left(200)));
        return;
    }
    m_patience.stop();
    m_url = url;
    setState(State::Running);
}

void SandboxProcess::ended()
{
    m_patience.stop();
    m_url.clear();
    if (m_stopping) {
        setState(State::Stopped);
    } else if (m_state != State::Failed) {
        giveUp(u"it ended with code %1"_s.arg(m_process.exitCode()));
    }
}

void SandboxProcess::giveUp(const QString &detail)
{
    Error error;
    error.code = ErrorCode::Unavailable;
    error.detail = u"majlis-sandbox: "_s + detail;
    m_error = error;
    m_patience.stop();
    m_url.clear();
    setState(State::Failed);
    m_process.kill();
}

void SandboxProcess::setState(State state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

} // namespace majlis::client
