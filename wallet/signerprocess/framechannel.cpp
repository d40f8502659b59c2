// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/signerprocess/framechannel.h"

namespace majlis::wallet
{

namespace
{

constexpr std::chrono::seconds restOfFrame{10}; // once a frame has begun the rest is on its way

} // namespace

Result<SecretBytes> FrameChannel::read(std::size_t largest, Deadline deadline)
{
    ByteArray<4> header{};
    switch (readAll(header, deadline)) {
    case Outcome::Done:
        break;
    case Outcome::Closed:
        return fail(ErrorCode::NotFound, "the other side has closed");
    case Outcome::Late:
        return fail(ErrorCode::Cancelled, "nothing came in time");
    case Outcome::Broken:
        return fail(ErrorCode::Damaged, "a frame was cut short");
    }
    std::size_t size = 0;
    for (std::size_t i = 0; i < header.size(); ++i)
        size |= static_cast<std::size_t>(header[i]) << (8 * i);
    if (size == 0 || size > largest)
        return fail(ErrorCode::Damaged, "a frame of a length that is not allowed");
    SecretBytes message(size);
    if (readAll(message.span(), std::chrono::steady_clock::now() + restOfFrame) != Outcome::Done)
        return fail(ErrorCode::Damaged, "a frame was cut short");
    return message;
}

Result<void> FrameChannel::write(const SecretBytes &message, Deadline deadline)
{
    ByteArray<4> header{};
    for (std::size_t i = 0; i < header.size(); ++i)
        header[i] = static_cast<std::uint8_t>(message.size() >> (8 * i));
    if (writeAll(header, deadline) != Outcome::Done || writeAll(message.view(), deadline) != Outcome::Done)
        return fail(ErrorCode::Io, "the other side does not take the message");
    return {};
}

} // namespace majlis::wallet
