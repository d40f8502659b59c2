// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/signerprocess/signerloop.h"

#include "wallet/signerprocess/messagewire.h"

namespace majlis::wallet
{

namespace
{

constexpr int closedByClient = 0;
constexpr int notTheProtocol = 2;
constexpr std::chrono::seconds forGreeting{20};
constexpr std::chrono::seconds forAnswer{30};
// Steady time may stand still while the computer sleeps: look at the wall clock now and then, too.
constexpr std::chrono::milliseconds longestNap{1000};

Result<void> greet(FrameChannel &channel, std::uint32_t confinement)
{
    const auto deadline = std::chrono::steady_clock::now() + forGreeting;
    const Result<SecretBytes> hello = channel.read(wire::largestFrame, deadline);
    if (!hello)
        return std::unexpected(hello.error());
    // A client of another version gets our Welcome too: it says which version this is.
    const Result<void> understood = wire::readHello(hello->view());
    if (const Result<void> sent = channel.write(wire::writeWelcome(confinement), deadline); !sent)
        return sent;
    return understood;
}

Result<SecretBytes> nextMessage(FrameChannel &channel, WalletCore &core)
{
    while (true) {
        FrameChannel::Deadline deadline;
        if (const auto untilLock = core.checkIdle())
            deadline = std::chrono::steady_clock::now() + std::min(*untilLock, longestNap);
        Result<SecretBytes> message = channel.read(wire::largestFrame, deadline);
        if (message || message.error().code != ErrorCode::Cancelled)
            return message;
    }
}

} // namespace

Result<SecretBytes> answerMessage(WalletCore &core, ByteView message)
{
    Result<wire::NumberedRequest> request = wire::readRequest(message);
    if (!request)
        return std::unexpected(request.error());
    return wire::writeReply(request->number, core.perform(std::move(request->request)));
}

int serveSigner(FrameChannel &channel, WalletCore &core, std::uint32_t confinement)
{
    if (const Result<void> greeted = greet(channel, confinement); !greeted)
        return greeted.error().code == ErrorCode::NotFound ? closedByClient : notTheProtocol;
    while (true) {
        Result<SecretBytes> message = nextMessage(channel, core);
        if (!message) {
            (void)core.perform(request::Lock{});
            return message.error().code == ErrorCode::NotFound ? closedByClient : notTheProtocol;
        }
        const Result<SecretBytes> answer = answerMessage(core, message->view());
        message->clear();
        const bool sent = answer && channel.write(*answer, std::chrono::steady_clock::now() + forAnswer);
        wipeStackBelow(); // before it waits for the next request: no traces in an image of the waiting process
        if (!sent) {
            (void)core.perform(request::Lock{});
            return answer ? closedByClient : notTheProtocol;
        }
    }
}

} // namespace majlis::wallet
