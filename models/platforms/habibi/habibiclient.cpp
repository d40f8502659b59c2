// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/habibi/habibiclient.h"

#include "models/domain/graph/networkpages.h"
#include "models/net/offthread.h"
#include "models/net/strictjson.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace majlis::habibi
{

namespace
{

const QByteArray graphType = "application/vnd.majlis.graph+binary";
constexpr qint64 largestNetwork = 256LL * 1024 * 1024;
constexpr std::int64_t binaryPageNodes = 50'000; // so that progress shows and a cancel costs little
constexpr std::int64_t jsonPageNodes = 5'000;
constexpr std::chrono::seconds networkTimeout{120};

net::HttpMethod methodOf(wire::Method method)
{
    switch (method) {
    case wire::Method::Get:
        return net::HttpMethod::Get;
    case wire::Method::Post:
        return net::HttpMethod::Post;
    case wire::Method::Put:
        return net::HttpMethod::Put;
    case wire::Method::Patch:
        return net::HttpMethod::Patch;
    case wire::Method::Delete:
        break;
    }
    return net::HttpMethod::Delete;
}

net::HttpAuth authOf(wire::Authentication authentication)
{
    switch (authentication) {
    case wire::Authentication::None:
        return net::HttpAuth::None;
    case wire::Authentication::Optional:
        return net::HttpAuth::Optional;
    case wire::Authentication::Required:
        break;
    }
    return net::HttpAuth::Required;
}

// The codes of the binary graph that say "this file is no good, ask for JSON"; the connection's errors are not among
// them.
bool isGraphRefusal(const Error &error)
{
    static const QStringList codes{u"not_a_graph"_s, u"unsupported_version"_s, u"truncated_file"_s, u"bad_header"_s,
        u"corrupt"_s, u"unsupported_feature"_s, u"bad_section"_s, u"bad_tree"_s};
    return codes.contains(error.reason);
}

std::unexpected<Error> cancelled()
{
    return fail(ErrorCode::Cancelled, u"the caller went away"_s);
}

bool mustStartAgain(const Error &error)
{
    return error.reason == u"snapshot_expired" || error.reason == u"bad_page";
}

Result<wire::habibi::NetworkGraph> graphOf(const QByteArray &body)
{
    const auto json = net::parseStrict(body);
    if (!json)
        return std::unexpected(json.error());
    return wire::decode<wire::habibi::NetworkGraph>(*json);
}

// The next JSON page at the end of those before.
Result<void> append(wire::habibi::NetworkGraph &graph, wire::habibi::NetworkGraph page)
{
    const auto held = static_cast<std::int64_t>(graph.nodes.size());
    if (page.firstIndex != held || (held > 0 && page.snapshotId != graph.snapshotId)) {
        auto error = fail(ErrorCode::Malformed, u"a network page that does not follow the one before"_s);
        error.error().reason = u"bad_page"_s;
        return error;
    }
    if (held == 0) {
        graph = std::move(page);
        return {};
    }
    std::ranges::move(page.nodes, std::back_inserter(graph.nodes));
    graph.truncation = page.truncation;
    return {};
}

} // namespace

net::HttpRequest HabibiClient::httpRequest(wire::Request request, const CallOptions &options)
{
    net::HttpRequest http;
    http.method = methodOf(request.method);
    http.path = request.path;
    http.query = request.query;
    if (request.body)
        http.body = QJsonDocument(*request.body).toJson(QJsonDocument::Compact);
    http.headers = std::move(request.headers);
    http.auth = authOf(request.authentication);
    http.expectedStatus = std::move(request.expectedStatus);
    http.requiredKeys = std::move(request.requiredKeys);
    if (request.answerTypes.empty())
        http.expectedTypes.clear();
    http.idempotencyKey = writeKey(request.needsIdempotencyKey, options);
    http.cache = request.method == wire::Method::Get ? options.cache : net::CachePolicy::None;
    http.cancel = options.cancel;
    return http;
}

QByteArray HabibiClient::writeKey(bool isWrite, const CallOptions &options)
{
    if (!isWrite)
        return {};
    return options.idempotencyKey.isEmpty() ? net::newIdempotencyKey() : options.idempotencyKey;
}

QCoro::Task<Result<net::HttpResponse>> HabibiClient::networkPage(
    wire::habibi::rest::GetUserNetwork endpoint, CallOptions options, bool binary)
{
    net::HttpRequest request = httpRequest(endpoint.request(), options);
    request.parseJson = false; // here it is read on the thread pool, together with what is made of it
    request.requiredKeys.clear();
    request.maxBytes = largestNetwork;
    request.totalTimeout = networkTimeout;
    if (binary) {
        request.accept = graphType + ";version=1, application/json;q=0.5";
        request.expectedTypes = {graphType, "application/json"};
    }
    co_return co_await m_http.send(std::move(request));
}

QCoro::Task<Result<Answered<NetworkFile>>> HabibiClient::binaryNetwork(
    wire::habibi::rest::GetUserNetwork endpoint, CallOptions options, NetworkProgress progress)
{
    const auto pages = std::make_shared<NetworkPages>();
    net::Freshness freshness;
    endpoint.limit = binaryPageNodes;
    for (;;) {
        const auto response = co_await networkPage(endpoint, options, true);
        if (!response)
            co_return std::unexpected(response.error());
        if (response->contentType != graphType) // the server answers JSON only
            co_return fail(ErrorCode::NotFound, u"no binary graph here"_s, u"accept"_s);
        const QByteArray body = response->body;
        auto work = [pages, body]() -> Result<NetworkFile> {
            auto page = NetworkFile::read(body);
            if (page) {
                if (const auto fits = pages->add(*page); !fits)
                    return std::unexpected(fits.error());
            }
            return page;
        };
        const auto added = co_await net::offThread(std::move(work));
        // The client may be gone with whoever cancelled.
        if (options.cancel.isCancelled())
            co_return cancelled();
        if (!added)
            co_return std::unexpected(added.error());
        freshness = response->freshness;
        if (progress)
            progress(pages->nodeCount(), added->totalNodes());
        if (added->meta().nextCursor.isEmpty())
            break;
        endpoint.cursor = added->meta().nextCursor;
    }
    auto join = [pages] { return pages->join(); };
    auto whole = co_await net::offThread(std::move(join));
    if (!whole)
        co_return std::unexpected(whole.error());
    Answered<NetworkFile> answer;
    answer.value = std::move(*whole);
    answer.freshness = freshness;
    co_return answer;
}

QCoro::Task<Result<Answered<NetworkFile>>> HabibiClient::jsonNetwork(
    wire::habibi::rest::GetUserNetwork endpoint, CallOptions options, NetworkProgress progress)
{
    const auto graph = std::make_shared<wire::habibi::NetworkGraph>();
    net::Freshness freshness;
    for (;;) {
        const auto response = co_await networkPage(endpoint, options, false);
        if (!response)
            co_return std::unexpected(response.error());
        const QByteArray body = response->body;
        auto work = [graph, body]() -> Result<void> {
            auto page = graphOf(body);
            return page ? append(*graph, std::move(*page)) : std::unexpected(page.error());
        };
        const auto added = co_await net::offThread(std::move(work));
        // The client may be gone with whoever cancelled.
        if (options.cancel.isCancelled())
            co_return cancelled();
        if (!added)
            co_return std::unexpected(added.error());
        freshness = response->freshness;
        if (progress) {
            const auto total = graph->truncation.totalNodes;
            progress(graph->nodes.size(), total ? std::optional(static_cast<std::uint64_t>(*total)) : std::nullopt);
        }
        if (graph->truncation.nextCursor.value_or(QString()).isEmpty()
            || graph->nodes.size() >= NetworkLimits().maxNodes)
            break;
        endpoint.cursor = graph->truncation.nextCursor;
        endpoint.limit = jsonPageNodes;
    }
    auto convert = [graph] { return networkFromJson(*graph); };
    auto whole = co_await net::offThread(std::move(convert));
    if (!whole)
        co_return std::unexpected(whole.error());
    Answered<NetworkFile> answer;
    answer.value = std::move(*whole);
    answer.freshness = freshness;
    co_return answer;
}

QCoro::Task<Result<Answered<NetworkFile>>> HabibiClient::wholeNetwork(
    wire::habibi::rest::GetUserNetwork endpoint, CallOptions options, NetworkProgress progress)
{
    if (m_serverHasBinary) {
        auto file = co_await binaryNetwork(endpoint, options, progress);
        if (options.cancel.isCancelled())
            co_return cancelled();
        if (file)
            co_return file;
        const bool noBinary = file.error().code == ErrorCode::NotFound && file.error().path == u"accept";
        if (!noBinary && !isGraphRefusal(file.error()))
            co_return file;
        // A file that is refused says something about this file; a version, something about the server.
        m_serverHasBinary = !noBinary && file.error().reason != u"unsupported_version";
        if (options.cache == net::CachePolicy::Normal)
            options.cache = net::CachePolicy::Refresh;
    }
    co_return co_await jsonNetwork(endpoint, options, progress);
}

QCoro::Task<Result<Answered<NetworkSnapshot>>> HabibiClient::network(
    Address address, int depth, CallOptions options, NetworkProgress progress)
{
    if (depth < 1 || depth > 7)
        co_return fail(ErrorCode::InvalidArgument, u"a depth outside 1..7"_s, u"depth"_s);
    wire::habibi::rest::GetUserNetwork endpoint;
    endpoint.address = address;
    endpoint.depth = depth;
    auto file = co_await wholeNetwork(endpoint, options, progress);
    if (options.cancel.isCancelled())
        co_return cancelled();
    if (!file && mustStartAgain(file.error())) {
        options.cache = net::CachePolicy::Refresh;
        file = co_await wholeNetwork(endpoint, options, progress);
    }
    if (!file)
        co_return std::unexpected(file.error());
    const NetworkFile network = file->value;
    auto index = [network] { return NetworkSnapshot(network); };
    const auto snapshot = co_await net::offThread(std::move(index));
    Answered<NetworkSnapshot> answer;
    answer.value = snapshot;
    answer.freshness = file->freshness;
    co_return answer;
}

} // namespace majlis::habibi
