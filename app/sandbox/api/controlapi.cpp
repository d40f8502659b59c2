// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/api/controlapi.h"

#include "app/sandbox/api/parse.h"

#include <QJsonArray>

#include <openssl/crypto.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

constexpr double longestAdvance = 30 * Life::daySeconds;

ApiResult<double> number(const QJsonObject &body, const QString &key, double least, double most, double otherwise)
{
    const QJsonValue value = body.value(key);
    if (value.isUndefined())
        return otherwise;
    if (!value.isDouble() || value.toDouble() < least || value.toDouble() > most)
        return refuse(ApiError::validation(key, u"%1 must be a number from %2 to %3"_s.arg(key).arg(least).arg(most)));
    return value.toDouble();
}

} // namespace

ControlApi::ControlApi(
    Platform &platform, Life &life, Faults &faults, FeedHub &hub, FeedServer &feeds, QByteArray token, QObject *parent)
    : QObject(parent)
    , m_platform(platform)
    , m_life(life)
    , m_faults(faults)
    , m_hub(hub)
    , m_feeds(feeds)
    , m_token(std::move(token))
{
    m_burstTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_burstTimer, &QTimer::timeout, this, &ControlApi::burstStep);
}

HttpResponse ControlApi::handle(const HttpRequest &request)
{
    const QByteArray token = request.header("x-sandbox-token");
    if (request.headers.contains("origin") || token.size() != m_token.size()
        || CRYPTO_memcmp(token.constData(), m_token.constData(), static_cast<std::size_t>(m_token.size())) != 0)
        return HttpResponse::fromError(ApiError::forbidden(u"X-Sandbox-Token is missing or wrong"_s), {});
    const auto result = command(request);
    return result ? HttpResponse::json(*result) : HttpResponse::fromError(result.error(), {});
}

ControlApi::Answer ControlApi::command(const HttpRequest &request)
{
    if (request.method == "GET" && request.path == u"/control/state"_s)
        return state();
    const auto body = parse::object(request.body.isEmpty() ? QByteArray("{}") : request.body);
    if (request.method != "POST" || !body)
        return refuse(ApiError::validation(u"body"_s, u"POST a JSON object"_s));
    const QString command = request.path.mid(9);
    if (command == u"fault"_s)
        return setFault(*body);
    if (command == u"advance"_s)
        return advance(*body);
    if (command == u"join"_s)
        return join(*body);
    if (command == u"rebase"_s)
        return rebase(*body);
    if (command == u"burst"_s)
        return burst(*body);
    if (command == u"drop"_s) {
        m_feeds.dropAll();
        return state();
    }
    if (command == u"adopt"_s) {
        m_platform.setAdoptLargest(body->value(u"mode"_s).toString() == u"largest"_s);
        return state();
    }
    if (command == u"speed"_s) {
        const auto speed = number(*body, u"speed"_s, 0, 1e6, m_life.speed());
        if (!speed)
            return refuse(speed.error());
        m_life.setSpeed(*speed);
        return state();
    }
    return refuse(ApiError::notFound(u"No such command"_s));
}

QJsonObject ControlApi::state() const
{
    const World &world = m_platform.world();
    QJsonArray faults;
    for (const Fault &fault : m_faults.all())
        faults.append(QJsonObject{{u"mode"_s, faultName(fault.mode)}, {u"arg"_s, fault.argument},
            {u"path"_s, fault.path}, {u"count"_s, fault.count}});
    QJsonObject epochs;
    for (const Chain chain : allChains)
        epochs.insert(chainName(chain), qint64(world.rebases(chain).size()));
    const Index largest = m_platform.largestNetwork();
    return {{u"users"_s, qint64(world.count())}, {u"accounts"_s, m_platform.accounts().size()},
        {u"speed"_s, m_life.speed()}, {u"worldSeconds"_s, m_life.worldSeconds()}, {u"joins"_s, qint64(m_life.joins())},
        {u"epochs"_s, epochs},
        {u"largestNetwork"_s, largest == none ? QJsonValue() : QJsonValue(world.address(largest).text())},
        {u"largestNetworkSize"_s, largest == none ? 0 : qint64(world.descendants(largest))},
        {u"adopt"_s, m_platform.adoptsLargest() ? u"largest"_s : u"none"_s}, {u"faults"_s, faults},
        {u"connections"_s, m_feeds.connections()}, {u"subscriptions"_s, qint64(m_hub.subscriptions())},
        {u"published"_s, qint64(m_hub.published())}, {u"burstSent"_s, qint64(m_burstSent)},
        {u"bursting"_s, m_burstTimer.isActive()}};
}

