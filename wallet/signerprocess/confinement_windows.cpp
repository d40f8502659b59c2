// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/signerprocess/confinement.h"

#include <aclapi.h>
#include <windows.h>

// The client puts the process into a job that ends with the client (signerchild_windows.cpp). No network: the installer
// adds a firewall rule that blocks the program in both directions (packaging/windows).
namespace majlis::wallet
{

namespace
{

constexpr std::uint32_t bit(Confinement measure)
{
    return static_cast<std::uint32_t>(measure);
}

// Nobody but the system may open this process: not to read its memory, not to write it, not to make threads in it.
bool denyAccess()
{
    ACL empty{};
    if (!InitializeAcl(&empty, sizeof empty, ACL_REVISION))
        return false;
    return SetSecurityInfo(
               GetCurrentProcess(), SE_KERNEL_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr, &empty, nullptr)
        == ERROR_SUCCESS;
}

template <class Policy>
bool apply(PROCESS_MITIGATION_POLICY kind, Policy policy)
{
    return SetProcessMitigationPolicy(kind, &policy, sizeof policy) != 0;
}

bool applyPolicies()
{
    PROCESS_MITIGATION_DYNAMIC_CODE_POLICY noNewCode{};
    noNewCode.ProhibitDynamicCode = 1;
    PROCESS_MITIGATION_CHILD_PROCESS_POLICY noChildren{};
    noChildren.NoChildProcessCreation = 1;
    PROCESS_MITIGATION_EXTENSION_POINT_DISABLE_POLICY noHooks{};
    noHooks.DisableExtensionPoints = 1;
    PROCESS_MITIGATION_SYSTEM_CALL_DISABLE_POLICY noWindows{};
    noWindows.DisallowWin32kSystemCalls = 1;
    const bool needed = apply(ProcessDynamicCodePolicy, noNewCode) && apply(ProcessChildProcessPolicy, noChildren);
    apply(ProcessExtensionPointDisablePolicy, noHooks);
    apply(ProcessSystemCallDisablePolicy, noWindows); // refused where a window library was loaded already
    return needed;
}

} // namespace

Result<std::uint32_t> confineThisProcess(const QString &)
{
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX); // no crash report with memory in it
    if (!denyAccess())
        return fail(ErrorCode::Internal, "not dumpable");
    if (!applyPolicies())
        return fail(ErrorCode::Internal, "mitigation policies");
    return bit(Confinement::NoCoreDump) | bit(Confinement::NotDumpable) | bit(Confinement::NoNewPrivileges);
}

} // namespace majlis::wallet
