// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/signerprocess/framechannel.h"

#include "wallet/signerprocess/standardstreams.h"

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace majlis::wallet
{

namespace
{

#ifdef MSG_NOSIGNAL
constexpr int noSignal = MSG_NOSIGNAL;
#else
constexpr int noSignal = 0; // the socket has SO_NOSIGPIPE there
#endif

// Whether the descriptor is ready before the deadline.
bool waitFor(int descriptor, short events, const FrameChannel::Deadline &deadline)
{
    while (true) {
        int timeout = -1;
        if (deadline) {
            const auto left
                = std::chrono::ceil<std::chrono::milliseconds>(*deadline - std::chrono::steady_clock::now());
            if (left.count() <= 0)
                return false;
            timeout = static_cast<int>(std::min<std::chrono::milliseconds::rep>(left.count(), 1'000'000));
        }
        pollfd entry{descriptor, events, 0};
        const int ready = ::poll(&entry, 1, timeout);
        if (ready > 0)
            return true; // also when it was closed: read() and write() say so
        if (ready < 0 && errno != EINTR)
            return false;
    }
}

bool isMomentary()
{
    return errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK;
}

// Without SIGPIPE where it is a socket.
ssize_t writeSome(int descriptor, ByteView bytes)
{
    const ssize_t sent = ::send(descriptor, bytes.data(), bytes.size(), noSignal);
    return sent < 0 && errno == ENOTSOCK ? ::write(descriptor, bytes.data(), bytes.size()) : sent;
}

} // namespace

FrameChannel standardStreams()
{
    return {STDIN_FILENO, STDOUT_FILENO};
}

FrameChannel::Outcome FrameChannel::readAll(std::span<std::uint8_t> target, Deadline deadline)
{
    std::size_t done = 0;
    while (done < target.size()) {
        if (!waitFor(static_cast<int>(m_input), POLLIN, deadline))
            return done == 0 ? Outcome::Late : Outcome::Broken;
        const ssize_t got = ::read(static_cast<int>(m_input), target.data() + done, target.size() - done);
        if (got == 0)
            return done == 0 ? Outcome::Closed : Outcome::Broken;
        if (got < 0 && !isMomentary())
            return done == 0 && errno == ECONNRESET ? Outcome::Closed : Outcome::Broken;
        done += static_cast<std::size_t>(std::max<ssize_t>(got, 0));
    }
    return Outcome::Done;
}

FrameChannel::Outcome FrameChannel::writeAll(ByteView bytes, Deadline deadline)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        if (!waitFor(static_cast<int>(m_output), POLLOUT, deadline))
            return Outcome::Late;
        const ssize_t put = writeSome(static_cast<int>(m_output), bytes.subspan(done));
        if (put < 0 && !isMomentary())
            return Outcome::Broken;
        done += static_cast<std::size_t>(std::max<ssize_t>(put, 0));
    }
    return Outcome::Done;
}

} // namespace majlis::wallet
