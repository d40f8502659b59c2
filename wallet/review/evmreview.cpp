// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/evm/abi.h"
#include "wallet/intent/transactions.h"
#include "wallet/review/evmparts.h"
#include "wallet/review/knowncontracts.h"
#include "wallet/review/signinpolicy.h"

#include <algorithm>

namespace majlis::wallet::detail
{

namespace
{

constexpr unsigned nativeDecimals = 18;

// Shows one parameter of a call in its role.
class CallReview
{
public:
    CallReview(ReviewBuilder &review, const EvmContractCallIntent &intent, const AbiValue::List &values)
        : m_review(review)
        , m_intent(intent)
        , m_values(values)
    {
    }

    void show(const AbiType &type, const AbiValue &value, const KnownParameter &parameter)
    {
        const QString name = QString::fromStdString(type.name());
        switch (parameter.role) {
        case ParameterRole::Plain:
            break;
        case ParameterRole::Spent:
            return showAmount(ReviewField::Amount, value, parameter);
        case ParameterRole::SpentAtMost:
            return showAmount(ReviewField::MaximumSpent, value, parameter);
        case ParameterRole::ReceivedAtLeast:
            return showMinimum(value, parameter);
        case ParameterRole::Allowance:
            return showAllowance(value);
        case ParameterRole::Spender:
            return showSpender(value);
        case ParameterRole::Recipient:
            m_review.row(ReviewField::Recipient, *value.get<Address>());
            return;
        case ParameterRole::Self:
            m_review.argument(name, *value.get<Address>());
            if (*value.get<Address>() != m_review.context().account)
                m_review.refuse(ReviewFinding::WrongAccount, name);
            return;
        case ParameterRole::Time:
            return showTime(name, value);
        }
        if (const auto *address = value.get<Address>())
            m_review.argument(name, *address);
        else
            m_review.argument(name, abiText(value));
    }

private:
    // The amount's token: the parameter that names it, else the only one that no other parameter names.
    [[nodiscard]] const EvmToken *tokenOf(const KnownParameter &parameter) const
    {
        const ChainId chain = m_intent.transaction.chainId;
        if (parameter.token >= 0)
            return tokenAt(chain, *m_values[static_cast<std::size_t>(parameter.token)].get<Address>(), m_intent.tokens);
        const EvmToken *only = nullptr;
        for (const EvmToken &token : m_intent.tokens) {
            const bool named = std::any_of(m_values.begin(), m_values.end(), [&token](const AbiValue &value) {
                const auto *address = value.get<Address>();
                return address != nullptr && *address == token.contract;
            });
            if (named)
                continue;
            if (only != nullptr)
                return nullptr;
            only = &token;
        }
        return only;
    }

    void showAmount(ReviewField field, const AbiValue &value, const KnownParameter &parameter)
    {
        const EvmToken *token = tokenOf(parameter);
        const Uint256 &amount = *value.get<Uint256>();
        m_review.row(field,
            token == nullptr ? QString(amount.toDecimal() + QStringLiteral(" (base units)"))
                             : amountText(amount, token->symbol, token->decimals));
    }

    void showMinimum(const AbiValue &value, const KnownParameter &parameter)
    {
        showAmount(ReviewField::MinimumReceived, value, parameter);
        if (value.get<Uint256>()->isZero())
            m_review.refuse(ReviewFinding::ZeroMinimum);
    }

    void showAllowance(const AbiValue &value)
    {
        m_review.setAction(ReviewAction::Approve);
        const Uint256 &amount = *value.get<Uint256>();
        const EvmToken *token = tokenAt(m_intent.transaction.chainId, m_intent.contract, m_intent.tokens);
        if (isUnlimited(amount)) {
            m_review.row(ReviewField::MaximumSpent, QStringLiteral("unlimited"));
            m_review.notice(
                ReviewFinding::UnlimitedApproval, m_intent.expertMode ? Severity::Danger : Severity::Refusal);
        } else {
            m_review.row(ReviewField::MaximumSpent,
                token == nullptr ? QString(amount.toDecimal() + QStringLiteral(" (base units)"))
                                 : amountText(amount, token->symbol, token->decimals));
        }
    }

    void showSpender(const AbiValue &value)
    {
        m_review.setAction(ReviewAction::Approve);
        const Address &spender = *value.get<Address>();
        const ChainId chain = m_intent.transaction.chainId;
        if (const KnownContract *known = knownContract(m_intent.platform, chain, spender)) {
            m_review.row(ReviewField::Spender, known->name, spender);
            return;
        }
        m_review.row(ReviewField::Spender, spender);
        const Severity local = chain == chainLocal ? Severity::Caution : Severity::Refusal;
        m_review.notice(ReviewFinding::UnknownContract, m_intent.expertMode ? Severity::Danger : local,
            QStringLiteral("the spender"));
    }

    void showTime(const QString &name, const AbiValue &value)
    {
        const std::optional<std::uint64_t> seconds = value.get<Uint256>()->toUint64();
        constexpr std::uint64_t lastShown = 253402300799; // the end of the year 9999
        m_review.argument(name,
            seconds && *seconds <= lastShown ? shownTime(std::chrono::seconds(static_cast<std::int64_t>(*seconds)))
                                             : abiText(value));
    }

