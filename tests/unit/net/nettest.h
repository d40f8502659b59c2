// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"
#include "models/net/call.h"
#include "models/net/httpclient.h"
#include "models/net/rategate.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QTest>

#include <catch2/catch.hpp>

#include <memory>
#include <optional>

namespace majlis::test
{

/// A clock that moves when told; it starts at 2026-11-20T15:04:05Z.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] UnixMs now() const override { return wall; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return steady; }
    void advance(std::chrono::milliseconds span)
    {
        wall = wall + span;
        steady += span;
    }

    UnixMs wall{1'795'187'045'000};
    std::chrono::milliseconds steady{1'000};
};

/// Runs a task to its end, as a view model would start it.
template <class Factory>
auto await(Factory factory, int withinMs = 10'000)
{
    using Outcome = typename std::invoke_result_t<Factory, net::CancelToken>::value_type;
    QObject context;
    const auto outcome = std::make_shared<std::optional<Outcome>>();
    net::start(&context, std::move(factory), [outcome](Outcome result) { outcome->emplace(std::move(result)); });
    REQUIRE(QTest::qWaitFor([&] { return outcome->has_value(); }, withinMs));
    return std::move(**outcome);
}

/// The client under test with real transport.
struct ClientFixture {
    explicit ClientFixture(const QUrl &base, net::TokenSource *tokens = nullptr, store::ResponseCache *cache = nullptr)
        : client(base, {.network = &network, .clock = &clock, .gate = &gate, .cache = cache, .tokens = tokens})
    {
        network.setProxy(QNetworkProxy::NoProxy);
    }

    Result<net::HttpResponse> send(net::HttpRequest request, int withinMs = 10'000)
    {
        return await(
            [&](net::CancelToken token) {
                request.cancel = token;
                return client.send(request);
            },
            withinMs);
    }

    SystemClock clock;
    net::RateGate gate{clock};
    QNetworkAccessManager network;
    net::HttpClient client;
};

} // namespace majlis::test
