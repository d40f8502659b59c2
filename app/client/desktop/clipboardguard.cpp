// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/desktop/clipboardguard.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>

namespace majlis::client
{

using namespace Qt::StringLiterals;

namespace
{

QByteArray hashOf(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

ClipboardGuard::ClipboardGuard(Access access, QObject *parent)
    : QObject(parent)
    , m_access(std::move(access))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(keptFor);
    connect(&m_timer, &QTimer::timeout, this, &ClipboardGuard::forget);
}

ClipboardGuard::~ClipboardGuard()
{
    forget();
}

void ClipboardGuard::copy(const QString &text)
{
    m_hash.clear();
    m_timer.stop();
    m_access.write(text, false);
}

void ClipboardGuard::copySecret(const wallet::SecretBytes &text)
{
    const wallet::ByteView bytes = text.view();
    // The clipboard is text of the desktop's: from here on the secret is not ours alone.
    const QString clear
        = QString::fromUtf8(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    m_hash = hashOf(clear);
    m_access.write(clear, true);
    m_timer.start();
}

void ClipboardGuard::forget()
{
    m_timer.stop();
    if (!m_hash.isEmpty() && hashOf(m_access.read()) == m_hash) {
        m_access.clear();
    }
    m_hash.clear();
}

ClipboardGuard::Access desktopClipboard()
{
    return {
        .read = [] { return QGuiApplication::clipboard()->text(); },
        .write =
            [](const QString &text, bool secret) {
                auto *data = new QMimeData; // the clipboard's from now on
                data->setText(text);
                if (secret) {
                    data->setData(u"x-kde-passwordManagerHint"_s, "secret");
                }
                QGuiApplication::clipboard()->setMimeData(data);
            },
        .clear = [] { QGuiApplication::clipboard()->clear(); },
    };
}

} // namespace majlis::client
