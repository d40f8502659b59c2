// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/rebase.h"

#include <boost/multiprecision/cpp_dec_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace majlis
{

namespace
{

// A hundred digits: the weights are real numbers, and the amounts made from them shall not depend on binary64.
using Real = boost::multiprecision::cpp_dec_float_100;
using Integer = boost::multiprecision::cpp_int;

constexpr std::int64_t basisPoints = 10'000;
constexpr std::int64_t minimumBalance = 100; // "balance > 100", strictly (D9)
constexpr std::chrono::hours epochLength{24};
constexpr int maxEpochs = 3650;

Integer rawOf(const Amount &amount)
{
    Integer raw = 0;
    const auto &limbs = amount.rawMagnitude();
    for (auto limb = limbs.rbegin(); limb != limbs.rend(); ++limb)
        raw = (raw << 64) | *limb;
    return raw;
}

Result<Amount> amountOf(Integer raw)
{
    std::array<std::uint64_t, 6> limbs{};
    for (std::uint64_t &limb : limbs) {
        limb = static_cast<std::uint64_t>(raw & ~std::uint64_t{0});
        raw >>= 64;
    }
    if (raw != 0)
        return fail(ErrorCode::Overflow, u"an amount above its range"_s);
    return Amount::fromRaw(limbs, false);
}

Real realOf(const Amount &amount)
{
    return Real(rawOf(amount)) / Real("1e18");
}

bool isInDomain(const Amount &totalSupply, std::int64_t rateBps, std::span<const RebaseUser> users)
{
    const auto good = [&totalSupply](const RebaseUser &user) {
        return !user.balance.isNegative() && user.balance <= totalSupply && !user.networkBalance.isNegative();
    };
    return totalSupply > Amount() && rateBps >= 0 && std::all_of(users.begin(), users.end(), good);
}

Real weightOf(const RebaseUser &user, const Amount &totalSupply)
{
    if (user.balance <= Amount::fromInteger(minimumBalance))
        return 0;
    const Real bonus = 1 + log10(realOf(user.networkBalance) + 1) / 2;
    const Real weight = realOf(user.balance) / realOf(totalSupply) * bonus;
    return user.verified ? Real(weight * 5 / 4) : weight;
}

} // namespace

Result<RebaseShares> shareRebase(const Amount &totalSupply, std::int64_t rateBps, std::span<const RebaseUser> users)
{
    if (!isInDomain(totalSupply, rateBps, users))
        return fail(ErrorCode::InvalidArgument, u"outside the domain of a rebase"_s);
    const auto offered = totalSupply.timesRatio(rateBps, basisPoints, Rounding::Down);
    if (!offered)
        return std::unexpected(offered.error());

    std::vector<Real> weights;
    Real total = 0;
    for (const RebaseUser &user : users) {
        weights.push_back(weightOf(user, totalSupply));
        total += weights.back();
    }
    RebaseShares shares;
    shares.rebaseAmount = *offered;
    shares.totalWeight = total.convert_to<double>();
    const Integer offeredRaw = rawOf(*offered);
    Integer left = offeredRaw;
    for (const Real &weight : weights) {
        // A weight of 0 is not converted: Boost 1.74 negates INT_MIN on the way.
        const Integer raw = weight == 0 ? Integer(0) : Integer(trunc(Real(offeredRaw) * weight / total));
        const auto amount = amountOf(raw);
        if (!amount)
            return std::unexpected(amount.error());
        left -= raw;
        shares.weights.push_back(weight.convert_to<double>());
        shares.amounts.push_back(*amount);
    }
    const auto dust = amountOf(left);
    if (!dust)
        return std::unexpected(dust.error());
    shares.dust = *dust;
    return shares;
}

Result<Amount> supplyAfter(const Amount &totalSupply, std::int64_t rateBps, int epochs)
{
    if (totalSupply.isNegative() || rateBps < 0 || rateBps > basisPoints || epochs < 0 || epochs > maxEpochs)
        return fail(ErrorCode::InvalidArgument, u"outside the domain of compounding"_s);
    const Real growth = pow(1 + Real(rateBps) / basisPoints, epochs);
    const Real raw = Real(rawOf(totalSupply)) * growth;
    if (raw > Real("1e115"))
        return fail(ErrorCode::Overflow, u"a supply above the range of Amount"_s);
    const auto exact = amountOf(Integer(trunc(raw)));
    return exact ? exact->rounded(6, Rounding::HalfEven) : exact;
}

std::optional<RebaseCountdown> RebaseCountdown::of(std::optional<UnixMs> nextRebaseAt,
    std::optional<UnixMs> lastRebaseAt, UnixMs now, std::chrono::milliseconds serverAhead)
{
    RebaseCountdown countdown;
    if (nextRebaseAt) {
        countdown.at = *nextRebaseAt;
    } else if (lastRebaseAt) {
        countdown.at = *lastRebaseAt + epochLength;
        countdown.estimated = true;
    } else {
        return std::nullopt;
    }
    countdown.left = std::max(countdown.at - (now + serverAhead), std::chrono::milliseconds(0));
    return countdown;
}

} // namespace majlis
