// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/api/restapi.h"

#include "app/sandbox/api/parse.h"
#include "wallet/verify.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

constexpr int jsonNodes = 10'000;
constexpr int jsonPageNodes = 5'000;
constexpr int binaryNodes = 2'000'000;
constexpr int binaryPageNodes = 500'000;

QByteArray bodyTag(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha1).toHex().left(24);
}

HttpResponse cacheable(const QJsonObject &object, int maxAge)
{
    HttpResponse response = HttpResponse::json(object);
    response.etag = bodyTag(response.body);
    response.maxAge = maxAge;
    return response;
}

double quality(const QByteArray &part)
{
    const auto at = part.indexOf("q=");
    return at < 0 ? 1.0 : part.mid(at + 2).trimmed().toDouble();
}

/// Whether the client likes the binary graph (version 1) at least as much as JSON.
bool prefersBinary(const QByteArray &accept)
{
    double binary = 0;
    double json = 0;
    for (const QByteArray &part : accept.split(',')) {
        const QByteArray type = part.split(';').first().trimmed();
        if (type == "application/vnd.majlis.graph+binary" && (!part.contains("version=") || part.contains("version=1")))
            binary = std::max(binary, quality(part));
        if (type == "application/json" || type == "*/*" || type == "application/*")
            json = std::max(json, quality(part));
    }
    return binary > 0 && binary >= json;
}

} // namespace

ApiResult<RebasePage> rebasePage(const World &world, Chain chain, int limit, const QString &cursor)
{
    const auto &history = world.rebases(chain);
    auto next = static_cast<int>(history.size());
    if (!cursor.isEmpty()) {
        bool ok = false;
        next = cursor.startsWith(u'e') ? cursor.mid(1).toInt(&ok) : 0;
        if (!ok || next < 1 || next > static_cast<int>(history.size()))
            return refuse(ApiError::validation(u"cursor"_s, u"This cursor does not belong here"_s));
    }
    RebasePage page;
    for (; next >= 1 && page.events.size() < limit; --next)
        page.events.append(Serializer::rebase(history[static_cast<std::size_t>(next - 1)]));
    if (next >= 1)
        page.nextCursor = u'e' + QString::number(next);
    return page;
}

RestApi::RestApi(Platform &platform, AuthService &auth, NetworkSnapshots &snapshots)
    : m_platform(platform)
    , m_auth(auth)
    , m_snapshots(snapshots)
    , m_serializer(platform)
    , m_idempotency(platform.database())
{
}

std::optional<RateClass> RestApi::rateClass(const HttpRequest &request)
{
    if (request.path == u"/health"_s || request.path == u"/ready"_s)
        return std::nullopt;
    if (request.path.startsWith(u"/api/auth/"_s))
        return RateClass::Auth;
    return request.path == u"/api/referrals/register"_s ? RateClass::Write : RateClass::Default;
}

ApiResult<HttpResponse> RestApi::handle(const HttpRequest &request, const Viewer &viewer)
{
    const bool reads = request.method == "GET" || request.method == "HEAD";
    const auto &segments = request.segments;
    if (request.method == "POST") {
        if (request.path == u"/api/auth/nonce"_s)
            return createNonce(request);
        if (request.path == u"/api/auth/verify"_s)
            return verify(request);
        if (request.path == u"/api/auth/refresh"_s)
            return refresh(request);
        if (request.path == u"/api/auth/logout"_s)
            return logout(request);
        if (request.path == u"/api/referrals/register"_s)
            return registerReferral(request, viewer);
    } else if (reads) {
        if (request.path == u"/health"_s || request.path == u"/ready"_s)
            return health(request.path == u"/ready"_s);
        if (request.path == u"/rebase/history"_s)
            return rebaseHistory(request);
        if (segments.size() == 2 && segments[0] == u"users"_s)
            return user(segments[1], viewer);
        if (segments.size() == 3 && segments[0] == u"users"_s && segments[2] == u"network"_s)
            return network(segments[1], request);
    }
    return refuse(
        ApiError::notFound(u"No such operation: "_s + QString::fromLatin1(request.method) + u' ' + request.path));
}

ApiResult<Index> RestApi::known(const QString &address) const
{
    const auto parsed = parse::address(address);
    if (!parsed)
        return refuse(parsed.error());
    const Index node = m_platform.world().find(*parsed);
    if (node == none)
        return refuse(ApiError::notFound(u"User not found"_s));
    return node;
}

