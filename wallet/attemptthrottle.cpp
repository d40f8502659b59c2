// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/attemptthrottle.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <optional>

namespace majlis::wallet
{

namespace
{

constexpr qint64 longestFile = 256;
constexpr int mostFailures = 1'000'000;
const QByteArray fileHeader = QByteArrayLiteral("majlis-attempts 1");

struct Stored {
    int failures = 0;
    std::chrono::milliseconds lastFailure{};
};

// "majlis-attempts 1 <failures> <wall clock of the last one>".
std::optional<Stored> parse(const QByteArray &content)
{
    const QList<QByteArray> words = content.trimmed().split(' ');
    if (words.size() != 4 || words[0] + ' ' + words[1] != fileHeader)
        return std::nullopt;
    bool failuresOk = false;
    bool timeOk = false;
    const int failures = words[2].toInt(&failuresOk);
    const qlonglong time = words[3].toLongLong(&timeOk);
    if (!failuresOk || !timeOk || failures < 0 || failures > mostFailures)
        return std::nullopt;
    return Stored{failures, std::chrono::milliseconds(time)};
}

} // namespace

AttemptThrottle::AttemptThrottle(QString file, const TimeSource &time)
    : m_file(std::move(file))
    , m_time(time)
{
    load();
}

Result<void> AttemptThrottle::begin()
{
    if (m_running) {
        Error busy{ErrorCode::Throttled, "another attempt is running", 1};
        return std::unexpected(std::move(busy));
    }
    const auto wait = waiting();
    if (wait.count() > 0)
        return std::unexpected(Error{ErrorCode::Throttled, "too many wrong passphrases", wait.count()});
    m_failures = std::min(m_failures + 1, mostFailures);
    const Result<void> stored = store();
    if (!stored) {
        --m_failures;
        return stored;
    }
    m_running = true;
    return {};
}

Result<void> AttemptThrottle::succeeded()
{
    m_running = false;
    m_failures = 0;
    startWait({});
    return store();
}

Result<void> AttemptThrottle::failed()
{
    m_running = false;
    startWait(delayAfter(m_failures));
    return store();
}

Result<void> AttemptThrottle::withdrawn()
{
    m_running = false;
    m_failures = std::max(m_failures - 1, 0);
    return store();
}

std::chrono::milliseconds AttemptThrottle::waiting() const
{
    return std::max(m_waitUntil - m_time.monotonic(), std::chrono::milliseconds::zero());
}

std::chrono::milliseconds AttemptThrottle::delayAfter(int failures)
{
    if (failures < freeAttempts)
        return {};
    const int doublings = std::min(failures - freeAttempts, 5);
    return std::min<std::chrono::milliseconds>(std::chrono::seconds(1LL << doublings), longestDelay);
}

void AttemptThrottle::load()
{
    QFile file(m_file);
    if (!file.exists())
        return;
    std::optional<Stored> stored;
    if (file.open(QIODevice::ReadOnly))
        stored = parse(file.read(longestFile));
    m_failures = stored ? stored->failures : freeAttempts + 5;
    const auto delay = delayAfter(m_failures);
    const auto passed = stored ? m_time.wall() - stored->lastFailure : std::chrono::milliseconds::zero();
    startWait(passed.count() < 0 ? delay : std::max(delay - passed, std::chrono::milliseconds::zero()));
}

Result<void> AttemptThrottle::store() const
{
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QSaveFile file(m_file);
    const QByteArray content = fileHeader + ' ' + QByteArray::number(m_failures) + ' '
        + QByteArray::number(static_cast<qlonglong>(m_time.wall().count())) + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return fail(ErrorCode::Io, "attempts: " + file.errorString().toStdString());
    return {};
}

void AttemptThrottle::startWait(std::chrono::milliseconds length)
{
    m_waitUntil = m_time.monotonic() + length;
}

} // namespace majlis::wallet
