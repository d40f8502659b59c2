// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/signin/signinviewmodel.h"

namespace majlis::viewmodels
{

SignInViewModel::SignInViewModel(QObject *parent)
    : AsyncState(parent)
{
}

int SignInViewModel::messageBytes() const
{
    return static_cast<int>(m_message.toUtf8().size());
}
QString SignInViewModel::account() const
{
    return m_account;
}
void SignInViewModel::begin() { }
void SignInViewModel::sign() { }
void SignInViewModel::cancel() { }
void SignInViewModel::signOut() { }

} // namespace majlis::viewmodels
