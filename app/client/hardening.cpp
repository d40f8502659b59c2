// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/hardening.h"

#include <QtGlobal>

#include <cerrno>
#include <cstdio>
#include <cstring>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace majlis::client
{

void forbidCoreFiles()
{
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    if (::setrlimit(RLIMIT_CORE, &none) != 0)
        std::fprintf(stderr, "majlis: core files stay possible: %s\n", std::strerror(errno));
#endif
}

void setOthersMayLook([[maybe_unused]] bool may)
{
#ifdef Q_OS_LINUX
    const int wanted = may ? 1 : 0;
    if (::prctl(PR_GET_DUMPABLE) != wanted && ::prctl(PR_SET_DUMPABLE, wanted) != 0)
        std::fprintf(stderr, "majlis: other programs may look into this one: %s\n", std::strerror(errno));
#endif
}

} // namespace majlis::client
