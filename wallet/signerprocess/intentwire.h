// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/intent.h"
#include "wallet/signerprocess/wire.h"

namespace majlis::wallet::wire
{

void writeIntent(Writer &writer, const Intent &intent);
/// Spoils the reader when it is not an intent. What the fields say is the review's to judge.
void readIntent(Reader &reader, Intent &intent);

} // namespace majlis::wallet::wire
