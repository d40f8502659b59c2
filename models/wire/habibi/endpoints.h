// SPDX-License-Identifier: GPL-3.0-or-later
// Written by models/wire/generate.py from resources/schemas; do not edit.
#pragma once

#include "models/wire/habibi/types.h"
#include "models/wire/request.h"

/// One type an endpoint: its parameters as members, request() to send, Answer to decode.
namespace majlis::wire::habibi::rest
{

/// Ask for a sign-in nonce. POST /api/auth/nonce.
struct CreateNonce {
    using Answer = NonceResponse;

    NonceRequest body;

    [[nodiscard]] Request request() const;
};

/// Exchange a signed nonce for tokens. POST /api/auth/verify. Path added; the exchange is AuthService.authenticate.
/// An unknown address gets an account with role `user`. 401 messages: `Invalid signature`, `Nonce already used`
/// (both the document's), `Nonce expired`, `Unknown nonce` (reasons `invalid_signature`, `nonce_used`,
/// `nonce_expired`, `nonce_unknown`). After any of them: ask for a new nonce.
struct VerifySignature {
    using Answer = AuthResponse;

    VerifyRequest body;

    [[nodiscard]] Request request() const;
};

/// Exchange the refresh token for a new pair. POST /api/auth/refresh. 401 reasons: `refresh_unknown`,
/// `refresh_expired`, `refresh_reused` (family revoked). All three mean: sign in again. Any other failure leaves
/// the token usable.
struct RefreshTokens {
    using Answer = AuthResponse;

    RefreshRequest body;

    [[nodiscard]] Request request() const;
};

/// Revoke the refresh token's family. POST /api/auth/logout. Needs no access token, so that it works after that has
/// ended. Unknown tokens also answer 204. Access tokens live on until they expire; the client forgets them.
struct Logout {
    using Answer = wire::Nothing;

    RefreshRequest body;

    [[nodiscard]] Request request() const;
};

/// One user. GET /users/{address}. As GraphQL `user`. `role` and `referralCode` only for the user itself or an
/// admin, else null.
struct GetUser {
    using Answer = User;

    /// EVM or Solana address; anything else is 400 `Invalid Ethereum address` or `Invalid Solana address` (the latter
    /// unless it starts with `0x`)
    Address address = unread();

    [[nodiscard]] Request request() const;
};

/// The network under a user. GET /users/{address}/network. As GraphQL `userNetwork` and, with `limit` or `cursor`,
/// `userNetworkPage`. JSON: at most 10,000 nodes without `limit`, 5,000 with it. `Accept:
/// application/vnd.majlis.graph+binary;version=1, application/json;q=0.5` asks for the binary graph
/// (`habibi.feeds.md` part 4), at most 2,000,000 nodes without `limit`, 500,000 with it; a server without it
/// answers JSON. Truncation is reported in both. A cursor belongs to the representation that gave it. 409 reason
/// `snapshot_expired`: the walk's snapshot is gone, start again without a cursor.
struct GetUserNetwork {
    using Answer = NetworkGraph;

    /// EVM or Solana address; anything else is 400 `Invalid Ethereum address` or `Invalid Solana address` (the latter
    /// unless it starts with `0x`)
    Address address = unread();
    /// Levels below the root
    std::optional<std::int64_t> depth;
    /// Nodes per page; not given means the whole network up to the limit of the representation
    std::optional<std::int64_t> limit;
    /// `truncation.nextCursor` of the page before, opaque
    std::optional<QString> cursor;

    [[nodiscard]] Request request() const;
};

/// Become the referee of a code's owner. POST /api/referrals/register. The signature is the referee's, over the
/// "Referral registration" message. 401 `Invalid signature`; 403 when a token of another user is sent; 404 when
/// nobody owns the code; 409 with reason `already_referred`, `self_referral`, `referral_cycle` (the referee is an
/// ancestor of the code's owner) or `code_inactive`. A 409 is final: never repeat it.
struct RegisterReferral {
    using Answer = RegisterResult;

    RegisterReferralRequest body;

    [[nodiscard]] Request request() const;
};

/// Past rebases of a chain, newest first. GET /rebase/history. Mirror of GraphQL `rebaseHistory` and
/// `rebaseHistoryPage`. An empty list is a chain without rebases.
struct GetRebaseHistory {
    using Answer = RebasePage;

    /// Which chain
    Chain chain;
    /// Events per page; 30 as in GraphQL
    std::optional<std::int64_t> limit;
    /// `nextCursor` of the page before, opaque
    std::optional<QString> cursor;

    [[nodiscard]] Request request() const;
};

/// One GraphQL operation. POST /graphql. Schema and error rules in `habibi.graphql`. Mutations take `Idempotency-
/// Key` and then hold one root field.
struct Graphql {
    using Answer = GraphqlResponse;

    GraphqlRequest body;

    [[nodiscard]] Request request() const;
};

/// Is the service alive. GET /health. Not rate limited. Any 200 means alive, whatever the body; a degraded check is
/// shown, never fatal.
struct GetHealth {
    using Answer = Health;

    [[nodiscard]] Request request() const;
};

/// May requests be sent. GET /ready. Not rate limited. 503 is the answer "no", with `Retry-After`; the client shows
/// the platform as unavailable and asks again.
struct GetReady {
    using Answer = Health;

    [[nodiscard]] Request request() const;
};

} // namespace majlis::wire::habibi::rest
