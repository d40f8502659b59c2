// SPDX-License-Identifier: GPL-3.0-or-later
//
// Referral codes, registrations and what they earn.
#include "app/sandbox/world/platform.h"

#include <QUuid>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

constexpr std::uint64_t codeSpace = 2'821'109'907'456ULL; // 36^8
constexpr std::uint64_t codeFactor = 1'500'450'271'117ULL; // odd and not divisible by 3, so it has an inverse
constexpr QLatin1StringView codeDigits("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
constexpr std::int64_t settleMs = 4'000; // until a claim is final on its chain

std::uint64_t multiply(std::uint64_t left, std::uint64_t right)
{
    return static_cast<std::uint64_t>(Wide(left) * right % codeSpace);
}

/// Inverse of codeFactor modulo codeSpace: codeFactor^(φ − 1), φ(2^16·3^16) = codeSpace / 3.
std::uint64_t inverseFactor()
{
    std::uint64_t result = 1;
    std::uint64_t base = codeFactor;
    for (std::uint64_t exponent = codeSpace / 3 - 1; exponent > 0; exponent >>= 1) {
        if ((exponent & 1U) != 0)
            result = multiply(result, base);
        base = multiply(base, base);
    }
    return result;
}

QString wideText(Wide value)
{
    return QString(
        QString::number(static_cast<quint64>(value >> 64)) + u':' + QString::number(static_cast<quint64>(value)));
}

} // namespace

// A code is the number of (person, chain), scrambled by a multiplication that can be undone, so that a million people
// need no table of codes.
QString Platform::codeOf(Index node, Chain chain) const
{
    const std::uint64_t offset = mix(m_world.seed()) % codeSpace;
    std::uint64_t value = (multiply(std::uint64_t(node) * 3 + slot(chain), codeFactor) + offset) % codeSpace;
    QString text(8, u'0');
    for (qsizetype i = 7; i >= 0; --i, value /= 36)
        text[i] = codeDigits[static_cast<qsizetype>(value % 36)];
    return QString(u"HABIBI-"_s + codePart(chain) + u'-' + text);
}

std::optional<CodeOwner> Platform::ownerOf(const QString &code) const
{
    static const std::uint64_t inverse = inverseFactor();
    std::uint64_t value = 0;
    for (const QChar digit : code.last(8))
        value = value * 36 + static_cast<std::uint64_t>(codeDigits.indexOf(digit));
    const std::uint64_t offset = mix(m_world.seed()) % codeSpace;
    const std::uint64_t number = multiply((value + codeSpace - offset) % codeSpace, inverse);
    if (number / 3 >= m_world.count())
        return std::nullopt;
    CodeOwner owner;
    owner.node = static_cast<Index>(number / 3);
    owner.chain = static_cast<Chain>(number % 3);
    owner.active = m_accounts.contains(owner.node) || mix(number ^ m_world.seed()) % 31 != 0;
    if (codeOf(owner.node, owner.chain) != code)
        return std::nullopt;
    return owner;
}

int Platform::usesOf(Index node, Chain chain) const
{
    const int registered = m_codeUses.value(codeOf(node, chain));
    return chain == m_world.chain(node) && !m_accounts.contains(node) ? static_cast<int>(m_world.directReferrals(node))
                                                                      : registered;
}

ApiResult<Registration> Platform::registerReferral(Index referee, Chain chain, const QString &code)
{
    const auto owner = ownerOf(code);
    if (!owner)
        return refuse(ApiError::notFound(u"Referral code not found"_s));
    // The order of domain.md 1.4.
    if (owner->node == referee)
        return refuse(ApiError::conflict(u"Cannot refer yourself"_s, u"self_referral"_s));
    if (m_world.parent(referee) != none)
        return refuse(ApiError::conflict(u"Already referred"_s, u"already_referred"_s));
    if (m_world.isAncestor(referee, owner->node))
        return refuse(ApiError::conflict(u"Circular referral"_s, u"referral_cycle"_s));
    if (!owner->active)
        return refuse(ApiError::conflict(u"Referral code is not active"_s, u"code_inactive"_s));
    Registration result;
    result.referee = referee;
    result.referrer = owner->node;
    result.chain = chain;
    result.code = code;
    result.registeredAt = now();
    worldMove(referee, owner->node, result.registeredAt);
    m_database.flush();
    m_database.run(
        u"INSERT INTO code_uses(code, uses) VALUES(?, 1) ON CONFLICT(code) DO UPDATE SET uses = uses + 1"_s, {code});
    ++m_codeUses[code];
    result.depth = m_world.forestDepth(referee);
    result.transactionHash
        = m_world.transactionHash(chain, mix(referee) ^ static_cast<std::uint64_t>(result.registeredAt));
    return result;
}

Wide Platform::referralReward(int depth)
{
    // 8 tokens for a direct referee, half as much a level further down.
    return Wide(8) * tokenUnit >> (depth - 1);
}

Wide Platform::referralEarned(Index node) const
{
    Wide sum = 0;
    for (int level = 1; level <= networkDepth; ++level)
        sum += referralReward(level) * m_world.atLevel(node, level);
    return sum;
}

const std::vector<Claim> &Platform::claims(Index node) const
{
    static const std::vector<Claim> empty;
    const auto found = m_claims.constFind(node);
    return found == m_claims.constEnd() ? empty : *found;
}

Wide Platform::referralClaimed(Index node) const
{
    Wide sum = 0;
    for (const Claim &claim : claims(node))
        sum += claim.amount;
    return sum;
}

ApiResult<Claim> Platform::claimReferralRewards(Index node)
{
    const std::int64_t at = now();
    const auto &earlier = claims(node);
    if (!earlier.empty() && earlier.back().confirmedAt > at)
        return refuse(ApiError::conflict(u"A claim is on its way"_s, u"claim_pending"_s));
    const Wide earned = referralEarned(node);
    const Wide claimed = referralClaimed(node);
    if (earned <= claimed)
        return refuse(ApiError::conflict(u"Nothing to claim"_s, u"nothing_to_claim"_s));
    Claim claim;
    claim.id = u"claim-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    claim.node = node;
    claim.amount = earned - claimed;
    claim.chain = m_world.chain(node);
    claim.claimedAt = at;
    claim.confirmedAt = at + settleMs;
    claim.transactionHash = m_world.transactionHash(claim.chain, mix(node) ^ static_cast<std::uint64_t>(at));
    m_database.run(
        u"INSERT INTO claims(id, node, amount, chain, claimed, confirmed, hash) VALUES(?, ?, ?, ?, ?, ?, ?)"_s,
        {claim.id, node, wideText(claim.amount), static_cast<int>(slot(claim.chain)), qint64(claim.claimedAt),
            qint64(claim.confirmedAt), claim.transactionHash});
    m_claims[node].push_back(claim);
    m_unsettled.push_back(claim);
    return claim;
}

void Platform::settleClaims()
{
    const std::int64_t at = now();
    for (auto claim = m_unsettled.begin(); claim != m_unsettled.end();) {
        if (claim->confirmedAt > at) {
            ++claim;
            continue;
        }
        m_database.append({JournalEntry::Kind::Credit, at, claim->node, -1, static_cast<int>(slot(claim->chain)),
            wideText(claim->amount)});
        m_world.credit(claim->node, claim->chain, claim->amount, BalanceReason::Claim, at);
        m_database.flush();
        m_database.run(u"UPDATE claims SET settled = 1 WHERE id = ?"_s, {claim->id});
        claim = m_unsettled.erase(claim);
    }
}

} // namespace majlis::sandbox
