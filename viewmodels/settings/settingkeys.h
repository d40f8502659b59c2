// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/settings.h"

#include <QString>

/// Every setting of the program: name, type and what holds without a choice.
namespace majlis::viewmodels::keys
{

using namespace Qt::StringLiterals;

inline const store::SettingKey<QString> themeMode{"appearance/theme"_L1, u"system"_s};
inline const store::SettingKey<double> textScale{"appearance/textScale"_L1, 1.0};
inline const store::SettingKey<bool> reduceMotion{"appearance/reduceMotion"_L1, false};
inline const store::SettingKey<int> lockMinutes{"wallet/lockMinutes"_L1, 15}; ///< 0: never

inline const store::SettingKey<QString> evmNode{"chains/evmNode"_L1, QString()}; ///< address of the node to send by
inline const store::SettingKey<QString> solanaNode{"chains/solanaNode"_L1, QString()};
/// Addresses of nodes by EIP-155 number, for reading approvals.
inline const store::SettingKey<QJsonObject> chainNodes{"chains/nodes"_L1, QJsonObject()};
/// By connection and root: an array of addresses.
inline const store::SettingKey<QJsonObject> networkBookmarks{"network/bookmarks"_L1, {}};
inline const store::SettingKey<int> currentAccount{"wallet/account"_L1, -1}; ///< the wallet's id; -1: no choice

} // namespace majlis::viewmodels::keys