RestApi::Answer RestApi::createNonce(const HttpRequest &request)
{
    const auto body = parse::object(request.body);
    const auto text = body ? parse::text(*body, u"address"_s) : refuse(body.error());
    const auto address = text ? parse::address(*text) : refuse(text.error());
    if (!address)
        return refuse(address.error());
    if (const auto chain = parse::chainFor(*address, body->value(u"chain"_s), Chain::Base); !chain)
        return refuse(chain.error());
    return HttpResponse::json(m_auth.createNonce(*address));
}

RestApi::Answer RestApi::verify(const HttpRequest &request)
{
    static const QRegularExpression nonceForm(u"\\A[A-Za-z0-9]{16,64}\\z"_s);
    const auto body = parse::object(request.body);
    if (!body)
        return refuse(body.error());
    const auto text = parse::text(*body, u"address"_s);
    const auto nonce = parse::text(*body, u"nonce"_s);
    const auto signature = parse::text(*body, u"signature"_s);
    for (const auto *field : {&text, &nonce, &signature}) {
        if (!*field)
            return refuse(field->error());
    }
    const auto address = parse::address(*text);
    if (!address)
        return refuse(address.error());
    const auto chain = parse::chainFor(*address, body->value(u"chain"_s), Chain::Base);
    if (!chain)
        return refuse(chain.error());
    if (!nonceForm.match(*nonce).hasMatch())
        return refuse(ApiError::validation(u"nonce"_s, u"Invalid nonce format"_s));
    const auto answer = m_auth.verify(*address, *chain, *nonce, *signature);
    if (!answer)
        return refuse(answer.error());
    return HttpResponse::json(*answer);
}

RestApi::Answer RestApi::refresh(const HttpRequest &request)
{
    const auto key = parse::idempotencyKey(request.header("idempotency-key"));
    const auto body = parse::object(request.body);
    const auto token = body ? parse::text(*body, u"refreshToken"_s) : refuse(body.error());
    if (!key)
        return refuse(key.error());
    if (!token)
        return refuse(token.error());
    const auto refreshed = m_auth.refresh(*token, *key);
    if (!refreshed)
        return refuse(refreshed.error());
    HttpResponse response = HttpResponse::json(refreshed->answer);
    if (refreshed->replayed)
        response.addHeader("Idempotency-Replayed", "true");
    return response;
}

RestApi::Answer RestApi::logout(const HttpRequest &request)
{
    const auto body = parse::object(request.body);
    const auto token = body ? parse::text(*body, u"refreshToken"_s) : refuse(body.error());
    if (!token)
        return refuse(token.error());
    m_auth.revoke(*token);
    HttpResponse response;
    response.status = 204;
    return response;
}

RestApi::Answer RestApi::user(const QString &address, const Viewer &viewer)
{
    const auto node = known(address);
    if (!node)
        return refuse(node.error());
    return cacheable(m_serializer.user(*node, viewer), 60);
}

RestApi::Answer RestApi::network(const QString &address, const HttpRequest &request)
{
    const auto node = known(address);
    if (!node)
        return refuse(node.error());
    const auto form = prefersBinary(request.header("accept")) ? GraphForm::Binary : GraphForm::Json;
    const bool binary = form == GraphForm::Binary;
    const auto depth = parse::integer(request.parameter(u"depth"_s), u"depth"_s, 1, networkDepth, 3);
    const QString cursor = request.parameter(u"cursor"_s);
    const QString limitText = request.parameter(u"limit"_s);
    const bool paged = !limitText.isNull() || !cursor.isEmpty();
    const int most = binary ? (paged ? binaryPageNodes : binaryNodes) : (paged ? jsonPageNodes : jsonNodes);
    const auto limit = parse::integer(limitText, u"limit"_s, 1, most, most);
    if (!depth)
        return refuse(depth.error());
    if (!limit)
        return refuse(limit.error());
    const auto page = m_snapshots.page(*node, *depth, static_cast<std::size_t>(*limit), cursor, form);
    if (!page)
        return refuse(page.error());
    HttpResponse response;
    if (binary) {
        auto bytes = m_snapshots.toBinary(*page);
        if (!bytes)
            return refuse(bytes.error());
        response.contentType = "application/vnd.majlis.graph+binary;version=1";
        response.body = std::move(*bytes);
    } else {
        response = HttpResponse::json(m_snapshots.toJson(*page));
    }
    response.etag = bodyTag(response.body);
    response.maxAge = 300;
    return response;
}

