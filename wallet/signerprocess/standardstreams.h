// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/signerprocess/framechannel.h"

namespace majlis::wallet
{

/// This process's standard input and output.
[[nodiscard]] FrameChannel standardStreams();

} // namespace majlis::wallet
