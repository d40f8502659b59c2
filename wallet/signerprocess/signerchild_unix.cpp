// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/signerprocess/signerchild.h"

#include <QFile>

#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace majlis::wallet
{

namespace
{

constexpr std::chrono::seconds patience{2};

std::unexpected<Error> systemError(const char *what, int number)
{
    return fail(ErrorCode::SignerLost, std::string(what) + ": " + std::strerror(number));
}

Result<void> makeSocketPair(int (&ends)[2])
{
#ifdef SOCK_CLOEXEC
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return systemError("socketpair", errno);
#else
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return systemError("socketpair", errno);
    for (const int end : ends)
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
#endif
#ifdef SO_NOSIGPIPE
    const int on = 1;
    ::setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
    return {};
}

// Starts `arguments` with `end` as standard input and output. The error number, or 0.
int spawn(const std::vector<char *> &arguments, int end, pid_t &process)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawn_file_actions_adddup2(&actions, end, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, end, STDOUT_FILENO);
    short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
#ifdef POSIX_SPAWN_CLOEXEC_DEFAULT
    flags = static_cast<short>(flags | POSIX_SPAWN_CLOEXEC_DEFAULT);
    ::posix_spawn_file_actions_addinherit_np(&actions, STDERR_FILENO);
#elif defined(__GLIBC__)
    ::posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
#endif
    sigset_t none;
    sigset_t all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setsigdefault(&attributes, &all);
    ::posix_spawnattr_setflags(&attributes, flags);
    char locale[] = "LC_ALL=C.UTF-8";
    char *const environment[] = {locale, nullptr};
    const int error = ::posix_spawn(&process, arguments[0], &actions, &attributes, arguments.data(), environment);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    return error;
}

} // namespace

struct SignerChild::Private {
    Private(int descriptor, pid_t id)
        : socket(descriptor)
        , process(id)
        , channel(descriptor, descriptor)
    {
    }

    // Reaps the process, so that its number is not given to another while we may still use it.
    void watch(const std::function<void()> &ended)
    {
        siginfo_t info{};
        while (::waitid(P_PID, static_cast<id_t>(process), &info, WEXITED | WNOWAIT) != 0 && errno == EINTR) { }
        {
            const std::lock_guard lock(mutex);
            ::waitpid(process, nullptr, 0);
            over = true;
        }
        changed.notify_all();
        ended();
    }

    int socket;
    pid_t process;
    FrameChannel channel;
    std::mutex mutex;
    std::condition_variable changed;
    bool over = false;
    std::thread watcher;
};

SignerChild::SignerChild(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

Result<std::unique_ptr<SignerChild>> SignerChild::start(
    const QString &program, const QStringList &arguments, std::function<void()> ended)
{
    std::vector<QByteArray> texts{QFile::encodeName(program)};
    texts.reserve(static_cast<std::size_t>(arguments.size()) + 1);
    for (const QString &argument : arguments)
        texts.push_back(QFile::encodeName(argument));
    std::vector<char *> pointers;
    pointers.reserve(texts.size() + 1);
    for (QByteArray &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);

    int ends[2];
    if (const Result<void> made = makeSocketPair(ends); !made)
        return std::unexpected(made.error());
    pid_t process = 0;
    const int error = spawn(pointers, ends[1], process);
    ::close(ends[1]);
    if (error != 0) {
        ::close(ends[0]);
        return systemError("starting majlis-signer", error);
    }
    auto p = std::make_unique<Private>(ends[0], process);
    p->watcher = std::thread([raw = p.get(), ended = std::move(ended)] { raw->watch(ended); });
    return std::unique_ptr<SignerChild>(new SignerChild(std::move(p)));
}

SignerChild::~SignerChild()
{
    ::shutdown(d->socket, SHUT_RDWR);
    {
        std::unique_lock lock(d->mutex);
        d->changed.wait_for(lock, patience, [this] { return d->over; });
    }
    kill();
    d->watcher.join();
    ::close(d->socket);
}

FrameChannel &SignerChild::channel()
{
    return d->channel;
}

std::int64_t SignerChild::processId() const
{
    return d->process;
}

bool SignerChild::hasEnded() const
{
    const std::lock_guard lock(d->mutex);
    return d->over;
}

void SignerChild::kill()
{
    const std::lock_guard lock(d->mutex);
    if (!d->over)
        ::kill(d->process, SIGKILL);
}

} // namespace majlis::wallet
