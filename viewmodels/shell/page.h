// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// The places of the program, in QML `PageId.Home` and so on.
namespace page
{
Q_NAMESPACE
QML_NAMED_ELEMENT(PageId)
enum class Id {
    Onboarding, ///< no wallet yet
    Unlock, ///< a wallet, locked
    SignIn, ///< unlocked, not signed in to the current platform
    Home,
    Accounts, ///< the wallet's pages, in the order of their tabs
    Receive,
    Send,
    SignMessage,
    AddressBook,
    Backup,
    Security,
    Network,
    Leaderboard,
    Profile,
    Connections,
    Settings,
    Diagnostics,
    None, ///< the first moments of a start: nobody has said yet whether there is a wallet
};
Q_ENUM_NS(Id)
} // namespace page

/// How the program looks.
namespace theme
{
Q_NAMESPACE
QML_NAMED_ELEMENT(ThemeMode)
enum class Mode {
    System, ///< as the desktop says
    Dark,
    Light,
    HighContrast,
};
Q_ENUM_NS(Mode)
} // namespace theme

} // namespace majlis::viewmodels
