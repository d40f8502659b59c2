// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/address.h"
#include "models/domain/result.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>
#include <vector>

namespace majlis::viewmodels
{

/// The sessions that this program has with platforms, one for each connection and account: open ones, and those whose
/// token is sealed in the wallet to be taken up later. Implemented by the composition root for every kind of platform
/// there is; a seam, so that the view model is tested without networks. GUI thread, nothing blocks.
class SessionDirectory : public QObject
{
    Q_OBJECT

public:
    struct Entry {
        QString id; ///< of this session
        QString platform; ///< "HABIBI"
        QString name; ///< of the connection, the user's
        QUrl url; ///< empty: it is not known where that platform is now
        Address account;
        bool isOpen = false; ///< in use now; otherwise only its token is kept
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    using Ended = std::function<void(const Result<void> &)>;

    using QObject::QObject;

    /// Empty while the wallet is locked.
    [[nodiscard]] virtual const std::vector<Entry> &entries() const = 0;
    /// Forgets the session here, and then tells the platform. An error means that the platform could not be told; here
    /// it is forgotten all the same, unless the error is the wallet's. `done` runs once on this thread, unless
    /// `context` has gone before.
    virtual void end(const QString &id, QObject *context, Ended done) = 0;

Q_SIGNALS:
    void changed();
};

} // namespace majlis::viewmodels
