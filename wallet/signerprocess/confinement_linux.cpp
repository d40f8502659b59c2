// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/signerprocess/confinement.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <linux/capability.h>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <span>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#if __has_include(<linux/landlock.h>)
#include <linux/landlock.h>
#endif

namespace majlis::wallet
{

namespace
{

constexpr rlim_t mostMemory = rlim_t{4} * 1024 * 1024 * 1024; // Argon2id's ceiling is 2 GiB
constexpr rlim_t mostFiles = 64;
constexpr rlim_t largestFile = rlim_t{64} * 1024 * 1024;
constexpr rlim_t enoughToLock = rlim_t{1024} * 1024 * 1024;

constexpr std::uint32_t bit(Confinement measure)
{
    return static_cast<std::uint32_t>(measure);
}

std::unexpected<Error> refused(const char *what)
{
    return fail(ErrorCode::Internal, std::string(what) + ": " + std::strerror(errno));
}

void writeOwnFile(const char *path, const QByteArray &content)
{
    const int file = ::open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return;
    // When the map is refused the namespace stands all the same; only the names of the ids differ.
    [[maybe_unused]] const ssize_t written
        = ::write(file, content.constData(), static_cast<std::size_t>(content.size()));
    ::close(file);
}

// A network with nothing in it. As root at once; otherwise in a user namespace, where the system allows those.
bool leaveNetwork()
{
    if (::unshare(CLONE_NEWNET) == 0)
        return true;
    const QByteArray user = QByteArray::number(::geteuid());
    const QByteArray group = QByteArray::number(::getegid());
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
        return false;
    writeOwnFile("/proc/self/setgroups", "deny");
    writeOwnFile("/proc/self/uid_map", user + ' ' + user + " 1");
    writeOwnFile("/proc/self/gid_map", group + ' ' + group + " 1");
    return true;
}

// Whatever power there was, as root or over the namespace, is given up. Reading and writing one's own files needs none.
void dropCapabilities()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> none{};
    ::syscall(SYS_capset, &header, none.data());
}

bool limit(__rlimit_resource resource, rlim_t value)
{
    rlimit now{};
    if (::getrlimit(resource, &now) != 0)
        return false;
    const rlim_t allowed = std::min(value, now.rlim_max);
    const rlimit wanted{allowed, allowed};
    return ::setrlimit(resource, &wanted) == 0;
}

bool setLimits()
{
    return limit(RLIMIT_AS, mostMemory) && limit(RLIMIT_NOFILE, mostFiles) && limit(RLIMIT_FSIZE, largestFile)
        && limit(RLIMIT_NPROC, 0);
}

// Everything at once only where the system's limit has room for Argon2id's memory too; otherwise an allocation would
// fail instead of being locked.
bool lockMemory()
{
    rlimit now{};
    if (::getrlimit(RLIMIT_MEMLOCK, &now) != 0 || now.rlim_max < enoughToLock)
        return false;
    now.rlim_cur = now.rlim_max;
    return ::setrlimit(RLIMIT_MEMLOCK, &now) == 0 && ::mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT) == 0;
}

#ifdef LANDLOCK_ACCESS_FS_EXECUTE
// Writing is possible below the folder only; reading stays (fonts of the locale, OpenSSL's configuration).
bool keepToFolder(const QString &folder)
{
    constexpr std::uint64_t writing = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR
        | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR
        | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO
        | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
    constexpr std::uint64_t handled = writing | LANDLOCK_ACCESS_FS_EXECUTE;
    const landlock_ruleset_attr attributes{.handled_access_fs = handled};
    const auto rules = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0));
    if (rules < 0)
        return false;
    const int directory = ::open(QFile::encodeName(folder).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC);
    landlock_path_beneath_attr beneath{};
    beneath.allowed_access = writing;
    beneath.parent_fd = directory;
    const bool done = directory >= 0
        && ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0
        && ::syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    ::close(directory);
    ::close(rules);
    return done;
}
#else
bool keepToFolder(const QString &)
{
    return false;
}
#endif

