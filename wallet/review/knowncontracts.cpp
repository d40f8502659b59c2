// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/review/knowncontracts.h"

#include "wallet/evm/abi.h"

#include <algorithm>
#include <array>

namespace majlis::wallet
{

namespace
{

using enum ParameterRole;

// contract/ab-land.contracts.md section 2, contract/dslt.openapi.yaml "x-contract-calls", ab-land.contracts.md
// section 11 (HABIBI).
const std::vector<KnownContract> &contracts()
{
    static const std::vector<KnownContract> list{
        {Platform::AbLand, QStringLiteral("ABTokenFactory"),
            {{"createToken(string name,string symbol,uint256 totalSupply,uint8 decimals,string metadataURI)", {},
                false}},
            false},
        {Platform::AbLand, QStringLiteral("ABLiquidityManager"),
            {{"createPool(address tokenA,address tokenB,uint256 amountA,uint256 amountB)",
                 {{2, Spent, 0}, {3, Spent, 1}}, true},
                {"swap(bytes32 poolId,address tokenIn,uint256 amountIn,uint256 amountOutMin)",
                    {{2, Spent, 1}, {3, ReceivedAtLeast, -1}}, false}},
            false},
        {Platform::AbLand, QStringLiteral("Token"),
            {{"approve(address spender,uint256 amount)", {{0, Spender, -1}, {1, Allowance, -1}}, false}}, true},
        {Platform::Habibi, QStringLiteral("HABIBI Referral"),
            {{"registerReferral(address referee,address referrer)", {{0, Self, -1}, {1, Recipient, -1}}, false}},
            false},
        {Platform::Dslt, QStringLiteral("DSLT Staking"),
            {{"stake(uint256 poolId,uint256 amount)", {{1, Spent, -1}}, false},
                {"withdraw(uint256 positionId,uint256 maxDeduction)", {{1, SpentAtMost, -1}}, false},
                {"emergencyWithdraw(uint256 positionId)", {}, false}, {"compound(uint256 positionId)", {}, false},
                {"claimRewards(uint256 positionId)", {}, false}},
            false},
        {Platform::Dslt, QStringLiteral("DSLT Marketplace"),
            {{"listFixed(address collection,uint256 tokenId,uint256 quantity,address currency,uint256 price,uint64 "
              "start,uint64 end)",
                 {{4, ReceivedAtLeast, 3}, {5, Time, -1}, {6, Time, -1}}, false},
                {"listEnglish(address collection,uint256 tokenId,uint256 quantity,address currency,uint256 "
                 "startPrice,uint256 reserve,uint256 minIncrement,uint16 incrementBps,uint64 start,uint64 end,uint32 "
                 "extension)",
                    {{4, ReceivedAtLeast, 3}, {8, Time, -1}, {9, Time, -1}}, false},
                {"listDutch(address collection,uint256 tokenId,uint256 quantity,address currency,uint256 "
                 "startPrice,uint256 endPrice,uint64 start,uint64 end,uint32 step)",
                    {{5, ReceivedAtLeast, 3}, {6, Time, -1}, {7, Time, -1}}, false},
                {"delist(uint256 listingId)", {}, false},
                {"buy(uint256 listingId,uint256 quantity,uint256 maxPrice)", {{2, SpentAtMost, -1}}, false},
                {"bid(uint256 listingId,uint256 amount)", {{1, SpentAtMost, -1}}, false},
                {"settle(uint256 listingId)", {}, false},
                {"makeOffer(address collection,uint256 tokenId,uint256 quantity,address currency,uint256 "
                 "amount,uint64 expires)",
                    {{4, SpentAtMost, 3}, {5, Time, -1}}, false},
                {"cancelOffer(uint256 offerId)", {}, false},
                {"acceptOffer(uint256 offerId,uint256 minProceeds)", {{1, ReceivedAtLeast, -1}}, false}},
            false},
        {Platform::Dslt, QStringLiteral("DSLT NFT Factory"),
            {{"createCollection(uint8 standard,string name,string symbol,address royaltyReceiver,uint96 royaltyBps)",
                {}, false}},
            false},
        {Platform::Dslt, QStringLiteral("DSLT Vesting"),
            {{"release(uint256 scheduleId)", {}, false},
                {"createSchedules((address beneficiary,uint256 total,uint64 start,uint64 cliff,uint64 duration,uint64 "
                 "interval,uint16 initialBps,uint8 kind,bool revocable)[] schedules)",
                    {}, true},
                {"revoke(uint256 scheduleId)", {}, false}},
            false},
        {Platform::Dslt, QStringLiteral("DSLT Mining"),
            {{"purchase(uint256 tokens,uint256 maxCost)", {{1, SpentAtMost, -1}}, false}}, false},
        {Platform::Dslt, QStringLiteral("DSLT Swap"),
            {{"swap(bytes32 quoteId,address tokenIn,uint256 amountIn,uint256 minOut)",
                {{2, Spent, 1}, {3, ReceivedAtLeast, -1}}, false}},
            false},
        {Platform::Dslt, QStringLiteral("DSLT Payments"),
            {{"payOrder(bytes32 orderId,address token,uint256 amount)", {{2, Spent, 1}}, false}}, false},
        {Platform::Dslt, QStringLiteral("Token"),
            {{"approve(address spender,uint256 amount)", {{0, Spender, -1}, {1, Allowance, -1}}, false}}, true},
        {Platform::Dslt, QStringLiteral("NFT collection"),
            {{"setApprovalForAll(address operator,bool approved)", {{0, Spender, -1}}, false},
                {"mint(address to,uint256 quantity,string tokenUri)", {{0, Recipient, -1}}, false},
                {"mintBatch(address to,uint256[] quantities,string[] tokenUris)", {{0, Recipient, -1}}, false}},
            true},
    };
    return list;
}

struct Deployment {
    ChainId chain;
    Address address;
    QString contract;
};

Address at(QStringView text)
{
    return *Address::parse(text);
}

// The addresses that the contract's documents give. Where they leave them to configuration, this list is it.
const std::vector<Deployment> &deployments()
{
    static const std::vector<Deployment> list{
        {chainLocal, at(u"0x8464135c8F25Da09e49BC8782676a84730C318bC"), QStringLiteral("ABTokenFactory")},
        {chainLocal, at(u"0x71C95911E9a5D330f4D621842EC243EE1343292e"), QStringLiteral("ABLiquidityManager")},
        {chainBase, at(u"0x5FbDB2315678afecb367f032d93F642f64180aa3"), QStringLiteral("HABIBI Referral")},
        {chainBnb, at(u"0x9fE46736679d2D9a65F0992F2272dE9f3c7fa6e0"), QStringLiteral("DSLT Staking")},
    };
    return list;
}

const std::vector<std::pair<ChainId, EvmToken>> &tokens()
{
    static const std::vector<std::pair<ChainId, EvmToken>> list{
        {chainLocal, {at(u"0x8398bCD4f633C72939F9043dB78c574A91C99c0A"), QStringLiteral("MJG"), 18}},
        {chainLocal, {at(u"0x02299a3DcaB0938d0544130D054Bcbfb32B588C3"), QStringLiteral("TUSD"), 6}},
        {chainBnb, {at(u"0x5FbDB2315678afecb367f032d93F642f64180aa3"), QStringLiteral("DSLT"), 18}},
    };
    return list;
}

std::string canonicalOf(std::string_view signature)
{
    const Result<AbiFunction> function = AbiFunction::parse(signature);
    return function ? function->canonical() : std::string();
}

const KnownMethod *methodOf(const KnownContract &contract, std::string_view canonical)
{
    const auto found = std::find_if(contract.methods.begin(), contract.methods.end(),
        [canonical](const KnownMethod &method) { return canonicalOf(method.signature) == canonical; });
    return found == contract.methods.end() ? nullptr : &*found;
}

// contract/zmart.openapi.yaml and trade-hybrid.openapi.yaml "x-program-instructions"; ab-land.contracts.md section 12.
struct ProgramAt {
    Address address;
    QString name;
};

const std::vector<ProgramAt> &programs()
{
    static const std::vector<ProgramAt> list{
        {at(u"7h3gXfBfYFueFVLYyfL5Qo1QGsf4GQUfW96FKVgnUsJS"), QStringLiteral("ZMART Core")},
        {at(u"3XDU9r97qqJRdgqKJEWDYSJesPAUbLqsejXus4WLuhAQ"), QStringLiteral("ZMART Proposal")},
        {at(u"8EnMUrGN9RGMzW4Pbpk824YdfNKUoUpqpCKCEY3PGki"), QStringLiteral("Trade Hybrid Staking")},
        {at(u"4EZR92qLf1br1ay6peoxCBkRDefJHtyTMkDFRCGzUoSD"), QStringLiteral("Trade Hybrid Matrix")},
        {at(u"3BoqF8WMXBD4tdhE7yu2LuNkLuoQoPNSbFraZsC1BX5a"), QStringLiteral("HABIBI Referral")},
    };
    return list;
}

const std::vector<KnownProgramCall> &programCalls()
{
    const auto text = [](const char16_t *s) { return QString::fromUtf16(s); };
    static const std::vector<KnownProgramCall> list{
        {Platform::Zmart, text(u"ZMART Core"), text(u"buy_shares"), {1, 8, 8},
            {text(u"outcome"), text(u"shares"), text(u"max_cost")}},
        {Platform::Zmart, text(u"ZMART Core"), text(u"sell_shares"), {1, 8, 8},
            {text(u"outcome"), text(u"shares"), text(u"min_proceeds")}},
        {Platform::Zmart, text(u"ZMART Core"), text(u"create_market"), {1, 8, 8},
            {text(u"outcomes"), text(u"liquidity"), text(u"max_deposit")}},
        {Platform::Zmart, text(u"ZMART Core"), text(u"activate_market"), {}, {}},
        {Platform::TradeHybrid, text(u"Trade Hybrid Staking"), text(u"stake"), {8}, {text(u"amount")}},
        {Platform::TradeHybrid, text(u"Trade Hybrid Staking"), text(u"unstake"), {8}, {text(u"amount")}},
        {Platform::TradeHybrid, text(u"Trade Hybrid Staking"), text(u"withdraw"), {4}, {text(u"unstakeIndex")}},
        {Platform::TradeHybrid, text(u"Trade Hybrid Staking"), text(u"claim_rewards"), {}, {}},
        {Platform::TradeHybrid, text(u"Trade Hybrid Matrix"), text(u"join"), {32, 8},
            {text(u"sponsor"), text(u"price")}},
        {Platform::TradeHybrid, text(u"Trade Hybrid Matrix"), text(u"upgrade"), {1, 8},
            {text(u"tier"), text(u"price")}},
        {Platform::Habibi, text(u"HABIBI Referral"), text(u"register_referral"), {}, {}},
    };
    return list;
}

} // namespace

const KnownContract *knownContract(Platform platform, ChainId chain, const Address &address)
{
    for (const Deployment &deployment : deployments()) {
        if (deployment.chain != chain || deployment.address != address)
            continue;
        for (const KnownContract &contract : contracts()) {
            if (contract.platform == platform && contract.name == deployment.contract)
                return &contract;
        }
    }
    return nullptr;
}

FoundMethod knownMethod(Platform platform, ChainId chain, const Address &address, std::string_view canonicalMethod)
{
    const KnownContract *contract = knownContract(platform, chain, address);
    if (contract != nullptr)
        return {contract, methodOf(*contract, canonicalMethod), true};
    for (const KnownContract &candidate : contracts()) {
        if (candidate.platform != platform || (!candidate.isAnyAddress && chain != chainLocal))
            continue;
        if (const KnownMethod *method = methodOf(candidate, canonicalMethod))
            return {&candidate, method, candidate.isAnyAddress};
    }
    return {};
}

const EvmToken *knownToken(ChainId chain, const Address &contract)
{
    const auto &list = tokens();
    const auto found = std::find_if(list.begin(), list.end(),
        [&](const auto &entry) { return entry.first == chain && entry.second.contract == contract; });
    return found == list.end() ? nullptr : &found->second;
}

std::vector<EvmToken> knownTokens(ChainId chain)
{
    std::vector<EvmToken> found;
    for (const auto &[where, token] : tokens()) {
        if (where == chain)
            found.push_back(token);
    }
    return found;
}

std::vector<Address> knownContractAddresses(ChainId chain)
{
    std::vector<Address> found;
    for (const Deployment &deployment : deployments()) {
        if (deployment.chain == chain)
            found.push_back(deployment.address);
    }
    return found;
}

const KnownProgramCall *knownProgramCall(Platform platform, const Address &program, const QString &instruction)
{
    const auto &all = programs();
    const auto where = std::find_if(
        all.begin(), all.end(), [&](const ProgramAt &candidate) { return candidate.address == program; });
    if (where == all.end())
        return nullptr;
    const auto &calls = programCalls();
    const auto found = std::find_if(calls.begin(), calls.end(), [&](const KnownProgramCall &call) {
        return call.platform == platform && call.name == where->name && call.instruction == instruction;
    });
    return found == calls.end() ? nullptr : &*found;
}

} // namespace majlis::wallet
