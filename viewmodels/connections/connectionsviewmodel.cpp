// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/connections/connectionsviewmodel.h"

namespace majlis::viewmodels
{

ConnectionsViewModel::ConnectionsViewModel(QObject *parent)
    : AsyncState(parent)
{
}

void ConnectionsViewModel::setDraftName(const QString &name)
{
    if (m_draftName != name) {
        m_draftName = name;
        Q_EMIT draftChanged();
    }
}

void ConnectionsViewModel::setDraftUrl(const QString &url)
{
    if (m_draftUrl != url) {
        m_draftUrl = url;
        m_draftResult.clear();
        m_draft.reset();
        Q_EMIT draftChanged();
    }
}

QString ConnectionsViewModel::draftProblem() const
{
    return {};
}
bool ConnectionsViewModel::canTest() const
{
    return false;
}
bool ConnectionsViewModel::canSave() const
{
    return false;
}
QString ConnectionsViewModel::sandboxText() const
{
    return {};
}
void ConnectionsViewModel::testDraft() { }
void ConnectionsViewModel::saveDraft() { }
void ConnectionsViewModel::clearDraft() { }
void ConnectionsViewModel::use(const QString &) { }
void ConnectionsViewModel::remove(const QString &) { }
void ConnectionsViewModel::check(const QString &) { }
void ConnectionsViewModel::startSandbox() { }
void ConnectionsViewModel::stopSandbox() { }

} // namespace majlis::viewmodels
