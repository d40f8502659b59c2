// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/evm/typeddata.h"
#include "wallet/review/evmparts.h"
#include "wallet/review/knowncontracts.h"

#include <algorithm>

namespace majlis::wallet::detail
{

namespace
{

constexpr qsizetype longestJson = qsizetype{64} * 1024;

void judgeDomain(ReviewBuilder &review, const EvmTypedDataIntent &intent, const TypedDataDomain &domain)
{
    const ChainInfo *known = knownChain(intent.chainId);
    const QString id = QString::number(intent.chainId);
    review.row(ReviewField::Chain, known == nullptr ? id : QString(known->name + QStringLiteral(" (") + id + u')'));
    if (known == nullptr)
        review.refuse(ReviewFinding::WrongChain, id);
    if (!domain.chainId)
        review.refuse(ReviewFinding::WrongChain, QStringLiteral("the data is for every chain"));
    else if (*domain.chainId != Uint256(intent.chainId))
        review.refuse(ReviewFinding::WrongChain, domain.chainId->toDecimal());
    if (domain.name)
        review.row(ReviewField::Domain, QString::fromStdString(*domain.name));
    const KnownContract *contract = domain.verifyingContract
        ? knownContract(intent.platform, intent.chainId, *domain.verifyingContract)
        : nullptr;
    const EvmToken *token = domain.verifyingContract ? knownToken(intent.chainId, *domain.verifyingContract) : nullptr;
    if (contract != nullptr)
        review.row(ReviewField::Contract, contract->name, *domain.verifyingContract);
    else if (token != nullptr)
        review.row(ReviewField::Contract, token->symbol, *domain.verifyingContract);
    else if (domain.verifyingContract)
        review.row(ReviewField::Contract, *domain.verifyingContract);
    if (contract == nullptr && token == nullptr)
        review.notice(ReviewFinding::UnknownContract, intent.expertMode ? Severity::Danger : Severity::Refusal);
}

// EIP-2612 and its relatives: an approval that costs no gas and needs no transaction. They are told by their fields, as
// their names differ.
void judgePermit(ReviewBuilder &review, const EvmTypedDataIntent &intent, const TypedData &data)
{
    const auto leafNamed = [&data](std::string_view name) {
        const auto &leaves = data.leaves();
        return std::find_if(leaves.begin(), leaves.end(), [name](const TypedDataLeaf &leaf) {
            const std::string_view path = leaf.path;
            return path.size() > name.size() && path.ends_with(name) && path[path.size() - name.size() - 1] == '.';
        });
    };
    if (leafNamed("spender") == data.leaves().end() && leafNamed("operator") == data.leaves().end())
        return;
    review.setAction(ReviewAction::Approve);
    for (const std::string_view name : {"value", "amount", "allowed"}) {
        const auto leaf = leafNamed(name);
        if (leaf == data.leaves().end())
            continue;
        const auto *amount = leaf->value.get<Uint256>();
        const auto *all = leaf->value.get<bool>();
        if ((amount != nullptr && isUnlimited(*amount)) || (all != nullptr && *all))
            review.notice(ReviewFinding::UnlimitedApproval, intent.expertMode ? Severity::Danger : Severity::Refusal);
    }
}

} // namespace

Review reviewOf(const EvmTypedDataIntent &intent, const ReviewContext &context)
{
    ReviewBuilder review(ReviewAction::SignTypedData, context);
    review.setPlatform(intent.platform);
    review.row(ReviewField::Account, context.account);
    review.setRaw(QString::fromUtf8(intent.json));
    if (!context.account.isEvm())
        review.refuse(ReviewFinding::WrongAccount, QStringLiteral("not an EVM account"));
    const auto data = intent.json.size() > longestJson
        ? Result<TypedData>(fail(ErrorCode::InvalidArgument, "more than 64 KiB"))
        : TypedData::parse(std::string_view(intent.json.constData(), static_cast<std::size_t>(intent.json.size())));
    if (!data) {
        review.refuse(ReviewFinding::InvalidField, QString::fromStdString(data.error().detail));
        return review.take();
    }
    judgeDomain(review, intent, data->domain());
    review.row(ReviewField::Method, QString::fromStdString(data->primaryType()));
    for (const TypedDataLeaf &leaf : data->leaves()) {
        if (const auto *address = leaf.value.get<Address>())
            review.argument(QString::fromStdString(leaf.path), *address);
        else
            review.argument(QString::fromStdString(leaf.path), abiText(leaf.value));
    }
    judgePermit(review, intent, *data);
    // What no type names would be shown by the JSON and not be signed.
    if (!data->uncovered().empty())
        review.refuse(ReviewFinding::InvalidField, QString::fromStdString(data->uncovered().front()));
    if (intent.expertMode)
        review.notice(ReviewFinding::ExpertMode, Severity::Danger);
    return review.take();
}

} // namespace majlis::wallet::detail