    ReviewBuilder &m_review;
    const EvmContractCallIntent &m_intent;
    const AbiValue::List &m_values;
};

// What stands in the calldata, not what the form says: contract/ab-land.contracts.md S7.
void showCalldata(
    ReviewBuilder &review, const EvmContractCallIntent &intent, const EvmTransaction &built, const KnownMethod *known)
{
    const Result<AbiFunction> function
        = AbiFunction::parse(known == nullptr ? intent.method.toStdString() : std::string(known->signature));
    const Result<AbiValue::List> values
        = function ? function->decodeCall(built.data) : Result<AbiValue::List>(std::unexpected(function.error()));
    if (!values) {
        review.refuse(ReviewFinding::InvalidField, QString::fromStdString(values.error().detail));
        return;
    }
    CallReview call(review, intent, *values);
    for (std::size_t i = 0; i < values->size(); ++i) {
        KnownParameter parameter{i, ParameterRole::Plain, -1};
        if (known != nullptr) {
            const auto found = std::find_if(known->parameters.begin(), known->parameters.end(),
                [i](const KnownParameter &candidate) { return candidate.index == i; });
            parameter = found == known->parameters.end() ? parameter : *found;
        }
        call.show(function->inputs().components()[i], (*values)[i], parameter);
    }
}

void judgeContract(ReviewBuilder &review, const EvmContractCallIntent &intent, const FoundMethod &found)
{
    const bool local = intent.transaction.chainId == chainLocal;
    const Severity severity = intent.expertMode ? Severity::Danger : Severity::Refusal;
    if (found.contract == nullptr)
        review.row(ReviewField::Contract, intent.contract);
    else
        review.row(ReviewField::Contract, found.contract->name, intent.contract);
    review.row(ReviewField::Method, intent.method);
    if (found.contract == nullptr)
        review.notice(ReviewFinding::UnknownContract, severity, intent.contract.text());
    else if (!found.addressIsKnown && local && found.method != nullptr)
        review.notice(ReviewFinding::UnknownContract, Severity::Caution, intent.contract.text());
    if (found.contract != nullptr && found.method == nullptr)
        review.notice(ReviewFinding::UnknownMethod, severity, intent.method);
    if (found.method != nullptr && found.method->cannotBeUndone)
        review.notice(ReviewFinding::CannotBeUndone, Severity::Caution);
    if (intent.expertMode)
        review.notice(ReviewFinding::ExpertMode, Severity::Danger);
}

bool isZero(const Address &address)
{
    return std::ranges::all_of(address.bytes(), [](std::uint8_t byte) { return byte == 0; });
}

void judgeRecipient(ReviewBuilder &review, const EvmTransferIntent &intent)
{
    const bool toSelf = intent.recipient == review.context().account;
    review.row(ReviewField::Recipient, intent.recipient);
    if (isZero(intent.recipient))
        review.refuse(ReviewFinding::InvalidField, QStringLiteral("the zero address"));
    if (intent.token && intent.recipient == intent.token->contract)
        review.refuse(ReviewFinding::InvalidField, QStringLiteral("the token's own contract"));
    else if (knownToken(intent.transaction.chainId, intent.recipient) != nullptr)
        review.notice(ReviewFinding::SendsToContract, Severity::Danger);
    if (intent.amount.isZero() && toSelf && !intent.token)
        review.setAction(ReviewAction::CancelTransaction);
    else if (intent.amount.isZero())
        review.refuse(ReviewFinding::InvalidField, QStringLiteral("nothing to send"));
}

} // namespace

Review reviewOf(const EvmTransferIntent &intent, const ReviewContext &context)
{
    ReviewBuilder review(ReviewAction::Send, context);
    const ChainInfo *chain = knownChain(intent.transaction.chainId);
    if (intent.token)
        review.row(ReviewField::Amount,
            amountText(intent.amount, intent.token->symbol, std::min<unsigned>(intent.token->decimals, 77)));
    else
        review.row(ReviewField::Amount,
            amountText(intent.amount, chain == nullptr ? QStringLiteral("?") : chain->nativeSymbol, nativeDecimals));
    judgeRecipient(review, intent);
    if (intent.token)
        judgeToken(review, intent.transaction.chainId, *intent.token);
    judgeTransaction(review, intent.transaction, transactionOf(intent));
    return review.take();
}

Review reviewOf(const EvmContractCallIntent &intent, const ReviewContext &context)
{
    ReviewBuilder review(ReviewAction::ContractCall, context);
    review.setPlatform(intent.platform);
    const Result<EvmTransaction> built = transactionOf(intent);
    const Result<AbiFunction> function = AbiFunction::parse(intent.method.toStdString());
    const FoundMethod found = function
        ? knownMethod(intent.platform, intent.transaction.chainId, intent.contract, function->canonical())
        : FoundMethod();
    judgeContract(review, intent, found);
    if (intent.transaction.chainId != chainLocal && !takesChain(intent.platform, intent.transaction.chainId))
        review.refuse(ReviewFinding::WrongChain, QStringLiteral("not one of the platform's"));
    for (const EvmToken &token : intent.tokens)
        judgeToken(review, intent.transaction.chainId, token);
    if (!intent.value.isZero()) {
        const ChainInfo *chain = knownChain(intent.transaction.chainId);
        review.row(ReviewField::Amount,
            amountText(intent.value, chain == nullptr ? QStringLiteral("?") : chain->nativeSymbol, nativeDecimals));
    }
    if (built)
        showCalldata(review, intent, *built, found.method);
    judgeTransaction(review, intent.transaction, built);
    if (intent.transaction.validUntil == std::chrono::milliseconds::zero())
        review.notice(ReviewFinding::NoExpiry, Severity::Note);
    return review.take();
}

} // namespace majlis::wallet::detail
