// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/review/review.h"

namespace majlis::wallet
{

QString fieldName(ReviewField field)
{
    switch (field) {
    case ReviewField::Platform:
        return QStringLiteral("Platform");
    case ReviewField::Domain:
        return QStringLiteral("Domain");
    case ReviewField::Chain:
        return QStringLiteral("Chain");
    case ReviewField::Account:
        return QStringLiteral("Account");
    case ReviewField::Contract:
        return QStringLiteral("Contract");
    case ReviewField::Method:
        return QStringLiteral("Method");
    case ReviewField::Recipient:
        return QStringLiteral("Recipient");
    case ReviewField::Spender:
        return QStringLiteral("Spender");
    case ReviewField::Amount:
        return QStringLiteral("Amount");
    case ReviewField::Token:
        return QStringLiteral("Token");
    case ReviewField::MaximumSpent:
        return QStringLiteral("MaximumSpent");
    case ReviewField::MinimumReceived:
        return QStringLiteral("MinimumReceived");
    case ReviewField::Argument:
        return QStringLiteral("Argument");
    case ReviewField::Statement:
        return QStringLiteral("Statement");
    case ReviewField::Nonce:
        return QStringLiteral("Nonce");
    case ReviewField::IssuedAt:
        return QStringLiteral("IssuedAt");
    case ReviewField::Expires:
        return QStringLiteral("Expires");
    case ReviewField::MaximumFee:
        return QStringLiteral("MaximumFee");
    case ReviewField::Rent:
        return QStringLiteral("Rent");
    case ReviewField::Memo:
        return QStringLiteral("Memo");
    case ReviewField::Code:
        return QStringLiteral("Code");
    case ReviewField::Message:
        return QStringLiteral("Message");
    case ReviewField::Program:
        return QStringLiteral("Program");
    }
    return {};
}

QString findingName(ReviewFinding finding)
{
    switch (finding) {
    case ReviewFinding::InvalidField:
        return QStringLiteral("InvalidField");
    case ReviewFinding::ForeignDomain:
        return QStringLiteral("ForeignDomain");
    case ReviewFinding::UriNotOfDomain:
        return QStringLiteral("UriNotOfDomain");
    case ReviewFinding::ForeignStatement:
        return QStringLiteral("ForeignStatement");
    case ReviewFinding::Expired:
        return QStringLiteral("Expired");
    case ReviewFinding::NotYetValid:
        return QStringLiteral("NotYetValid");
    case ReviewFinding::LifetimeTooLong:
        return QStringLiteral("LifetimeTooLong");
    case ReviewFinding::WrongChain:
        return QStringLiteral("WrongChain");
    case ReviewFinding::WrongAccount:
        return QStringLiteral("WrongAccount");
    case ReviewFinding::NonceReused:
        return QStringLiteral("NonceReused");
    case ReviewFinding::LooksLikeSignIn:
        return QStringLiteral("LooksLikeSignIn");
    case ReviewFinding::LooksLikeTransaction:
        return QStringLiteral("LooksLikeTransaction");
    case ReviewFinding::UnknownContract:
        return QStringLiteral("UnknownContract");
    case ReviewFinding::UnknownMethod:
        return QStringLiteral("UnknownMethod");
    case ReviewFinding::ServerBytesDiffer:
        return QStringLiteral("ServerBytesDiffer");
    case ReviewFinding::UnknownProgram:
        return QStringLiteral("UnknownProgram");
    case ReviewFinding::OwnerChange:
        return QStringLiteral("OwnerChange");
    case ReviewFinding::AuthorityChange:
        return QStringLiteral("AuthorityChange");
    case ReviewFinding::DelegateApproval:
        return QStringLiteral("DelegateApproval");
    case ReviewFinding::DurableNonce:
        return QStringLiteral("DurableNonce");
    case ReviewFinding::AddressLookupTables:
        return QStringLiteral("AddressLookupTables");
    case ReviewFinding::UnlimitedApproval:
        return QStringLiteral("UnlimitedApproval");
    case ReviewFinding::ZeroMinimum:
        return QStringLiteral("ZeroMinimum");
    case ReviewFinding::PracticeDomain:
        return QStringLiteral("PracticeDomain");
    case ReviewFinding::UnknownToken:
        return QStringLiteral("UnknownToken");
    case ReviewFinding::UnreadableBytes:
        return QStringLiteral("UnreadableBytes");
    case ReviewFinding::ExpertMode:
        return QStringLiteral("ExpertMode");
    case ReviewFinding::NoExpiry:
        return QStringLiteral("NoExpiry");
    case ReviewFinding::HighFee:
        return QStringLiteral("HighFee");
    case ReviewFinding::CannotBeUndone:
        return QStringLiteral("CannotBeUndone");
    case ReviewFinding::SendsToContract:
        return QStringLiteral("SendsToContract");
    case ReviewFinding::RevokesUnknownToken:
        return QStringLiteral("RevokesUnknownToken");
    }
    return {};
}

} // namespace majlis::wallet
