// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/asyncstate.h"
#include "viewmodels/connections/connectiondirectory.h"

#include "viewmodels/connections/connectionsmodel.h"
#include <QHash>

namespace majlis::viewmodels
{

/// The platforms known to the program. A new one is tested (GET /health, /ready) before it is saved; the practice
/// platform (sandbox) is always in the list and is started when it is used. `status`, `error`: the last start of the
/// sandbox.
class ConnectionsViewModel : public majlis::viewmodels::AsyncState
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(majlis::viewmodels::ConnectionsModel *connections READ connections CONSTANT FINAL)
    Q_PROPERTY(QString draftName READ draftName WRITE setDraftName NOTIFY draftChanged FINAL)
    Q_PROPERTY(QString draftUrl READ draftUrl WRITE setDraftUrl NOTIFY draftChanged FINAL)
    Q_PROPERTY(QString draftProblem READ draftProblem NOTIFY draftChanged
            FINAL) ///< why the address is not one; empty when fine
    Q_PROPERTY(majlis::viewmodels::AsyncState *draft READ draft CONSTANT FINAL) ///< of the test
    Q_PROPERTY(QString draftResult READ draftResult NOTIFY draftChanged FINAL) ///< "HABIBI 1.4.2 answers in 38 ms"
    Q_PROPERTY(bool canTest READ canTest NOTIFY draftChanged FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY draftChanged FINAL) ///< tested, and unchanged since
    Q_PROPERTY(Sandbox sandbox READ sandbox NOTIFY sandboxChanged FINAL)
    Q_PROPERTY(QString sandboxText READ sandboxText NOTIFY sandboxChanged FINAL)

public:
    enum class Sandbox {
        Missing, ///< majlis-sandbox is not installed beside this program
        Stopped,
        Starting,
        Running,
        Failed, ///< see error
    };
    Q_ENUM(Sandbox)

    /// `directory` outlives this object.
    explicit ConnectionsViewModel(ConnectionDirectory &directory, QObject *parent = nullptr);
    ~ConnectionsViewModel() override;

    [[nodiscard]] ConnectionsModel *connections() { return &m_connections; }
    [[nodiscard]] QString draftName() const { return m_draftName; }
    void setDraftName(const QString &name);
    [[nodiscard]] QString draftUrl() const { return m_draftUrl; }
    void setDraftUrl(const QString &url);
    [[nodiscard]] QString draftProblem() const;
    [[nodiscard]] AsyncState *draft() { return &m_draft; }
    [[nodiscard]] QString draftResult() const;
    [[nodiscard]] bool canTest() const;
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] Sandbox sandbox() const;
    [[nodiscard]] QString sandboxText() const;

    Q_INVOKABLE void testDraft();
    Q_INVOKABLE void saveDraft();
    Q_INVOKABLE void clearDraft();
    Q_INVOKABLE void use(const QString &id); ///< makes it the current one; starts the sandbox when it is that
    Q_INVOKABLE void remove(const QString &id); ///< and forgets its session; the sandbox cannot be removed
    Q_INVOKABLE void check(const QString &id); ///< tests it again
    Q_INVOKABLE void startSandbox();
    Q_INVOKABLE void stopSandbox();

Q_SIGNALS:
    void draftChanged();
    void sandboxChanged();

private:
    struct Check {
        ConnectionRow::State state = ConnectionRow::State::Unknown;
        QString text;
    };
    void show();
    [[nodiscard]] QUrl draftAddress() const;
    [[nodiscard]] ConnectionRow rowOf(const ConnectionDirectory::Entry &entry) const;

    ConnectionDirectory &m_directory;
    QHash<QString, Check> m_checks;
    QUrl m_testedUrl;
    ConnectionsModel m_connections;
    AsyncState m_draft;
    QString m_draftName;
    QString m_draftUrl;
    QString m_draftResult;
};

} // namespace majlis::viewmodels