ControlApi::Answer ControlApi::setFault(const QJsonObject &body)
{
    const QString name = body.value(u"mode"_s).toString();
    if (name == u"none"_s) {
        m_faults.clear();
        m_hub.setSilent(false);
        return state();
    }
    const auto mode = faultFromName(name);
    if (!mode)
        return refuse(ApiError::validation(u"mode"_s, u"Unknown fault mode"_s));
    const auto argument = number(body, u"arg"_s, 0, 1e7, defaultArgument(*mode));
    const auto count = number(body, u"count"_s, -1, 1e6, -1);
    if (!argument)
        return refuse(argument.error());
    if (!count)
        return refuse(count.error());
    Fault fault{*mode, static_cast<int>(*argument), body.value(u"path"_s).toString(), static_cast<int>(*count)};
    if (fault.mode == FaultMode::Stale)
        m_hub.setSilent(true);
    if (fault.count != 0)
        m_faults.add(fault);
    return state();
}

ControlApi::Answer ControlApi::advance(const QJsonObject &body)
{
    const auto seconds = number(body, u"worldSeconds"_s, 0, longestAdvance, 3600);
    if (!seconds)
        return refuse(seconds.error());
    m_life.advance(*seconds);
    return state();
}

ControlApi::Answer ControlApi::join(const QJsonObject &body)
{
    const auto count = number(body, u"count"_s, 1, 100'000, 1);
    if (!count)
        return refuse(count.error());
    Index parent = none;
    if (const QString text = body.value(u"parent"_s).toString(); !text.isEmpty()) {
        const auto address = parse::address(text, u"parent"_s);
        if (!address)
            return refuse(address.error());
        parent = m_platform.world().find(*address);
        if (parent == none)
            return refuse(ApiError::notFound(u"User not found"_s));
    }
    QJsonArray joined;
    for (int i = 0; i < static_cast<int>(*count); ++i) {
        const Index node = m_platform.worldJoin(parent, m_platform.now());
        if (joined.size() < 100)
            joined.append(m_platform.world().address(node).text());
    }
    m_platform.flush();
    return QJsonObject{{u"joined"_s, joined}};
}

ControlApi::Answer ControlApi::rebase(const QJsonObject &body)
{
    const auto chain = parse::chain(body.value(u"chain"_s).toString());
    if (!chain)
        return refuse(chain.error());
    m_platform.worldRebase(*chain, m_platform.now());
    m_platform.flush();
    return state();
}

ControlApi::Answer ControlApi::burst(const QJsonObject &body)
{
    const auto rate = number(body, u"messagesPerSecond"_s, 1, 1e6, 20'000);
    const auto seconds = number(body, u"seconds"_s, 0.1, 600, 20);
    if (!rate)
        return refuse(rate.error());
    if (!seconds)
        return refuse(seconds.error());
    m_burstNodes = m_hub.watchedBalances();
    if (const QString text = body.value(u"address"_s).toString(); !text.isEmpty()) {
        const auto address = parse::address(text);
        const Index node = address ? m_platform.world().find(*address) : none;
        if (node == none)
            return refuse(ApiError::notFound(u"User not found"_s));
        m_burstNodes = {node};
    }
    if (m_burstNodes.empty())
        return refuse(ApiError::conflict(u"Nobody watches a balance"_s, u"nobody_watches"_s));
    m_burstRate = *rate;
    m_burstBegan = m_platform.clock().monotonic().count();
    m_burstEnds = m_burstBegan + static_cast<std::int64_t>(*seconds * 1000);
    m_burstSent = 0;
    m_burstTimer.start(5);
    return state();
}

void ControlApi::burstStep()
{
    const std::int64_t now = std::min(m_platform.clock().monotonic().count(), m_burstEnds);
    const auto due = static_cast<std::uint64_t>(static_cast<double>(now - m_burstBegan) / 1000.0 * m_burstRate);
    const std::int64_t at = m_platform.now();
    for (; m_burstSent < due; ++m_burstSent) {
        const Index node = m_burstNodes[m_burstSent % m_burstNodes.size()];
        m_platform.world().nudge(node, m_platform.world().chain(node), at);
    }
    if (now >= m_burstEnds)
        m_burstTimer.stop();
}

} // namespace majlis::sandbox
