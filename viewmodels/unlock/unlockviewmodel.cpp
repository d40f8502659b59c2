// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/unlock/unlockviewmodel.h"

namespace majlis::viewmodels
{

namespace
{
constexpr int longestPassphrase = 1024;
}

UnlockViewModel::UnlockViewModel(QObject *parent)
    : AsyncState(parent)
    , m_passphrase(longestPassphrase)
{
    connect(&m_passphrase, &SecretBuffer::changed, this, &UnlockViewModel::inputChanged);
    connect(this, &AsyncState::statusChanged, this, &UnlockViewModel::inputChanged);
    connect(this, &UnlockViewModel::waitChanged, this, &UnlockViewModel::inputChanged);
}

UnlockViewModel::~UnlockViewModel() = default;

bool UnlockViewModel::canUnlock() const
{
    return !m_passphrase.isEmpty() && !isLoading() && m_waitSeconds == 0;
}
QString UnlockViewModel::waitText() const
{
    return {};
}
QString UnlockViewModel::vaultTitle() const
{
    return {};
}
QString UnlockViewModel::vaultAdvice() const
{
    return {};
}
QString UnlockViewModel::computerText() const
{
    return {};
}
void UnlockViewModel::unlock() { }
void UnlockViewModel::unlockWithComputer() { }
void UnlockViewModel::restoreCopy() { }
void UnlockViewModel::importInstead() { }

} // namespace majlis::viewmodels
