// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/habibi/habibiclient.h"
#include "models/platforms/habibi/livefeed.h"
#include "models/platforms/habibi/session.h"
#include "models/platforms/habibi/signer.h"
#include "tests/unit/net/nettest.h"
#include "tests/unit/net/scriptserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <utility>

/// Fakes at HABIBI's seams, healthy by default.
namespace majlis::test
{

using namespace Qt::StringLiterals;

inline const Address aliceAddress = *Address::parse(u"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
inline const Address laylaAddress = *Address::parse(u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8");

/// Keeps tokens in memory and counts.
class FakeVault final : public habibi::TokenVault
{
public:
    QMap<QString, QByteArray> held;
    int keeps = 0;
    bool locked = false;

    QCoro::Task<Result<void>> keep(QString name, wallet::SecretBytes token) override
    {
        ++keeps;
        if (locked)
            co_return fail(ErrorCode::Wallet, u"locked"_s);
        held[name] = QByteArray(reinterpret_cast<const char *>(token.data()), static_cast<qsizetype>(token.size()));
        co_return Result<void>{};
    }
    QCoro::Task<Result<std::optional<wallet::SecretBytes>>> find(QString name) override
    {
        using Found = std::optional<wallet::SecretBytes>;
        if (locked)
            co_return fail(ErrorCode::Wallet, u"locked"_s);
        if (!held.contains(name))
            co_return Found();
        co_return Found(wallet::SecretBytes::fromText(held[name].toStdString()));
    }
    QCoro::Task<Result<void>> forget(QString name) override
    {
        held.remove(name);
        co_return Result<void>{};
    }
};

/// Signs nothing real, but says what a wallet says.
class FakeSigner final : public habibi::Signer
{
public:
    Address account = aliceAddress;
    Address signer = aliceAddress;
    QString otherMessage; ///< not empty: signed instead
    int calls = 0;

    [[nodiscard]] Address address() const override { return account; }
    QCoro::Task<Result<wallet::SignedIntent>> sign(wallet::Intent intent) override
    {
        ++calls;
        co_return answer(intent);
    }

private:
    [[nodiscard]] Result<wallet::SignedIntent> answer(const wallet::Intent &intent) const
    {
        const auto message = wallet::messageOf(intent);
        if (!message)
            return fail(ErrorCode::Wallet, u"refused"_s);
        wallet::SignedIntent done{.signer = signer,
            .message = otherMessage.isEmpty() ? *message : otherMessage,
            .signature = u"0x"_s + QString(130, u'1'),
            .transaction = {},
            .transactionId = {},
            .description = {}};
        return done;
    }
};

/// A feed that says what a test tells it to.
class FakeFeed final : public habibi::LiveFeed
{
public:
    bool live = false;
    std::optional<Address> watched;
    int credentialChanges = 0;

    void watch(std::optional<Address> account) override { watched = account; }
    void credentialsChanged() override { ++credentialChanges; }
    [[nodiscard]] bool isLive() const override { return live; }
    [[nodiscard]] net::FeedHealth health() const override { return {}; }
    [[nodiscard]] std::vector<Followed> followed() const override { return {}; }
};

/// The whole client over a real socket.
struct HabibiFixture {
    explicit HabibiFixture(ScriptServer::Script script)
        : server(std::move(script))
        , session(clock, &vault, u"test"_s)
        , http(server.url(),
              {.network = &network, .clock = &clock, .gate = nullptr, .cache = nullptr, .tokens = &session})
        , graphql(http)
        , client(http, graphql)
    {
        network.setProxy(QNetworkProxy::NoProxy);
        session.setClient(&client);
    }

    SystemClock clock;
    FakeVault vault;
    ScriptServer server;
    QNetworkAccessManager network;
    habibi::Session session;
    net::HttpClient http;
    net::GraphqlClient graphql;
    habibi::HabibiClient client;
};

/// The first example of a schema of the contract.
inline QJsonObject contractExample(QLatin1StringView schema)
{
    QFile file(QStringLiteral(MAJLIS_WIRE_DIR "/habibi/examples.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QJsonObject schemas = QJsonDocument::fromJson(file.readAll()).object();
    return schemas[schema]["examples"_L1][0].toObject();
}

inline QByteArray jsonText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

inline wire::habibi::AuthResponse tokenPair(const QString &name, std::int64_t expiresIn = 900)
{
    wire::habibi::AuthResponse pair;
    pair.accessToken = u"access-"_s + name;
    pair.refreshToken = u"refresh-"_s + name;
    pair.expiresIn = expiresIn;
    return pair;
}

inline QByteArray tokenAnswer(const QString &name)
{
    return jsonText(wire::encode(tokenPair(name)).toObject());
}

} // namespace majlis::test
