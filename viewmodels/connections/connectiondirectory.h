// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace majlis::viewmodels
{

/// The platforms that are known and the sandbox process: what ConnectionsViewModel shows and commands. Implemented by
/// the composition root; a seam, so that the view model is tested without processes. GUI thread, nothing blocks.
class ConnectionDirectory : public QObject
{
    Q_OBJECT

public:
    struct Entry {
        QString id;
        QString name;
        QUrl url; ///< empty: a sandbox that is not running
        bool sandbox = false;
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    enum class SandboxState { Missing, Stopped, Starting, Running, Failed };
    /// What a test of an address found.
    struct ProbeResult {
        QString version; ///< of the platform, empty when it does not say
        QString status; ///< "ok", "degraded", …
        std::chrono::milliseconds latency{0};
    };
    using ProbeDone = std::function<void(const Result<ProbeResult> &)>;

    using QObject::QObject;

    [[nodiscard]] virtual std::vector<Entry> entries() const = 0;
    [[nodiscard]] virtual QString currentId() const = 0; ///< empty: none
    [[nodiscard]] virtual SandboxState sandboxState() const = 0;
    /// Why the sandbox is Failed.
    [[nodiscard]] virtual std::optional<Error> sandboxError() const = 0;

    /// Why `url` may not be used at all (not https, not an address); no value when it may.
    [[nodiscard]] virtual std::optional<Error> refusal(const QUrl &url) const = 0;
    /// Asks GET /ready and /health. `done` runs once on this thread, unless `context` has gone before.
    virtual void probe(const QUrl &url, QObject *context, ProbeDone done) = 0;
    /// Returns the new entry's id; an address that is known already is its entry.
    virtual QString add(const QString &name, const QUrl &url) = 0;
    /// And what is remembered of it. The sandbox cannot be removed.
    virtual void remove(const QString &id) = 0;
    /// Makes it the current one; a sandbox is started for it.
    virtual void use(const QString &id) = 0;
    virtual void startSandbox() = 0;
    virtual void stopSandbox() = 0;

Q_SIGNALS:
    void changed(); ///< entries, current, sandbox
};

} // namespace majlis::viewmodels