RestApi::Answer RestApi::registerReferral(const HttpRequest &request, const Viewer &viewer)
{
    const auto key = parse::idempotencyKey(request.header("idempotency-key"));
    const auto body = parse::object(request.body);
    if (!body)
        return refuse(body.error());
    const auto text = parse::text(*body, u"refereeAddress"_s);
    const auto referee = text ? parse::address(*text, u"refereeAddress"_s) : refuse(text.error());
    if (!referee)
        return refuse(referee.error());
    if (!key)
        return refuse(key.error());
    const QString who = u"register "_s + referee->text();
    if (const auto first = m_idempotency.find(who, *key, request.body, m_platform.now()))
        return *first;
    auto answer = registerOnce(*referee, *body, viewer);
    const HttpResponse response = answer ? *answer : HttpResponse::fromError(answer.error(), {});
    m_idempotency.keep(who, *key, request.body, response, m_platform.now());
    return answer;
}

RestApi::Answer RestApi::registerOnce(const wallet::Address &referee, const QJsonObject &body, const Viewer &viewer)
{
    const auto codeText = parse::text(body, u"referralCode"_s);
    const auto signature = parse::text(body, u"signature"_s);
    const auto code = codeText ? parse::referralCode(*codeText, u"referralCode"_s) : refuse(codeText.error());
    if (!code)
        return refuse(code.error());
    if (!signature)
        return refuse(signature.error());
    if (viewer.isSignedIn() && *viewer.address != referee)
        return refuse(ApiError::forbidden(u"Not the referee's token"_s));
    const auto chain
        = parse::chainFor(referee, body.value(u"chain"_s), viewer.isSignedIn() ? viewer.chain : Chain::Base);
    if (!chain)
        return refuse(chain.error());
    const QByteArray message = AuthService::registrationMessage(referee.text(), *code, *chain).toUtf8();
    if (!wallet::verifyMessage(
            wallet::bytesOf({message.constData(), static_cast<std::size_t>(message.size())}), *signature, referee))
        return refuse(ApiError::unauthorized(u"Invalid signature"_s, u"invalid_signature"_s));
    if (!m_platform.ownerOf(*code))
        return refuse(ApiError::notFound(u"Referral code not found"_s));
    const Account account = m_platform.ensureAccount(referee, *chain, false);
    const auto registered = m_platform.registerReferral(account.node, *chain, *code);
    if (!registered)
        return refuse(registered.error());
    return HttpResponse::json(m_serializer.registration(*registered));
}

RestApi::Answer RestApi::rebaseHistory(const HttpRequest &request)
{
    const QString chainText = request.parameter(u"chain"_s);
    if (chainText.isEmpty())
        return refuse(ApiError::validation(u"chain"_s, u"chain is required"_s));
    const auto chain = parse::chain(chainText);
    const auto limit = parse::integer(request.parameter(u"limit"_s), u"limit"_s, 1, 100, 30);
    if (!chain)
        return refuse(chain.error());
    if (!limit)
        return refuse(limit.error());
    const auto page = rebasePage(m_platform.world(), *chain, *limit, request.parameter(u"cursor"_s));
    if (!page)
        return refuse(page.error());
    return cacheable({{u"events"_s, page->events},
                         {u"nextCursor"_s, page->nextCursor.isEmpty() ? QJsonValue() : QJsonValue(page->nextCursor)}},
        60);
}

HttpResponse RestApi::health(bool readiness) const
{
    const std::int64_t now = m_platform.now();
    QElapsedTimer timer;
    timer.start();
    (void)m_platform.database().meta(u"world"_s);
    QJsonArray checks;
    checks.append(QJsonObject{{u"name"_s, u"database"_s}, {u"status"_s, u"ok"_s},
        {u"responseTimeMs"_s, static_cast<double>(timer.nsecsElapsed()) / 1e6}});
    checks.append(QJsonObject{{u"name"_s, u"graph"_s}, {u"status"_s, u"ok"_s}});
    HttpResponse response = HttpResponse::json(
        {{u"status"_s, m_ready ? u"ok"_s : u"down"_s}, {u"version"_s, QStringLiteral(MAJLIS_VERSION)},
            {u"uptimeSeconds"_s, static_cast<double>(now - m_platform.startedAt()) / 1000.0},
            {u"timestamp"_s, Serializer::dateTime(now)}, {u"checks"_s, checks}});
    if (readiness && !m_ready) {
        response.status = 503;
        response.addHeader("Retry-After", "1");
    }
    return response;
}

} // namespace majlis::sandbox
