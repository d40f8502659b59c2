// SPDX-License-Identifier: GPL-3.0-or-later
// Written by models/wire/generate.py from resources/schemas; do not edit.
#include "models/wire/habibi/endpoints.h"

using namespace Qt::StringLiterals;

namespace majlis::wire::habibi::rest
{

Request CreateNonce::request() const
{
    Request request;
    request.method = Method::Post;
    request.path = u"/api/auth/nonce"_s;
    request.body = encode(body).toObject();
    request.answerTypes = {"application/json"};
    request.requiredKeys = {u"nonce"_s, u"expiresAt"_s};
    return request;
}

Request VerifySignature::request() const
{
    Request request;
    request.method = Method::Post;
    request.path = u"/api/auth/verify"_s;
    request.body = encode(body).toObject();
    request.answerTypes = {"application/json"};
    request.requiredKeys = {u"accessToken"_s, u"refreshToken"_s, u"expiresIn"_s};
    return request;
}

Request RefreshTokens::request() const
{
    Request request;
    request.method = Method::Post;
    request.path = u"/api/auth/refresh"_s;
    request.body = encode(body).toObject();
    request.needsIdempotencyKey = true;
    request.answerTypes = {"application/json"};
    request.requiredKeys = {u"accessToken"_s, u"refreshToken"_s, u"expiresIn"_s};
    return request;
}

Request Logout::request() const
{
    Request request;
    request.method = Method::Post;
    request.path = u"/api/auth/logout"_s;
    request.body = encode(body).toObject();
    request.expectedStatus = {204};
    return request;
}

Request GetUser::request() const
{
    Request request;
    request.path = u"/users/"_s + pathPart(address);
    request.authentication = Authentication::Optional;
    request.answerTypes = {"application/json"};
    request.requiredKeys
        = {u"id"_s, u"address"_s, u"chain"_s, u"balance"_s, u"balances"_s, u"isVerified"_s, u"directReferrals"_s,
            u"totalReferrals"_s, u"maxDepth"_s, u"networkStrength"_s, u"profile"_s, u"createdAt"_s, u"updatedAt"_s};
    return request;
}

Request GetUserNetwork::request() const
{
    Request request;
    request.path = u"/users/"_s + pathPart(address) + u"/network"_s;
    addQuery(request.query, u"depth"_s, depth);
    addQuery(request.query, u"limit"_s, limit);
    addQuery(request.query, u"cursor"_s, cursor);
    request.authentication = Authentication::Optional;
    request.answerTypes = {"application/json", "application/vnd.majlis.graph+binary"};
    request.requiredKeys = {u"root"_s, u"nodes"_s, u"edges"_s, u"strength"_s, u"depth"_s, u"firstIndex"_s,
        u"truncation"_s, u"snapshotId"_s, u"computedAt"_s};
    return request;
}

Request RegisterReferral::request() const
{
    Request request;
    request.method = Method::Post;
    request.path = u"/api/referrals/register"_s;
    request.body = encode(body).toObject();
    request.authentication = Authentication::Optional;
    request.needsIdempotencyKey = true;
    request.answerTypes = {"application/json"};
    request.requiredKeys = {u"success"_s, u"referee"_s, u"referrer"_s};
    return request;
}

Request GetRebaseHistory::request() const
{
    Request request;
    request.path = u"/rebase/history"_s;
    addQuery(request.query, u"chain"_s, chain);
    addQuery(request.query, u"limit"_s, limit);
    addQuery(request.query, u"cursor"_s, cursor);
    request.answerTypes = {"application/json"};
    request.requiredKeys = {u"events"_s, u"nextCursor"_s};
    return request;
}

Request Graphql::request() const
{
    Request request;
    request.method = Method::Post;
    request.path = u"/graphql"_s;
    request.body = encode(body).toObject();
    request.authentication = Authentication::Optional;
    request.answerTypes = {"application/graphql-response+json", "application/json"};
    return request;
}

Request GetHealth::request() const
{
    Request request;
    request.path = u"/health"_s;
    request.answerTypes = {"application/json"};
    request.requiredKeys = {u"status"_s};
    return request;
}

Request GetReady::request() const
{
    Request request;
    request.path = u"/ready"_s;
    request.answerTypes = {"application/json"};
    request.requiredKeys = {u"status"_s};
    return request;
}

} // namespace majlis::wire::habibi::rest
