// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandbox.h"

#include "app/sandbox/api/controlapi.h"
#include "app/sandbox/api/gateway.h"
#include "app/sandbox/api/networksnapshots.h"
#include "app/sandbox/api/restapi.h"
#include "app/sandbox/auth/authservice.h"
#include "app/sandbox/feeds/feedserver.h"
#include "app/sandbox/graphql/graphqlservice.h"
#include "app/sandbox/http/httplistener.h"
#include "app/sandbox/world/life.h"
#include "wallet/random.h"

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

/// Members in the order of their needs; the listener goes first when all is taken down.
struct Sandbox::Parts {
    Parts(const Options &options, std::unique_ptr<Platform> owned, const QByteArray &token)
        : platform(std::move(owned))
        , auth(*platform, options.accessSeconds)
        , snapshots(*platform)
        , rest(*platform, auth, snapshots)
        , limits(options.limits)
        , hub(*platform)
        , life(*platform, options.speed)
        , graphql(*platform, snapshots, life)
        , feeds({*platform, auth, hub, faults, limits}, graphql, options.limits)
        , control(*platform, life, faults, hub, feeds, token)
        , gateway(*platform, auth, rest, graphql, control, faults, limits)
        , controlToken(token)
        , listener([this](const HttpRequest &request, QTcpSocket *socket) { gateway.serve(request, socket); },
              [this](const RequestHead &head, QTcpSocket *socket) { return feeds.upgrade(head, socket); })
    {
        life.onWorldDay = [this] { graphql.resolvers().onWorldDay(); };
    }

    std::unique_ptr<Platform> platform;
    AuthService auth;
    NetworkSnapshots snapshots;
    RestApi rest;
    Faults faults;
    RateLimiter limits;
    FeedHub hub;
    Life life;
    GraphqlService graphql;
    FeedServer feeds;
    ControlApi control;
    Gateway gateway;
    QByteArray controlToken;
    HttpListener listener;
    quint16 port = 0;
};

namespace
{

QByteArray controlToken()
{
    const auto bytes = wallet::randomArray<16>();
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())).toHex();
}

} // namespace

Sandbox::Sandbox() = default;

Sandbox::~Sandbox()
{
    m_parts.reset();
}

std::expected<std::unique_ptr<Sandbox>, QString> Sandbox::start(const Options &options, const Clock &clock)
{
    std::unique_ptr<Sandbox> sandbox(new Sandbox);
    QString folder = options.dataDir;
    if (folder.isEmpty()) {
        sandbox->m_temporary = std::make_unique<QTemporaryDir>();
        folder = sandbox->m_temporary->path();
    }
    if (auto opened = sandbox->m_database.open(folder); !opened)
        return std::unexpected(opened.error());
    if (sandbox->m_database.wasDamaged())
        qWarning("The database was damaged; it was moved aside and a fresh one begun.");
    auto platform = Platform::start(options, sandbox->m_database, clock);
    if (!platform)
        return std::unexpected(platform.error());
    sandbox->m_parts = std::make_unique<Parts>(options, std::move(*platform), controlToken());
    Parts &parts = *sandbox->m_parts;
    for (const QString &text : options.faults) {
        auto fault = Fault::parse(text);
        if (!fault)
            return std::unexpected(fault.error());
        if (fault->mode == FaultMode::Stale)
            parts.hub.setSilent(true);
        parts.faults.add(*fault);
    }
    auto port = parts.listener.listen(options.port);
    if (!port)
        return std::unexpected(QString(u"cannot listen on 127.0.0.1:%1: %2"_s.arg(options.port).arg(port.error())));
    parts.port = *port;
    parts.life.start();
    return sandbox;
}

quint16 Sandbox::port() const
{
    return m_parts->port;
}

QJsonObject Sandbox::endpoints() const
{
    const QString at = u"127.0.0.1:%1"_s.arg(m_parts->port);
    const World &world = m_parts->platform->world();
    return {{u"ready"_s, true}, {u"port"_s, m_parts->port}, {u"rest"_s, QString(u"http://"_s + at)},
        {u"graphql"_s, QString(u"http://"_s + at + u"/graphql"_s)},
        {u"socketio"_s, QString(u"ws://"_s + at + u"/socket.io/"_s)}, {u"ws"_s, QString(u"ws://"_s + at + u"/ws"_s)},
        {u"graphqlWs"_s, QString(u"ws://"_s + at + u"/graphql"_s)},
        {u"control"_s, QString(u"http://"_s + at + u"/control"_s)},
        {u"controlToken"_s, QString::fromLatin1(m_parts->controlToken)}, {u"users"_s, qint64(world.count())}};
}

} // namespace majlis::sandbox
