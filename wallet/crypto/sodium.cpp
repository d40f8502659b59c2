// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/crypto/sodium.h"

#include <QtGlobal>

#include <sodium.h>

namespace majlis::wallet
{

void ensureSodium()
{
    static const int initialised = sodium_init();
    if (initialised < 0)
        qFatal("libsodium could not be initialised");
}

} // namespace majlis::wallet
