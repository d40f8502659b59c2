// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace majlis::client
{

// The keys are in majlis-signer. What this guards is what passes through this process: passphrases and recovery words
// while they are typed or shown.

/// First thing in main(): no core file of this process, ever. Failure is said on standard error and is no reason not to
/// start.
void forbidCoreFiles();

/// Linux: whether other programs of the same user may look into this one's memory. Not for good: the desktop's portals
/// look at who asks them, and refuse those whom they cannot see.
void setOthersMayLook(bool may);

} // namespace majlis::client