// What a vault, a disk and two pipes need. Anything else answers "not permitted"; what no honest signer ever calls
// ends the process.
constexpr std::array allowedCalls{SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(readv), SCMP_SYS(writev), SCMP_SYS(pread64),
    SCMP_SYS(pwrite64), SCMP_SYS(sendto), SCMP_SYS(close), SCMP_SYS(lseek), SCMP_SYS(poll), SCMP_SYS(ppoll),
    SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(stat), SCMP_SYS(fstat), SCMP_SYS(lstat), SCMP_SYS(newfstatat),
    SCMP_SYS(statx), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(fcntl), SCMP_SYS(flock),
    SCMP_SYS(fsync), SCMP_SYS(fdatasync), SCMP_SYS(ftruncate), SCMP_SYS(fallocate), SCMP_SYS(rename),
    SCMP_SYS(renameat), SCMP_SYS(renameat2), SCMP_SYS(link), SCMP_SYS(linkat), SCMP_SYS(unlink), SCMP_SYS(unlinkat),
    SCMP_SYS(mkdir), SCMP_SYS(mkdirat), SCMP_SYS(chmod), SCMP_SYS(fchmod), SCMP_SYS(fchmodat), SCMP_SYS(umask),
    SCMP_SYS(getcwd), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getdents64), SCMP_SYS(getpid),
    SCMP_SYS(gettid), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(munmap),
    SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(mlock), SCMP_SYS(mlock2), SCMP_SYS(munlock), SCMP_SYS(brk),
    SCMP_SYS(futex), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_nanosleep), SCMP_SYS(clock_getres), SCMP_SYS(nanosleep), SCMP_SYS(gettimeofday), SCMP_SYS(time),
    SCMP_SYS(getrandom), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack), SCMP_SYS(restart_syscall), SCMP_SYS(getrusage), SCMP_SYS(sysinfo), SCMP_SYS(uname),
    SCMP_SYS(rseq), SCMP_SYS(membarrier), SCMP_SYS(exit), SCMP_SYS(exit_group)};

constexpr std::array fatalCalls{SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind),
    SCMP_SYS(listen), SCMP_SYS(accept), SCMP_SYS(accept4), SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork),
    SCMP_SYS(vfork), SCMP_SYS(clone), SCMP_SYS(clone3), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev), SCMP_SYS(io_uring_setup), SCMP_SYS(bpf), SCMP_SYS(userfaultfd), SCMP_SYS(keyctl)};

bool addRules(scmp_filter_ctx filter)
{
    const auto add
        = [filter](std::uint32_t action, int call) { return seccomp_rule_add(filter, action, call, 0) == 0; };
    bool good = true;
    for (const int call : allowedCalls)
        good = add(SCMP_ACT_ALLOW, call) && good;
    for (const int call : fatalCalls)
        good = add(SCMP_ACT_KILL_PROCESS, call) && good;
    // Memory, but none that can be executed.
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)}) {
        good
            = seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0 && good;
    }
    return good;
}

bool filterSystemCalls()
{
    const std::unique_ptr<void, void (*)(void *)> filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), seccomp_release);
    return filter && addRules(filter.get()) && seccomp_load(filter.get()) == 0;
}

} // namespace

Result<std::uint32_t> confineThisProcess(const QString &folder)
{
    std::uint32_t done = 0;
    const pid_t parent = ::getppid();
    // The namespace first: entering it takes back what the next two say.
    if (leaveNetwork())
        done |= bit(Confinement::EmptyNetwork);
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0)
        return refused("dying with the parent");
    if (::getppid() != parent)
        return fail(ErrorCode::Internal, "the parent has gone already");
    if (!limit(RLIMIT_CORE, 0))
        return refused("no core dumps");
    if (::prctl(PR_SET_DUMPABLE, 0) != 0)
        return refused("not dumpable");
    if (lockMemory())
        done |= bit(Confinement::MemoryLocked);
    dropCapabilities();
    if (!setLimits())
        return refused("resource limits");
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return refused("no new privileges");
    if (keepToFolder(folder))
        done |= bit(Confinement::OneFolder);
    if (!filterSystemCalls())
        return refused("system call filter");
    return done | bit(Confinement::DiesWithParent) | bit(Confinement::NoCoreDump) | bit(Confinement::NotDumpable)
        | bit(Confinement::ResourceLimits) | bit(Confinement::NoNewPrivileges) | bit(Confinement::SystemCallFilter);
}

} // namespace majlis::wallet
