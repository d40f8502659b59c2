// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QStringView>

#include <cstdint>
#include <span>

namespace majlis::wallet
{

/// The five platforms, as far as signing goes. The numbers are part of the signer's protocol: add at the end.
enum class Platform : std::uint8_t { Habibi = 0, Zmart = 1, Dslt = 2, TradeHybrid = 3, AbLand = 4 };
inline constexpr std::uint8_t platformCount = 5;

/// The platform's own name, such as "HABIBI"; the same in every language.
[[nodiscard]] QStringView platformName(Platform platform);

/// Whether `host` (what an EIP-4361 text calls the domain: host, with `:port` when it is not the scheme's own) is one
/// of the platform's, exactly and in lower case, or a practice platform on this computer (`127.0.0.1`, `localhost`,
/// with a port). The list ships with the program; no server and no setting extends it.
[[nodiscard]] bool isPlatformDomain(Platform platform, QStringView host);
/// On this computer, so not the platform itself.
[[nodiscard]] bool isPracticeDomain(QStringView host);

} // namespace majlis::wallet

Q_DECLARE_METATYPE(majlis::wallet::Platform)
