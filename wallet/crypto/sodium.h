// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace majlis::wallet
{

/// Initialises libsodium once; callable from any thread. Ends the program when there is no randomness to be had,
/// because nothing that follows would be safe.
void ensureSodium();

} // namespace majlis::wallet
