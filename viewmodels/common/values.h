// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// Kinds of failure that a page may treat apart. Most pages show `title` and `advice` only.
namespace errorkind
{
Q_NAMESPACE
QML_NAMED_ELEMENT(ErrorKind)
enum class Value {
    None, ///< nothing is wrong
    Offline, ///< no connection: last known data is on show
    Timeout, ///< the platform did not answer in time
    Untrusted, ///< TLS: the certificate is not the platform's
    Busy, ///< rate limited or not ready; `retrySeconds` says when
    SignedOut, ///< sign in again
    NotAllowed, ///< a role or level is missing; `advice` names it
    Invalid, ///< an input was refused; fields have their own texts
    BadAnswer, ///< the platform said something that the contract does not allow
    Local, ///< disk, database or key store
    Other,
};
Q_ENUM_NS(Value)
} // namespace errorkind

/// What a page shows beside the thing that failed. Never blames, never ends without a way on.
class UserError
{
    Q_GADGET
    QML_VALUE_TYPE(userError)
    Q_PROPERTY(bool present READ isPresent FINAL)
    /// An ErrorKind; int, because code that qmlcachegen 6.4 compiles cannot read another type's enum from a gadget.
    Q_PROPERTY(int kind READ kindNumber FINAL)
    Q_PROPERTY(QString title MEMBER title FINAL) ///< what happened, one line
    Q_PROPERTY(QString advice MEMBER advice FINAL) ///< what can be done, one or two sentences
    Q_PROPERTY(QString details MEMBER details FINAL) ///< behind a fold; plain text, untrusted
    Q_PROPERTY(bool retryable MEMBER retryable FINAL)
    Q_PROPERTY(int retrySeconds MEMBER retrySeconds FINAL) ///< 0: at once

public:
    errorkind::Value kind = errorkind::Value::None;
    QString title;
    QString advice;
    QString details;
    bool retryable = false;
    int retrySeconds = 0;

    [[nodiscard]] int kindNumber() const { return static_cast<int>(kind); }
    [[nodiscard]] bool isPresent() const { return kind != errorkind::Value::None; }
    friend bool operator==(const UserError &, const UserError &) = default;
};

/// How old the figures beside it are. Judged by the age of the data, never by the state of a socket.
class Freshness
{
    Q_GADGET
    QML_VALUE_TYPE(freshness)
    Q_PROPERTY(bool known MEMBER known FINAL) ///< false: nothing was ever received
    Q_PROPERTY(bool stale MEMBER stale FINAL) ///< past its limit: figures are muted and struck through
    Q_PROPERTY(bool live MEMBER live FINAL) ///< kept up to date by a feed at this moment
    Q_PROPERTY(QString age MEMBER age FINAL) ///< "just now", "4 min ago", or empty when not known
    Q_PROPERTY(QString asOf MEMBER asOf FINAL) ///< the exact local time, for the tool tip

public:
    bool known = false;
    bool stale = false;
    bool live = false;
    QString age;
    QString asOf;

    friend bool operator==(const Freshness &, const Freshness &) = default;
};

} // namespace majlis::viewmodels
