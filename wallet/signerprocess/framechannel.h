// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/error.h"
#include "wallet/secretbytes.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace majlis::wallet
{

/// Frames over a pair of stream handles: 4 bytes of length, little-endian, and that many bytes, read straight into
/// SecretBytes and written straight from them: no copy stays in a buffer of this process. Blocks up to a deadline. One
/// thread at a time; does not own the handles.
class FrameChannel
{
public:
    /// File descriptors on Unix, HANDLEs on Windows. They may be the same (a socket).
    using Handle = std::intptr_t;
    using Deadline = std::optional<std::chrono::steady_clock::time_point>;

    FrameChannel(Handle input, Handle output)
        : m_input(input)
        , m_output(output)
    {
    }

    /// The next frame. NotFound when the other side has closed between frames, Cancelled when nothing has begun to come
    /// until `deadline` (none: waits for ever), Damaged when the frame is longer than `largest`, empty, or cut short.
    [[nodiscard]] Result<SecretBytes> read(std::size_t largest, Deadline deadline = {});
    /// Io when the other side is gone or does not take it in time.
    [[nodiscard]] Result<void> write(const SecretBytes &message, Deadline deadline = {});

private:
    enum class Outcome { Done, Closed, Late, Broken };
    // In framechannel_<system>.cpp. Closed and Late only when not one byte has been moved.
    [[nodiscard]] Outcome readAll(std::span<std::uint8_t> target, Deadline deadline);
    [[nodiscard]] Outcome writeAll(ByteView bytes, Deadline deadline);

    Handle m_input;
    Handle m_output;
};

} // namespace majlis::wallet
