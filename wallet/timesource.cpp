// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/timesource.h"

namespace majlis::wallet
{

std::chrono::milliseconds SystemTimeSource::wall() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch());
}

std::chrono::milliseconds SystemTimeSource::monotonic() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace majlis::wallet
