// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/signerprocess/signerchild.h"

#include <QDir>

#include <memory>
#include <string>
#include <thread>
#include <windows.h>

namespace majlis::wallet
{

namespace
{

constexpr DWORD patienceMs = 2000;

struct CloseHandleOf {
    void operator()(void *handle) const { CloseHandle(handle); }
};
using OwnedHandle = std::unique_ptr<void, CloseHandleOf>;

std::unexpected<Error> systemError(const char *what)
{
    return fail(ErrorCode::SignerLost, std::string(what) + ": error " + std::to_string(GetLastError()));
}

// A pipe of which the child inherits one end.
bool makePipe(OwnedHandle &ours, OwnedHandle &theirs, bool weWrite)
{
    SECURITY_ATTRIBUTES inherit{sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE};
    HANDLE readEnd = nullptr;
    HANDLE writeEnd = nullptr;
    if (!CreatePipe(&readEnd, &writeEnd, &inherit, 0))
        return false;
    ours.reset(weWrite ? writeEnd : readEnd);
    theirs.reset(weWrite ? readEnd : writeEnd);
    return SetHandleInformation(ours.get(), HANDLE_FLAG_INHERIT, 0) != 0;
}

// Ends with this program, whatever happens to it: the last handle of the job is ours.
OwnedHandle makeJob()
{
    OwnedHandle job(CreateJobObjectW(nullptr, nullptr));
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
        | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION | JOB_OBJECT_LIMIT_ACTIVE_PROCESS;
    limits.BasicLimitInformation.ActiveProcessLimit = 1;
    if (job && !SetInformationJobObject(job.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits))
        job.reset();
    return job;
}

std::wstring commandLine(const QString &program, const QStringList &arguments)
{
    QString line = u'"' + QDir::toNativeSeparators(program) + u'"';
    for (const QString &argument : arguments)
        line += QStringLiteral(" \"") + argument + u'"'; // paths and numbers: no quotes in them on Windows
    return line.toStdWString();
}

} // namespace

struct SignerChild::Private {
    OwnedHandle job;
    OwnedHandle process;
    OwnedHandle input;
    OwnedHandle output;
    DWORD id = 0;
    std::unique_ptr<FrameChannel> channel;
    std::thread watcher;
};

SignerChild::SignerChild(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

Result<std::unique_ptr<SignerChild>> SignerChild::start(
    const QString &program, const QStringList &arguments, std::function<void()> ended)
{
    auto p = std::make_unique<Private>();
    OwnedHandle childInput;
    OwnedHandle childOutput;
    p->job = makeJob();
    if (!p->job || !makePipe(p->output, childInput, true) || !makePipe(p->input, childOutput, false))
        return systemError("preparing majlis-signer");
    STARTUPINFOW startup{};
    startup.cb = sizeof startup;
    startup.dwFlags = STARTF_USESTDHANDLES;
    startup.hStdInput = childInput.get();
    startup.hStdOutput = childOutput.get();
    startup.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    PROCESS_INFORMATION made{};
    std::wstring line = commandLine(program, arguments);
    if (!CreateProcessW(nullptr, line.data(), nullptr, nullptr, TRUE, CREATE_SUSPENDED | CREATE_NO_WINDOW, nullptr,
            nullptr, &startup, &made))
        return systemError("starting majlis-signer");
    p->process.reset(made.hProcess);
    const OwnedHandle thread(made.hThread);
    p->id = made.dwProcessId;
    if (!AssignProcessToJobObject(p->job.get(), p->process.get())) {
        TerminateProcess(p->process.get(), 1);
        return systemError("the job of majlis-signer");
    }
    ResumeThread(thread.get());
    p->channel = std::make_unique<FrameChannel>(reinterpret_cast<FrameChannel::Handle>(p->input.get()),
        reinterpret_cast<FrameChannel::Handle>(p->output.get()));
    p->watcher = std::thread([process = p->process.get(), ended = std::move(ended)] {
        WaitForSingleObject(process, INFINITE);
        ended();
    });
    return std::unique_ptr<SignerChild>(new SignerChild(std::move(p)));
}

SignerChild::~SignerChild()
{
    d->output.reset(); // the end of its input
    WaitForSingleObject(d->process.get(), patienceMs);
    kill();
    d->watcher.join();
}

FrameChannel &SignerChild::channel()
{
    return *d->channel;
}

std::int64_t SignerChild::processId() const
{
    return d->id;
}

bool SignerChild::hasEnded() const
{
    return WaitForSingleObject(d->process.get(), 0) == WAIT_OBJECT_0;
}

void SignerChild::kill()
{
    TerminateProcess(d->process.get(), 1); // nothing when it has ended
}

} // namespace majlis::wallet
