// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/signerprocess/confinement.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <sandbox.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/types.h>

namespace majlis::wallet
{

namespace
{

constexpr std::uint32_t bit(Confinement measure)
{
    return static_cast<std::uint32_t>(measure);
}

bool limit(int resource, rlim_t value)
{
    const rlimit wanted{value, value};
    return ::setrlimit(resource, &wanted) == 0;
}

// Seatbelt: no network, no processes, writing below the folder only. The call is marked as deprecated since 10.8 and
// is what every browser's helper processes still use; there is no other for a program outside the App Store.
bool enterSandbox(const QString &folder)
{
    const QByteArray path = QFile::encodeName(QFileInfo(folder).canonicalFilePath());
    if (path.contains('"') || path.contains('\\'))
        return false;
    const QByteArray profile = "(version 1)(deny default)(allow file-read*)(allow sysctl-read)(allow mach-lookup)"
                               "(allow process-info* (target self))(allow file-write* (subpath \""
        + path + "\"))";
    char *error = nullptr;
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations"
    const bool done = ::sandbox_init(profile.constData(), 0, &error) == 0;
    if (error != nullptr)
        ::sandbox_free_error(error);
#pragma clang diagnostic pop
    return done;
}

} // namespace

Result<std::uint32_t> confineThisProcess(const QString &folder)
{
    if (!limit(RLIMIT_CORE, 0))
        return fail(ErrorCode::Internal, std::string("no core dumps: ") + std::strerror(errno));
    if (::ptrace(PT_DENY_ATTACH, 0, nullptr, 0) != 0)
        return fail(ErrorCode::Internal, std::string("not to be attached to: ") + std::strerror(errno));
    if (!limit(RLIMIT_NOFILE, 64) || !limit(RLIMIT_NPROC, 0))
        return fail(ErrorCode::Internal, std::string("resource limits: ") + std::strerror(errno));
    // That it dies with its parent is the end of its input's doing: macOS has no signal for it.
    std::uint32_t done
        = bit(Confinement::NoCoreDump) | bit(Confinement::NotDumpable) | bit(Confinement::ResourceLimits);
    if (!enterSandbox(folder))
        return fail(ErrorCode::Internal, "the sandbox profile was not accepted");
    return done | bit(Confinement::SystemCallFilter) | bit(Confinement::EmptyNetwork) | bit(Confinement::OneFolder);
}

} // namespace majlis::wallet
