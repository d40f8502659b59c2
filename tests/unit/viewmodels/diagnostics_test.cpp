// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/habibi/habibiservice.h"
#include "models/store/errorlog.h"
#include "viewmodels/diagnostics/diagnosticsviewmodel.h"

#include <QAbstractItemModelTester>
#include <QNetworkAccessManager>

#include <catch2/catch.hpp>

using namespace majlis;
using namespace majlis::viewmodels;
using namespace Qt::StringLiterals;

namespace
{

/// A feed that is as a test says.
class ScriptedFeed final : public habibi::LiveFeed
{
public:
    net::FeedHealth reported;
    std::vector<Followed> streams;

    void watch(std::optional<Address>) override { }
    void credentialsChanged() override { }
    [[nodiscard]] bool isLive() const override { return reported.state == net::FeedState::Live; }
    [[nodiscard]] net::FeedHealth health() const override { return reported; }
    [[nodiscard]] std::vector<Followed> followed() const override { return streams; }
};

struct Fixture {
    Fixture()
        : errors(clock)
    {
        habibi::HabibiService::Dependencies dependencies;
        dependencies.network = &network;
        dependencies.clock = &clock;
        dependencies.makeFeed = [this](const QUrl &, const Clock &, net::TokenSource &) {
            auto made = std::make_unique<ScriptedFeed>();
            feed = made.get();
            return std::unique_ptr<habibi::LiveFeed>(std::move(made));
        };
        const QUrl url(u"http://127.0.0.1:1"_s);
        service = std::make_unique<habibi::HabibiService>(url, u"test"_s, dependencies);
        platform.set(service.get(), {u"test"_s, u"Test"_s, url, true});
    }
    ~Fixture() { platform.set(nullptr, {}); }

    habibi::LiveFeed::Followed balances(net::StreamFreshness freshness, double p50Ms) const
    {
        habibi::LiveFeed::Followed followed;
        followed.status.freshness = freshness;
        followed.status.asOf = clock.now();
        followed.traffic.delivered = 1204;
        followed.traffic.latency = {.samples = 1204, .p50Ms = p50Ms, .p99Ms = 40, .p999Ms = 50, .maxMs = 60};
        return followed;
    }

    SystemClock clock;
    QNetworkAccessManager network;
    store::ErrorLog errors;
    CurrentPlatform platform;
    Ticker ticker;
    std::unique_ptr<habibi::HabibiService> service;
    ScriptedFeed *feed = nullptr;
};

} // namespace

TEST_CASE_METHOD(Fixture, "each stream has its own measured delay, count and state", "[diagnostics]")
{
    DiagnosticsViewModel diagnostics(errors, platform, clock, ticker, {});
    QAbstractItemModelTester tester(diagnostics.feeds(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    feed->reported.state = net::FeedState::Live;
    feed->reported.dialect = "socket.io";
    habibi::LiveFeed::Followed rebase;
    rebase.stream = habibi::LiveFeed::Stream::Rebase;
    rebase.chain = ChainName::Base;
    feed->streams = {balances(net::StreamFreshness::Live, 12), rebase};
    Q_EMIT feed->healthChanged();

    const auto &rows = diagnostics.feeds()->rows();
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].latency.startsWith(u"12"_s));
    CHECK(rows[1].latency.contains(u"40"_s));
    CHECK(rows[1].received == u"1,204"_s);
    CHECK(rows[1].state == FeedRow::State::Live);
    CHECK(rows[2].stream.contains(u"Base"_s));
    CHECK(rows[2].latency == u"–"_s);
    CHECK(rows[2].lastMessage == u"–"_s);
    CHECK(rows[2].state == FeedRow::State::Quiet);

    feed->streams.front() = balances(net::StreamFreshness::Stale, 12);
    Q_EMIT feed->staleChanged(habibi::LiveFeed::Stream::Balance, true);
    CHECK(rows[1].state == FeedRow::State::Stale);
    feed->reported.state = net::FeedState::Waiting;
    Q_EMIT feed->healthChanged();
    CHECK(rows[1].state == FeedRow::State::Connecting);
    CHECK(rows[1].stateText == rows[0].stateText);
}
