// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/error.h"
#include "wallet/signerprocess/framechannel.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace majlis::wallet
{

/// The signer process as a child of this one, with its standard input and output in our hands and nothing else of ours:
/// no other handle, no environment but the locale. Its standard error is this program's.
///
/// Start it on a thread that lives longer than it: Linux kills the child when that very thread ends. The destructor
/// closes the streams, so that the signer locks and ends, and kills it when it has not after two seconds.
class SignerChild
{
public:
    /// `ended` is called once, from a thread of this object, when the process has ended, for whatever reason.
    [[nodiscard]] static Result<std::unique_ptr<SignerChild>> start(
        const QString &program, const QStringList &arguments, std::function<void()> ended);
    ~SignerChild();
    SignerChild(const SignerChild &) = delete;
    SignerChild &operator=(const SignerChild &) = delete;

    [[nodiscard]] FrameChannel &channel();
    [[nodiscard]] std::int64_t processId() const;
    [[nodiscard]] bool hasEnded() const;
    /// At once, without a chance to do anything.
    void kill();

private:
    struct Private;
    explicit SignerChild(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace majlis::wallet
