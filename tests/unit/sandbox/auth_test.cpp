// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeplatform.h"

#include "app/sandbox/auth/authservice.h"

using namespace majlis;
using namespace majlis::sandbox;
using namespace Qt::StringLiterals;

namespace
{

// The contract's own vector (x-signing): a key that everybody knows.
const QString knownAddress = u"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"_s;
const QString knownNonce = u"7f3c9a1e5b2d4860a1c9e7f3b5d20468"_s;
const QString knownSignature
    = u"0x2629f130c8d461465b55614e07f06abdafb728f00e0f291d6e85b4f866dbdca6093cff333e86a988c8a47449"
      "434bad3e4a6fa808b043c6566736b8e7b94bd6a21c"_s;

struct SignedIn {
    SignedIn()
        : auth(*fake.platform, 900)
    {
        const wallet::Address address = *wallet::Address::parse(knownAddress);
        fake.database->run(u"INSERT INTO nonces(nonce, address, expires) VALUES(?, ?, ?)"_s,
            {knownNonce, knownAddress, qint64(fake.clock.at + AuthService::nonceMs)});
        tokens = auth.verify(address, Chain::Base, knownNonce, knownSignature);
    }
    QByteArray bearer() const { return "Bearer " + tokens->value(u"accessToken"_s).toString().toUtf8(); }

    FakePlatform fake;
    AuthService auth;
    ApiResult<QJsonObject> tokens;
};

} // namespace

TEST_CASE("The contract's signature signs in, and its token speaks for the address", "[sandbox]")
{
    SignedIn in;
    REQUIRE(in.tokens);
    const auto viewer = in.auth.viewer(in.bearer());
    REQUIRE(viewer);
    CHECK(viewer->address->text() == knownAddress);
    CHECK(viewer->isAtLeast(Role::Verified));
    CHECK(!in.auth.viewer({})->isSignedIn());
    CHECK(in.auth.viewer("Basic abc").error().code == u"unauthorized"_s);
}

TEST_CASE("Nonces are good once, for their address, for 300 seconds", "[sandbox]")
{
    FakePlatform fake;
    AuthService auth(*fake.platform, 900);
    const auto mine = evmAddress(1);
    const QString nonce = auth.createNonce(mine).value(u"nonce"_s).toString();
    const QString wrong = u"0x"_s + QString(130, u'1');
    CHECK(auth.verify(evmAddress(2), Chain::Base, nonce, wrong).error().reason == u"nonce_unknown"_s);
    CHECK(auth.verify(mine, Chain::Base, nonce, wrong).error().reason == u"invalid_signature"_s);
    CHECK(auth.verify(mine, Chain::Base, nonce, wrong).error().reason == u"nonce_used"_s);
    const QString late = auth.createNonce(mine).value(u"nonce"_s).toString();
    fake.clock.at += AuthService::nonceMs;
    CHECK(auth.verify(mine, Chain::Base, late, wrong).error().reason == u"nonce_expired"_s);
}

TEST_CASE("An access token ends when its time is over", "[sandbox]")
{
    SignedIn in;
    in.fake.clock.at += 899'000;
    CHECK(in.auth.viewer(in.bearer()));
    in.fake.clock.at += 2'000;
    CHECK(in.auth.viewer(in.bearer()).error().code == u"token_expired"_s);
}

TEST_CASE("Refresh tokens rotate; a second use ends the family, but for the same key within a minute", "[sandbox]")
{
    SignedIn in;
    const QString first = in.tokens->value(u"refreshToken"_s).toString();
    const auto second = in.auth.refresh(first, u"key-1"_s);
    REQUIRE(second);
    const auto replay = in.auth.refresh(first, u"key-1"_s);
    REQUIRE(replay);
    CHECK(replay->replayed);
    CHECK(replay->answer == second->answer);
    CHECK(in.auth.refresh(first, u"key-2"_s).error().reason == u"refresh_reused"_s);
    const QString newest = second->answer.value(u"refreshToken"_s).toString();
    CHECK(in.auth.refresh(newest, u"key-3"_s).error().reason == u"refresh_unknown"_s);
    in.fake.clock.at += AuthService::replayMs + 1;
    CHECK(in.auth.refresh(first, u"key-1"_s).error().reason == u"refresh_reused"_s);
}

TEST_CASE("A refresh token ends after a week, each refresh counts anew, and a restart keeps it", "[sandbox]")
{
    SignedIn in;
    in.fake.clock.at += 6LL * 86'400'000;
    const auto second = in.auth.refresh(in.tokens->value(u"refreshToken"_s).toString(), u"a"_s);
    REQUIRE(second);
    const QString token = second->answer.value(u"refreshToken"_s).toString();
    in.fake.clock.at += 6LL * 86'400'000;
    in.fake.restart();
    AuthService again(*in.fake.platform, 900);
    const auto third = again.refresh(token, u"b"_s);
    REQUIRE(third);
    in.fake.clock.at += 8LL * 86'400'000;
    const auto late = again.refresh(third->answer.value(u"refreshToken"_s).toString(), u"c"_s);
    REQUIRE(!late);
    CHECK(late.error().status == 401);
}
