// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/review/reviewtexts.h"

#include <QCoreApplication>

#include <array>

namespace majlis::viewmodels
{

namespace
{

using wallet::ReviewField;
using wallet::ReviewFinding;

constexpr const char *context = "Review";

QString tr(const char *text)
{
    return QCoreApplication::translate(context, text);
}

struct FieldName {
    ReviewField field;
    const char *name;
};

constexpr std::array fieldNames{
    FieldName{ReviewField::Platform, QT_TRANSLATE_NOOP("Review", "Platform")},
    FieldName{ReviewField::Domain, QT_TRANSLATE_NOOP("Review", "Site")},
    FieldName{ReviewField::Chain, QT_TRANSLATE_NOOP("Review", "Chain")},
    FieldName{ReviewField::Account, QT_TRANSLATE_NOOP("Review", "Signed by")},
    FieldName{ReviewField::Contract, QT_TRANSLATE_NOOP("Review", "Contract")},
    FieldName{ReviewField::Method, QT_TRANSLATE_NOOP("Review", "What it does")},
    FieldName{ReviewField::Recipient, QT_TRANSLATE_NOOP("Review", "To")},
    FieldName{ReviewField::Spender, QT_TRANSLATE_NOOP("Review", "Who may take it")},
    FieldName{ReviewField::Amount, QT_TRANSLATE_NOOP("Review", "Amount")},
    FieldName{ReviewField::Token, QT_TRANSLATE_NOOP("Review", "Token")},
    FieldName{ReviewField::MaximumSpent, QT_TRANSLATE_NOOP("Review", "At most you pay")},
    FieldName{ReviewField::MinimumReceived, QT_TRANSLATE_NOOP("Review", "At least you get")},
    FieldName{ReviewField::Argument, QT_TRANSLATE_NOOP("Review", "Value")},
    FieldName{ReviewField::Statement, QT_TRANSLATE_NOOP("Review", "Statement")},
    FieldName{ReviewField::Nonce, QT_TRANSLATE_NOOP("Review", "Number used once")},
    FieldName{ReviewField::IssuedAt, QT_TRANSLATE_NOOP("Review", "Issued")},
    FieldName{ReviewField::Expires, QT_TRANSLATE_NOOP("Review", "Good until")},
    FieldName{ReviewField::MaximumFee, QT_TRANSLATE_NOOP("Review", "Network fee, at most")},
    FieldName{ReviewField::Rent, QT_TRANSLATE_NOOP("Review", "Deposit for a new token account")},
    FieldName{ReviewField::Memo, QT_TRANSLATE_NOOP("Review", "Note on the chain")},
    FieldName{ReviewField::Code, QT_TRANSLATE_NOOP("Review", "Referral code")},
    FieldName{ReviewField::Message, QT_TRANSLATE_NOOP("Review", "Message")},
    FieldName{ReviewField::Program, QT_TRANSLATE_NOOP("Review", "Program")},
};

struct FindingWords {
    ReviewFinding finding;
    const char *title;
    const char *advice;
};

constexpr std::array findingWords{
    FindingWords{ReviewFinding::InvalidField, QT_TRANSLATE_NOOP("Review", "Something in this request is not valid"),
        QT_TRANSLATE_NOOP("Review", "Nothing can be signed. Go back and check what was entered.")},
    FindingWords{ReviewFinding::ForeignDomain, QT_TRANSLATE_NOOP("Review", "This sign-in is for another site"),
        QT_TRANSLATE_NOOP("Review", "Whoever sent it would get into your account there. It is not signed.")},
    FindingWords{ReviewFinding::UriNotOfDomain, QT_TRANSLATE_NOOP("Review", "Address and site do not belong together"),
        QT_TRANSLATE_NOOP("Review", "The request names one site and leads to another. It is not signed.")},
    FindingWords{ReviewFinding::ForeignStatement, QT_TRANSLATE_NOOP("Review", "This is not the platform's own text"),
        QT_TRANSLATE_NOOP("Review", "The sign-in says something that this platform never asks for. It is not signed.")},
    FindingWords{ReviewFinding::Expired, QT_TRANSLATE_NOOP("Review", "This request is out of date"),
        QT_TRANSLATE_NOOP("Review", "Begin again, and it is asked anew.")},
    FindingWords{ReviewFinding::NotYetValid, QT_TRANSLATE_NOOP("Review", "This request comes from the future"),
        QT_TRANSLATE_NOOP("Review", "Check that this computer's clock is right, then begin again.")},
    FindingWords{ReviewFinding::LifetimeTooLong, QT_TRANSLATE_NOOP("Review", "This sign-in would be good for too long"),
        QT_TRANSLATE_NOOP("Review", "A sign-in lasts ten minutes at most. It is not signed.")},
    FindingWords{ReviewFinding::WrongChain, QT_TRANSLATE_NOOP("Review", "This is for another chain"),
        QT_TRANSLATE_NOOP("Review", "The platform does not use that chain. It is not signed.")},
    FindingWords{ReviewFinding::WrongAccount, QT_TRANSLATE_NOOP("Review", "This is for another account"),
        QT_TRANSLATE_NOOP("Review", "Choose the account that it names, and begin again.")},
    FindingWords{ReviewFinding::NonceReused, QT_TRANSLATE_NOOP("Review", "This sign-in was used before"),
        QT_TRANSLATE_NOOP("Review", "Somebody may be replaying it. Begin again, and a new one is asked for.")},
    FindingWords{ReviewFinding::LooksLikeSignIn, QT_TRANSLATE_NOOP("Review", "This message is a sign-in"),
        QT_TRANSLATE_NOOP("Review",
            "Signed here, it would let somebody else into your account. Sign in on the platform's own page instead.")},
    FindingWords{ReviewFinding::LooksLikeTransaction, QT_TRANSLATE_NOOP("Review", "These bytes are a transaction"),
        QT_TRANSLATE_NOOP("Review", "Signed as a message, they could move what you own. They are not signed.")},
    FindingWords{ReviewFinding::UnknownContract, QT_TRANSLATE_NOOP("Review", "The wallet does not know this contract"),
        QT_TRANSLATE_NOOP("Review", "What it does with your tokens cannot be said.")},
    FindingWords{ReviewFinding::UnknownMethod, QT_TRANSLATE_NOOP("Review", "The wallet does not know this method"),
        QT_TRANSLATE_NOOP("Review", "What it does with your tokens cannot be said.")},
    FindingWords{ReviewFinding::ServerBytesDiffer,
        QT_TRANSLATE_NOOP("Review", "The platform's transaction does something else"),
        QT_TRANSLATE_NOOP(
            "Review", "It differs from what you asked for, so it is not signed. Diagnostics has the details.")},
    FindingWords{ReviewFinding::UnknownProgram, QT_TRANSLATE_NOOP("Review", "The wallet does not know this program"),
        QT_TRANSLATE_NOOP("Review", "What it does with your tokens cannot be said, so it is not signed.")},
    FindingWords{ReviewFinding::OwnerChange,
        QT_TRANSLATE_NOOP("Review", "This would give your account to somebody else"),
        QT_TRANSLATE_NOOP("Review", "No platform needs that. It is not signed.")},
    FindingWords{ReviewFinding::AuthorityChange,
        QT_TRANSLATE_NOOP("Review", "This would let somebody else decide over your tokens"),
        QT_TRANSLATE_NOOP("Review", "No platform needs that. It is not signed.")},
    FindingWords{ReviewFinding::DelegateApproval,
        QT_TRANSLATE_NOOP("Review", "This would let somebody else take your tokens"),
        QT_TRANSLATE_NOOP("Review", "No platform needs that. It is not signed.")},
    FindingWords{ReviewFinding::DurableNonce, QT_TRANSLATE_NOOP("Review", "This would stay good for ever"),
        QT_TRANSLATE_NOOP("Review", "Somebody could send it whenever it suits them. It is not signed.")},
    FindingWords{ReviewFinding::AddressLookupTables,
        QT_TRANSLATE_NOOP("Review", "This hides which accounts it touches"),
        QT_TRANSLATE_NOOP("Review", "What cannot be read cannot be checked. It is not signed.")},
    FindingWords{ReviewFinding::UnlimitedApproval,
        QT_TRANSLATE_NOOP("Review", "This allows taking all of it, for ever"),
        QT_TRANSLATE_NOOP("Review", "Allow only as much as is needed now.")},
    FindingWords{ReviewFinding::ZeroMinimum, QT_TRANSLATE_NOOP("Review", "This accepts any price, even nothing"),
        QT_TRANSLATE_NOOP("Review", "Set the least that you want to get.")},
    FindingWords{ReviewFinding::PracticeDomain, QT_TRANSLATE_NOOP("Review", "The practice platform on this computer"),
        QT_TRANSLATE_NOOP("Review", "Nothing in it has any value.")},
    FindingWords{ReviewFinding::UnknownToken, QT_TRANSLATE_NOOP("Review", "The wallet does not know this token"),
        QT_TRANSLATE_NOOP("Review", "Its name and its decimals are what the platform says. Compare the address.")},
    FindingWords{ReviewFinding::UnreadableBytes, QT_TRANSLATE_NOOP("Review", "Nobody can read what this says"),
        QT_TRANSLATE_NOOP("Review", "These are bytes, not text. Sign them only if you know where they come from.")},
    FindingWords{ReviewFinding::ExpertMode, QT_TRANSLATE_NOOP("Review", "Expert mode, for this one request"),
        QT_TRANSLATE_NOOP("Review", "The wallet signs something that it does not understand.")},
    FindingWords{ReviewFinding::NoExpiry, QT_TRANSLATE_NOOP("Review", "Stays good until it is done or replaced"),
        QT_TRANSLATE_NOOP("Review", "It may be carried out later, at the limits shown above.")},
    FindingWords{ReviewFinding::HighFee, QT_TRANSLATE_NOOP("Review", "The fee is high"),
        QT_TRANSLATE_NOOP("Review", "It may cost more than a tenth of the amount. Wait, or choose a lower fee.")},
    FindingWords{ReviewFinding::CannotBeUndone, QT_TRANSLATE_NOOP("Review", "What you put in cannot be taken back"),
        QT_TRANSLATE_NOOP("Review", "Be sure before you sign.")},
    FindingWords{ReviewFinding::SendsToContract, QT_TRANSLATE_NOOP("Review", "The recipient is a contract"),
        QT_TRANSLATE_NOOP("Review", "What is sent to a contract by mistake is mostly lost. Check the address.")},
    FindingWords{ReviewFinding::RevokesUnknownToken, QT_TRANSLATE_NOOP("Review", "The wallet does not know this token"),
        QT_TRANSLATE_NOOP("Review",
            "If the contract were a collection of NFTs, this would let the contract shown take its item number 0. Go "
            "on only if it is a token of yours.")},
};

QString labelOf(const wallet::ReviewRow &row)
{
    if (!row.name.isEmpty()) {
        return row.name;
    }
    for (const FieldName &line : fieldNames) {
        if (line.field == row.field) {
            return tr(line.name);
        }
    }
    return {};
}

bool isMoney(ReviewField field)
{
    return field == ReviewField::Amount || field == ReviewField::MaximumSpent || field == ReviewField::MinimumReceived
        || field == ReviewField::MaximumFee || field == ReviewField::Rent;
}

} // namespace

QString reviewTitle(wallet::ReviewAction action)
{
    using Action = wallet::ReviewAction;
    switch (action) {
    case Action::SignIn:
        return tr(QT_TRANSLATE_NOOP("Review", "Sign in"));
    case Action::RegisterReferral:
        return tr(QT_TRANSLATE_NOOP("Review", "Join under a referral code"));
    case Action::SignMessage:
        return tr(QT_TRANSLATE_NOOP("Review", "Sign a message"));
    case Action::SignTypedData:
        return tr(QT_TRANSLATE_NOOP("Review", "Sign an agreement"));
    case Action::Send:
        return tr(QT_TRANSLATE_NOOP("Review", "Send"));
    case Action::CancelTransaction:
        return tr(QT_TRANSLATE_NOOP("Review", "Cancel a waiting transaction"));
    case Action::Approve:
        return tr(QT_TRANSLATE_NOOP("Review", "Let a contract take tokens"));
    case Action::Revoke:
        return tr(QT_TRANSLATE_NOOP("Review", "Take an approval back"));
    case Action::ContractCall:
    case Action::ProgramCall:
        return tr(QT_TRANSLATE_NOOP("Review", "Carry out on the chain"));
    }
    return {};
}

QString reviewVerb(wallet::ReviewAction action)
{
    using Action = wallet::ReviewAction;
    switch (action) {
    case Action::SignIn:
        return tr(QT_TRANSLATE_NOOP("Review", "Sign in"));
    case Action::RegisterReferral:
        return tr(QT_TRANSLATE_NOOP("Review", "Sign and join"));
    case Action::Send:
        return tr(QT_TRANSLATE_NOOP("Review", "Sign and send"));
    case Action::Approve:
        return tr(QT_TRANSLATE_NOOP("Review", "Sign and allow"));
    case Action::Revoke:
        return tr(QT_TRANSLATE_NOOP("Review", "Sign and take back"));
    case Action::SignMessage:
    case Action::SignTypedData:
    case Action::CancelTransaction:
    case Action::ContractCall:
    case Action::ProgramCall:
        return tr(QT_TRANSLATE_NOOP("Review", "Sign"));
    }
    return {};
}

std::vector<ReviewLine> reviewLines(const wallet::Review &review)
{
    std::vector<ReviewLine> lines;
    for (const wallet::ReviewRow &row : review.rows) {
        ReviewLine line;
        line.position = static_cast<int>(lines.size());
        line.label = labelOf(row);
        line.value = row.value;
        line.grouped = row.grouped;
        line.isText = row.field == ReviewField::Message || row.field == ReviewField::Memo
            || row.field == ReviewField::Statement;
        line.isMoney = isMoney(row.field);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<ReviewWarning> reviewWarnings(const wallet::Review &review)
{
    std::vector<ReviewWarning> warnings;
    for (const wallet::ReviewNotice &notice : review.notices) {
        ReviewWarning warning;
        warning.finding = static_cast<int>(notice.finding);
        warning.severity = static_cast<ReviewWarning::Severity>(notice.severity);
        for (const FindingWords &words : findingWords) {
            if (words.finding == notice.finding) {
                warning.title = tr(words.title);
                warning.advice = tr(words.advice);
            }
        }
        warnings.push_back(std::move(warning));
    }
    return warnings;
}

} // namespace majlis::viewmodels
