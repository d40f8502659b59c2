// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/asyncstate.h"
#include "viewmodels/security/sessiondirectory.h"
#include "viewmodels/security/sessionsmodel.h"

namespace majlis::viewmodels
{

class AccountBook;

/// The sessions with every platform, and ending them. `status` is of the last one ended: Failed when the platform could
/// not be told, although the session is forgotten here.
class SessionsViewModel : public majlis::viewmodels::AsyncState
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(majlis::viewmodels::SessionsModel *sessions READ sessions CONSTANT FINAL)
    Q_PROPERTY(bool hasSessions READ hasSessions NOTIFY sessionsChanged FINAL)
    Q_PROPERTY(QString endedName READ endedName NOTIFY sessionsChanged FINAL) ///< of the connection ended last

public:
    /// Both outlive this object.
    SessionsViewModel(SessionDirectory &directory, AccountBook &accounts, QObject *parent = nullptr);
    ~SessionsViewModel() override;

    [[nodiscard]] SessionsModel *sessions() { return &m_sessions; }
    [[nodiscard]] bool hasSessions() const { return m_sessions.rowCount() > 0; }
    [[nodiscard]] QString endedName() const { return m_endedName; }

    /// On the platform and here. One at a time.
    Q_INVOKABLE void end(const QString &id);

Q_SIGNALS:
    void sessionsChanged();
    void signedOut(); ///< the open one was ended

private:
    void show();

    SessionDirectory &m_directory;
    AccountBook &m_accounts;
    SessionsModel m_sessions;
    QString m_ending; ///< id; empty: none
    QString m_endedName;
};

} // namespace majlis::viewmodels
