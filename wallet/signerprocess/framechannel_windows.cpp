// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/signerprocess/framechannel.h"

#include "wallet/signerprocess/standardstreams.h"

#include <algorithm>
#include <thread>
#include <windows.h>

// Anonymous pipes cannot be waited for with a time limit, so reading looks every few milliseconds whether there is
// something. Writing blocks only while the other side does not read, and the other side always reads or ends.
namespace majlis::wallet
{

namespace
{

constexpr std::chrono::milliseconds lookEvery{2};

bool isOver(const FrameChannel::Deadline &deadline)
{
    return deadline && std::chrono::steady_clock::now() >= *deadline;
}

} // namespace

FrameChannel standardStreams()
{
    return {reinterpret_cast<FrameChannel::Handle>(GetStdHandle(STD_INPUT_HANDLE)),
        reinterpret_cast<FrameChannel::Handle>(GetStdHandle(STD_OUTPUT_HANDLE))};
}

FrameChannel::Outcome FrameChannel::readAll(std::span<std::uint8_t> target, Deadline deadline)
{
    const auto pipe = reinterpret_cast<HANDLE>(m_input);
    std::size_t done = 0;
    while (done < target.size()) {
        DWORD there = 0;
        if (!PeekNamedPipe(pipe, nullptr, 0, nullptr, &there, nullptr))
            return done == 0 ? Outcome::Closed : Outcome::Broken;
        if (there == 0) {
            if (isOver(deadline))
                return done == 0 ? Outcome::Late : Outcome::Broken;
            std::this_thread::sleep_for(lookEvery); // no fixed sleeps: a pipe cannot be waited for
            continue;
        }
        DWORD got = 0;
        const auto wanted = static_cast<DWORD>(std::min<std::size_t>(there, target.size() - done));
        if (!ReadFile(pipe, target.data() + done, wanted, &got, nullptr))
            return Outcome::Broken;
        done += got;
    }
    return Outcome::Done;
}

FrameChannel::Outcome FrameChannel::writeAll(ByteView bytes, Deadline)
{
    const auto pipe = reinterpret_cast<HANDLE>(m_output);
    std::size_t done = 0;
    while (done < bytes.size()) {
        DWORD put = 0;
        if (!WriteFile(pipe, bytes.data() + done, static_cast<DWORD>(bytes.size() - done), &put, nullptr))
            return Outcome::Broken;
        done += put;
    }
    return Outcome::Done;
}

} // namespace majlis::wallet
