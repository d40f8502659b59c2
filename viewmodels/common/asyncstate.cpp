// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/asyncstate.h"

namespace majlis::viewmodels
{

void AsyncState::setLoading()
{
    setStatus(Status::Loading);
}

void AsyncState::setReady()
{
    setError({});
    setStatus(Status::Ready);
}

void AsyncState::setFailed(const UserError &error)
{
    setError(error);
    setStatus(Status::Failed);
}

void AsyncState::reset()
{
    setError({});
    setStatus(Status::Idle);
    setFreshness({});
}

void AsyncState::setFreshness(const Freshness &freshness)
{
    if (m_freshness == freshness) {
        return;
    }
    m_freshness = freshness;
    Q_EMIT freshnessChanged();
}

void AsyncState::setStatus(Status status)
{
    if (m_status == status) {
        return;
    }
    m_status = status;
    Q_EMIT statusChanged();
}

void AsyncState::setError(const UserError &error)
{
    if (m_error == error) {
        return;
    }
    m_error = error;
    Q_EMIT errorChanged();
}

} // namespace majlis::viewmodels
