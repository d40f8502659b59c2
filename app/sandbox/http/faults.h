// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/http/message.h"

#include <QString>

#include <optional>
#include <vector>

namespace majlis::sandbox
{

/// What the sandbox does wrong on purpose.
enum class FaultMode {
    Drop, ///< the connection ends without an answer (HTTP), or at once (feeds)
    Delay, ///< the answer comes late; argument: milliseconds (5000)
    TooMany, ///< 429; argument: Retry-After in seconds (2)
    Broken, ///< 500
    Unavailable, ///< 503; argument: Retry-After in seconds (2)
    Malformed, ///< JSON that ends in the middle; a graph with a flipped byte; frames that do not parse
    Stale, ///< the first answer to the same question again and again; feeds fall silent
    Slow, ///< the answer trickles; argument: bytes a second (256)
    Huge, ///< a body of that many MB; argument: MB (100)
    InvalidUtf8,
    NotANumber, ///< NaN where a value was
    DuplicateKeys,
    Deep, ///< 100,000 arrays in each other
    TokenExpired, ///< 401 token_expired for every request with a token
};

struct Fault {
    FaultMode mode = FaultMode::Drop;
    int argument = 0;
    QString path; ///< prefix of the paths it applies to; empty: all but /control
    int count = -1; ///< how many times; negative: until it is cleared

    /// `MODE[:ARG][@PATH]`.
    [[nodiscard]] static std::expected<Fault, QString> parse(const QString &text);
};

[[nodiscard]] QString faultName(FaultMode mode);
[[nodiscard]] std::optional<FaultMode> faultFromName(const QString &name);
[[nodiscard]] int defaultArgument(FaultMode mode);

/// The faults in force. One thread.
class Faults
{
public:
    void add(Fault fault) { m_faults.push_back(std::move(fault)); }
    void clear() { m_faults.clear(); }
    /// The first fault for the path, counted down; nothing for /control.
    [[nodiscard]] std::optional<Fault> take(const QString &path);
    /// The same without counting.
    [[nodiscard]] std::optional<Fault> peek(const QString &path) const;
    [[nodiscard]] const std::vector<Fault> &all() const { return m_faults; }

private:
    std::vector<Fault> m_faults;
};

/// Spoils the body of a good answer for the modes that do so; others are left alone.
void spoil(HttpResponse &response, const Fault &fault);
/// The same for one frame of a feed.
[[nodiscard]] QByteArray spoilFrame(const QByteArray &frame, const Fault &fault);

} // namespace majlis::sandbox
