// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/format/failures.h"

#include <QCoreApplication>

#include <array>

namespace majlis::viewmodels::format
{

using errorkind::Value;

namespace
{

struct Words {
    ErrorCode code;
    Value kind;
    const char *title;
    const char *advice;
    bool retryable;
};

constexpr const char *context = "Failures";

// One line for every code of models/domain/result.h; what is not listed is described by the last one.
constexpr std::array words{
    Words{ErrorCode::Offline, Value::Offline, QT_TRANSLATE_NOOP("Failures", "No connection to the platform"),
        QT_TRANSLATE_NOOP("Failures", "You see what was last known. Check your connection, or try again."), true},
    Words{ErrorCode::Timeout, Value::Timeout, QT_TRANSLATE_NOOP("Failures", "The platform did not answer in time"),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed. Try again in a moment."), true},
    Words{ErrorCode::Tls, Value::Untrusted, QT_TRANSLATE_NOOP("Failures", "The connection is not safe"),
        QT_TRANSLATE_NOOP("Failures",
            "The certificate is not this platform's, so nothing was sent. Check the address, and that your clock is "
            "right."),
        true},
    Words{ErrorCode::RateLimited, Value::Busy, QT_TRANSLATE_NOOP("Failures", "The platform asks for a pause"),
        QT_TRANSLATE_NOOP("Failures", "Too many requests came from here. It goes on by itself after the pause."), true},
    Words{ErrorCode::Unavailable, Value::Busy, QT_TRANSLATE_NOOP("Failures", "The platform is not available right now"),
        QT_TRANSLATE_NOOP("Failures", "This is on the platform's side. Try again in a moment."), true},
    Words{ErrorCode::Unauthorized, Value::SignedOut, QT_TRANSLATE_NOOP("Failures", "You are signed out"),
        QT_TRANSLATE_NOOP("Failures", "Sign in again with your wallet."), false},
    Words{ErrorCode::TokenExpired, Value::SignedOut, QT_TRANSLATE_NOOP("Failures", "Your session has ended"),
        QT_TRANSLATE_NOOP("Failures", "Sign in again with your wallet."), false},
    Words{ErrorCode::Forbidden, Value::NotAllowed, QT_TRANSLATE_NOOP("Failures", "Your account may not see this"),
        QT_TRANSLATE_NOOP("Failures", "The platform gives this to verified accounts. Your role is shown in Profile."),
        false},
    Words{ErrorCode::NotFound, Value::Other, QT_TRANSLATE_NOOP("Failures", "The platform does not know this"),
        QT_TRANSLATE_NOOP("Failures", "It may be new, or on another platform. Check the current connection."), true},
    Words{ErrorCode::Conflict, Value::Other, QT_TRANSLATE_NOOP("Failures", "This has changed meanwhile"),
        QT_TRANSLATE_NOOP("Failures", "Load it again to see how it stands."), true},
    Words{ErrorCode::ValidationFailed, Value::Invalid, QT_TRANSLATE_NOOP("Failures", "Some of it was not accepted"),
        QT_TRANSLATE_NOOP("Failures", "Look at the fields that are marked, change them and try again."), false},
    Words{ErrorCode::InvalidArgument, Value::Invalid, QT_TRANSLATE_NOOP("Failures", "This cannot be used as it is"),
        QT_TRANSLATE_NOOP("Failures", "Check what was entered and try again."), false},
    Words{ErrorCode::TooLarge, Value::BadAnswer, QT_TRANSLATE_NOOP("Failures", "The answer was too large"),
        QT_TRANSLATE_NOOP("Failures", "It was stopped to protect this computer. Nothing on show was changed."), true},
    Words{ErrorCode::Malformed, Value::BadAnswer, QT_TRANSLATE_NOOP("Failures", "The platform's answer made no sense"),
        QT_TRANSLATE_NOOP("Failures", "It was not used, and what you see was not changed. Try again later."), true},
    Words{ErrorCode::Internal, Value::Other, QT_TRANSLATE_NOOP("Failures", "Something failed at the platform"),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed. Try again; Diagnostics has the details."), true},
    Words{ErrorCode::Storage, Value::Local, QT_TRANSLATE_NOOP("Failures", "This computer's disk refused"),
        QT_TRANSLATE_NOOP("Failures", "Check that there is free space and that the data folder can be written."), true},
    Words{ErrorCode::Damaged, Value::Local, QT_TRANSLATE_NOOP("Failures", "A file on this computer is damaged"),
        QT_TRANSLATE_NOOP("Failures", "It was put aside under another name. What it held is fetched again."), true},
    Words{ErrorCode::Unknown, Value::Other, QT_TRANSLATE_NOOP("Failures", "The platform refused"),
        QT_TRANSLATE_NOOP("Failures", "It gave a reason that this version does not know; see the details."), true},
};

QString tr(const char *text)
{
    return QCoreApplication::translate(context, text);
}

QString detailsOf(const Error &error)
{
    QStringList parts;
    if (!error.serverMessage.isEmpty()) {
        parts += tr("The platform said: %1").arg(error.serverMessage);
    }
    if (!error.detail.isEmpty()) {
        parts += error.detail;
    }
    if (error.httpStatus != 0) {
        parts += tr("Status %1").arg(error.httpStatus);
    }
    if (!error.requestId.isEmpty()) {
        parts += tr("Request %1").arg(error.requestId);
    }
    return parts.join(QLatin1Char('\n'));
}

UserError walletError(Value kind, const char *title, const char *advice, bool retryable, const wallet::Error &error)
{
    UserError result;
    result.kind = kind;
    result.title = tr(title);
    result.advice = tr(advice);
    result.details = QString::fromStdString(error.detail);
    result.retryable = retryable;
    result.retrySeconds = static_cast<int>((error.retryAfterMs + 999) / 1000);
    return result;
}

} // namespace

UserError describe(const Error &error)
{
    if (error.code == ErrorCode::Cancelled) {
        return {};
    }
    const Words *found = &words.back();
    for (const Words &line : words) {
        if (line.code == error.code) {
            found = &line;
        }
    }
    UserError result;
    result.kind = found->kind;
    result.title = tr(found->title);
    result.advice = tr(found->advice);
    result.details = detailsOf(error);
    result.retryable = found->retryable;
    if (error.retryAfter) {
        result.retrySeconds = static_cast<int>((error.retryAfter->count() + 999) / 1000);
    }
    return result;
}

UserError describe(const wallet::Error &error)
{
    using wallet::ErrorCode;
    switch (error.code) {
    case ErrorCode::Cancelled:
        return {};
    case ErrorCode::WrongPassphrase:
        return walletError(Value::Invalid, QT_TRANSLATE_NOOP("Failures", "That is not the passphrase"),
            QT_TRANSLATE_NOOP(
                "Failures", "Check capital letters and the keyboard's language. Your wallet is untouched."),
            true, error);
    case ErrorCode::Throttled:
        return walletError(Value::Busy, QT_TRANSLATE_NOOP("Failures", "Too many wrong passphrases"),
            QT_TRANSLATE_NOOP("Failures", "Wait for the countdown, then try again. Your wallet is untouched."), true,
            error);
    case ErrorCode::InvalidMnemonic:
        return walletError(Value::Invalid, QT_TRANSLATE_NOOP("Failures", "These words are not a recovery phrase"),
            QT_TRANSLATE_NOOP("Failures", "Compare each word and their order with what you wrote down."), true, error);
    case ErrorCode::Damaged:
        return walletError(Value::Local, QT_TRANSLATE_NOOP("Failures", "The wallet file is damaged"),
            QT_TRANSLATE_NOOP("Failures", "Your recovery phrase brings the wallet back. The damaged file is kept."),
            false, error);
    case ErrorCode::UnsupportedVersion:
        return walletError(Value::Local, QT_TRANSLATE_NOOP("Failures", "This wallet was written by a newer Majlis"),
            QT_TRANSLATE_NOOP("Failures", "Update Majlis, then open it again. The file was not touched."), false,
            error);
    case ErrorCode::WeakParameters:
        return walletError(Value::Local, QT_TRANSLATE_NOOP("Failures", "The wallet file's protection was weakened"),
            QT_TRANSLATE_NOOP("Failures",
                "Do not enter your passphrase. Restore the file from a backup, or import your recovery phrase."),
            false, error);
    case ErrorCode::Locked:
        return walletError(Value::SignedOut, QT_TRANSLATE_NOOP("Failures", "The wallet is locked"),
            QT_TRANSLATE_NOOP("Failures", "Unlock it and try again."), true, error);
    case ErrorCode::KeyStoreUnavailable:
        return walletError(Value::Local, QT_TRANSLATE_NOOP("Failures", "This computer has no key store running"),
            QT_TRANSLATE_NOOP(
                "Failures", "Use your passphrase. A desktop keyring such as GNOME Keyring or KWallet makes this work."),
            false, error);
    case ErrorCode::KeyStoreLocked:
        return walletError(Value::Local, QT_TRANSLATE_NOOP("Failures", "This computer's keyring is locked"),
            QT_TRANSLATE_NOOP("Failures", "Unlock the keyring and try again, or use your passphrase."), true, error);
    case ErrorCode::NotFound:
        return walletError(Value::Local, QT_TRANSLATE_NOOP("Failures", "The wallet has no such entry"),
            QT_TRANSLATE_NOOP("Failures", "Use your passphrase. Afterwards it can be switched on again in Settings."),
            false, error);
    case ErrorCode::AlreadyExists:
        return walletError(Value::Local, QT_TRANSLATE_NOOP("Failures", "There is a wallet already"),
            QT_TRANSLATE_NOOP("Failures", "It was not touched. Start Majlis again to unlock it."), false, error);
    case ErrorCode::InvalidArgument:
        return walletError(Value::Invalid, QT_TRANSLATE_NOOP("Failures", "The wallet cannot use this as it is"),
            QT_TRANSLATE_NOOP("Failures", "Check what was entered, and its format. Nothing was changed."), true, error);
    case ErrorCode::Refused:
        return walletError(Value::NotAllowed, QT_TRANSLATE_NOOP("Failures", "The wallet does not sign this"),
            QT_TRANSLATE_NOOP("Failures", "It would do something that you did not ask for. Nothing was signed."), false,
            error);
    case ErrorCode::SignerLost:
        return walletError(Value::Local, QT_TRANSLATE_NOOP("Failures", "The part that keeps your keys has stopped"),
            QT_TRANSLATE_NOOP("Failures", "Nothing is lost. Unlock the wallet and try again."), true, error);
    case ErrorCode::SignerMissing:
        return walletError(Value::Local, QT_TRANSLATE_NOOP("Failures", "The part that keeps your keys is not there"),
            QT_TRANSLATE_NOOP(
                "Failures", "Install Majlis again: the program majlis-signer is missing. Your wallet is untouched."),
            true, error);
    case ErrorCode::SignerFailed:
        return walletError(Value::Local, QT_TRANSLATE_NOOP("Failures", "The part that keeps your keys does not start"),
            QT_TRANSLATE_NOOP("Failures", "Your wallet is untouched. Try again; Diagnostics has the details."), true,
            error);
    case ErrorCode::SignerMismatch:
        return walletError(Value::Local,
            QT_TRANSLATE_NOOP("Failures", "The part that keeps your keys is of another version"),
            QT_TRANSLATE_NOOP("Failures",
                "Quit Majlis and start it again, or install it again. Your wallet is "
                "untouched."),
            true, error);
    case ErrorCode::Io:
        return walletError(Value::Local, QT_TRANSLATE_NOOP("Failures", "This computer's disk refused"),
            QT_TRANSLATE_NOOP("Failures", "Check that there is free space and that the data folder can be written."),
            true, error);
    default:
        return walletError(Value::Other, QT_TRANSLATE_NOOP("Failures", "The wallet could not do this"),
            QT_TRANSLATE_NOOP("Failures", "Nothing was changed. Try again; Diagnostics has the details."), true, error);
    }
}

} // namespace majlis::viewmodels::format
