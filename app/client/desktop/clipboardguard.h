// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/secretbytes.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>

namespace majlis::client
{

/// Puts secrets on the clipboard and takes them off again after 30 s, unless something else is there by then; and when
/// the program ends. Remembers of a secret only its hash. What the desktop's own clipboard history keeps is out of its
/// reach: the page says so. GUI thread.
class ClipboardGuard : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds keptFor = std::chrono::seconds(30);

    /// The clipboard; the functions are called on the GUI thread and must outlive this object.
    struct Access {
        std::function<QString()> read;
        std::function<void(const QString &text, bool secret)> write;
        std::function<void()> clear;
    };
    explicit ClipboardGuard(Access access, QObject *parent = nullptr);
    ~ClipboardGuard() override;

    void copy(const QString &text);
    void copySecret(const wallet::SecretBytes &text);
    /// Takes the secret off now, if it is still there. The timer does it.
    void forget();
    [[nodiscard]] bool holdsSecret() const { return !m_hash.isEmpty(); }

private:
    Access m_access;
    QByteArray m_hash;
    QTimer m_timer;
};

/// Of the desktop; marks secrets for clipboard managers that heed it (KDE's hint).
[[nodiscard]] ClipboardGuard::Access desktopClipboard();

} // namespace majlis::client
