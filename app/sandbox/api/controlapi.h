// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/feeds/feedserver.h"
#include "app/sandbox/http/faults.h"
#include "app/sandbox/http/message.h"
#include "app/sandbox/world/life.h"

#include <QObject>
#include <QTimer>

namespace majlis::sandbox
{

/// The sandbox's own buttons, for tests and benches; no part of the platform. Every request needs the token of the
/// ready line in `X-Sandbox-Token`, which a web page cannot know, and must come without an Origin.
///
///     GET  /control/state     what is going on: clock, counts, faults, connections
///     POST /control/fault     {mode, arg?, path?, count?}; mode `none` clears all
///     POST /control/advance   {worldSeconds}: lets that much of the world's time pass at once (at most 30 days)
///     POST /control/speed     {speed}
///     POST /control/join      {parent?, count?}: people join now, under an address or anywhere
///     POST /control/rebase    {chain}: one now
///     POST /control/burst     {messagesPerSecond, seconds, address?}: balance updates, on what is watched or an
///     address POST /control/drop      every live connection ends without a close frame POST /control/adopt     {mode:
///     largest | none}: whether the next new wallet takes over a position
class ControlApi : public QObject
{
    Q_OBJECT

public:
    ControlApi(Platform &platform, Life &life, Faults &faults, FeedHub &hub, FeedServer &feeds, QByteArray token,
        QObject *parent = nullptr);

    [[nodiscard]] bool owns(const HttpRequest &request) const
    {
        return request.path.startsWith(QStringLiteral("/control"));
    }
    [[nodiscard]] HttpResponse handle(const HttpRequest &request);

private:
    using Answer = ApiResult<QJsonObject>;
    [[nodiscard]] Answer command(const HttpRequest &request);
    [[nodiscard]] QJsonObject state() const;
    [[nodiscard]] Answer setFault(const QJsonObject &body);
    [[nodiscard]] Answer advance(const QJsonObject &body);
    [[nodiscard]] Answer join(const QJsonObject &body);
    [[nodiscard]] Answer rebase(const QJsonObject &body);
    [[nodiscard]] Answer burst(const QJsonObject &body);
    void burstStep();

    Platform &m_platform;
    Life &m_life;
    Faults &m_faults;
    FeedHub &m_hub;
    FeedServer &m_feeds;
    QByteArray m_token;

    QTimer m_burstTimer;
    std::vector<Index> m_burstNodes;
    double m_burstRate = 0; ///< messages a second
    std::int64_t m_burstBegan = 0; ///< monotonic milliseconds
    std::int64_t m_burstEnds = 0;
    std::uint64_t m_burstSent = 0;
};

} // namespace majlis::sandbox
