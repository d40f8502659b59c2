// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTimer>
#include <QUrl>

#include <optional>

namespace majlis::client
{

/// majlis-sandbox as a child: started on demand, known by its ready line, stopped with us. Nothing here blocks; the
/// child also stops by itself when its standard input ends, so it never outlives a crash. GUI thread.
class SandboxProcess : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Missing, ///< the program is not beside this one
        Stopped,
        Starting,
        Running,
        Failed, ///< see error()
    };

    /// `program`: full path of majlis-sandbox.
    explicit SandboxProcess(QString program, QObject *parent = nullptr);
    ~SandboxProcess() override;

    /// Where the program is: beside this one.
    [[nodiscard]] static QString installedProgram();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QUrl &url() const { return m_url; } ///< empty unless Running
    [[nodiscard]] std::optional<Error> error() const { return m_error; }

    /// Does nothing while it is Starting or Running.
    void start(const QStringList &arguments);
    void stop();

Q_SIGNALS:
    void stateChanged();

private:
    void readOutput();
    void takeReady(const QByteArray &line);
    void ended();
    void giveUp(const QString &detail);
    void setState(State state);

    QString m_program;
    QProcess m_process;
    QTimer m_patience;
    QByteArray m_output;
    QUrl m_url;
    std::optional<Error> m_error;
    State m_state = State::Stopped;
    bool m_stopping = false;
};

} // namespace majlis::client
