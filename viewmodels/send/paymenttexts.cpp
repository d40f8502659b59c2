// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/send/paymenttexts.h"

#include "viewmodels/format/failures.h"
#include "viewmodels/format/names.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace majlis::viewmodels
{

using State = store::StoredPayment::State;

namespace
{

constexpr const char *context = "Payments";

/// By the error's code, and by its reason or path where that is given.
struct Words {
    ErrorCode code;
    std::u16string_view mark; ///< of reason or path; empty: any
    const char *title;
    const char *advice;
};

// The first line that fits counts.
constexpr std::array words{
    Words{ErrorCode::InsufficientFunds, u"fee", QT_TRANSLATE_NOOP("Payments", "There is too little for the fee"),
        QT_TRANSLATE_NOOP("Payments", "The fee is paid in the chain's own coin. Get some of it into this account.")},
    Words{ErrorCode::InsufficientFunds, u"", QT_TRANSLATE_NOOP("Payments", "There is too little for this payment"),
        QT_TRANSLATE_NOOP("Payments", "Amount and fee together are more than the account holds. Send less.")},
    Words{ErrorCode::InvalidArgument, u"recipient_below_rent",
        QT_TRANSLATE_NOOP("Payments", "This is too little for a new account"),
        QT_TRANSLATE_NOOP("Payments",
            "Nothing lies at this address yet, and Solana opens an account only with 0.00089 SOL or more.")},
    Words{ErrorCode::InvalidArgument, u"sender_below_rent",
        QT_TRANSLATE_NOOP("Payments", "Too little would stay behind"),
        QT_TRANSLATE_NOOP("Payments",
            "Solana lets an account hold nothing, or 0.00089 SOL or more. Send everything, "
            "or leave more behind.")},
    Words{ErrorCode::InvalidArgument, u"token_account",
        QT_TRANSLATE_NOOP("Payments", "This is an account of a token, not of a person"),
        QT_TRANSLATE_NOOP("Payments", "Ask the recipient for the address of their wallet.")},
    Words{ErrorCode::InvalidArgument, u"no_token_account",
        QT_TRANSLATE_NOOP("Payments", "The recipient cannot hold this token"),
        QT_TRANSLATE_NOOP("Payments", "Ask the recipient for the address of their wallet.")},
    Words{ErrorCode::NotEligible, u"", QT_TRANSLATE_NOOP("Payments", "This token cannot be sent from here"),
        QT_TRANSLATE_NOOP("Payments", "Its transfers may do more than they say.")},
    Words{ErrorCode::Conflict, u"other_chain", QT_TRANSLATE_NOOP("Payments", "The node is of another chain"),
        QT_TRANSLATE_NOOP("Payments", "Use a node of the chain that the payment was made for.")},
    Words{ErrorCode::Conflict, u"nonce_used", QT_TRANSLATE_NOOP("Payments", "Another transaction took its place"),
        QT_TRANSLATE_NOOP("Payments", "The chain is asked what became of it.")},
    Words{ErrorCode::Conflict, u"underpriced", QT_TRANSLATE_NOOP("Payments", "The node does not take it for this fee"),
        QT_TRANSLATE_NOOP(
            "Payments", "Another transaction waits in its place, or fees have risen. It is tried again.")},
    Words{ErrorCode::Conflict, u"", QT_TRANSLATE_NOOP("Payments", "The fee has changed meanwhile"),
        QT_TRANSLATE_NOOP("Payments", "Ask the node again, then look at the new fee.")},
    Words{ErrorCode::TooLarge, u"", QT_TRANSLATE_NOOP("Payments", "Too many payments are under way"),
        QT_TRANSLATE_NOOP("Payments", "Nothing was sent. Wait until some of them have come to an end.")},
    Words{ErrorCode::Storage, u"", QT_TRANSLATE_NOOP("Payments", "It could not be written down, so nothing was sent"),
        QT_TRANSLATE_NOOP("Payments", "Check that there is free space and that the data folder can be written.")},
    Words{ErrorCode::ValidationFailed, u"", QT_TRANSLATE_NOOP("Payments", "The chain would not carry this out"),
        QT_TRANSLATE_NOOP("Payments", "Its reason is in the details.")},
    Words{ErrorCode::Offline, u"", QT_TRANSLATE_NOOP("Payments", "The node does not answer"),
        QT_TRANSLATE_NOOP("Payments", "Check its address and your connection, or try again.")},
    Words{ErrorCode::Timeout, u"", QT_TRANSLATE_NOOP("Payments", "The node does not answer"),
        QT_TRANSLATE_NOOP("Payments", "Check its address and your connection, or try again.")},
    Words{ErrorCode::Unavailable, u"", QT_TRANSLATE_NOOP("Payments", "The node is not available right now"),
        QT_TRANSLATE_NOOP("Payments", "This is on the node's side. Try again in a moment.")},
    Words{ErrorCode::RateLimited, u"", QT_TRANSLATE_NOOP("Payments", "The node asks for a pause"),
        QT_TRANSLATE_NOOP("Payments", "Too many requests came from here. Try again in a moment.")},
    Words{ErrorCode::Malformed, u"", QT_TRANSLATE_NOOP("Payments", "The node's answer made no sense"),
        QT_TRANSLATE_NOOP("Payments", "It was not used. Try again, or use another node.")},
};

QString tr(const char *text)
{
    return QCoreApplication::translate(context, text);
}

} // namespace

UserError describePayment(const Error &error)
{
    UserError result = format::describe(error);
    const auto found = std::ranges::find_if(words, [&error](const Words &line) {
        return line.code == error.code
            && (line.mark.empty() || error.reason == QStringView(line.mark) || error.path == QStringView(line.mark));
    });
    if (result.isPresent() && found != words.end()) {
        result.title = tr(found->title);
        result.advice = tr(found->advice);
    }
    return result;
}

QString stateText(State state)
{
    switch (state) {
    case State::Queued:
        return tr(QT_TRANSLATE_NOOP("Payments", "Signed, waiting for a node"));
    case State::Sent:
        return tr(QT_TRANSLATE_NOOP("Payments", "On its way"));
    case State::Confirmed:
        return tr(QT_TRANSLATE_NOOP("Payments", "Sent"));
    case State::Failed:
        return tr(QT_TRANSLATE_NOOP("Payments", "Did not go through: only the fee was paid"));
    case State::Replaced:
        return tr(QT_TRANSLATE_NOOP("Payments", "Not sent: another transaction took its place"));
    case State::Expired:
        return tr(QT_TRANSLATE_NOOP("Payments", "Not sent: its time ran out"));
    case State::Untraceable:
        return tr(QT_TRANSLATE_NOOP("Payments", "Not certain: it is too long ago for the node to say"));
    case State::GivenUp:
        break;
    }
    return tr(QT_TRANSLATE_NOOP("Payments", "Given up, sent no more"));
}

QString amountText(const wallet::Uint256 &units, unsigned decimals, const QString &symbol)
{
    return QCoreApplication::translate(context, "%1 %2", "amount, coin")
        .arg(units.toUnits(decimals), format::plainName(symbol));
}

QString assetName(const chain::PaymentAsset &asset)
{
    const QString symbol = format::plainName(asset.symbol);
    return asset.origin.isEmpty()
        ? symbol
        : QCoreApplication::translate(context, "%1 of %2", "symbol of a token, platform").arg(symbol, asset.origin);
}

} // namespace majlis::viewmodels
