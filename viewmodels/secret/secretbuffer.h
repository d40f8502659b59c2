// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/secretbytes.h"

#include <QObject>
#include <QStringView>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace majlis::viewmodels
{

/// A secret while it is typed: a passphrase or a word of a recovery phrase. The text lives in guarded, wiped memory and
/// never becomes a property; QML sees how long it is. The painted item SecretInput (module Majlis) takes the keys and
/// draws dots or, while the user asks for it, the text. GUI thread.
class SecretBuffer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by its view model")
    /// Characters (code points) typed.
    Q_PROPERTY(int length READ length NOTIFY changed FINAL)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY changed FINAL)
    /// Code points that fit; more are not taken.
    Q_PROPERTY(int capacity READ capacity CONSTANT FINAL)

public:
    explicit SecretBuffer(int capacity, QObject *parent = nullptr);

    [[nodiscard]] int length() const { return m_length; }
    [[nodiscard]] bool isEmpty() const { return m_length == 0; }
    [[nodiscard]] int capacity() const { return m_capacity; }

    Q_INVOKABLE void clear();

    /// For the item that takes the keys: appends as much of `text` as fits; control characters are left out.
    void append(QStringView text);
    void backspace();
    /// A paste: as append(), but a row of words may be taken by whoever was named in takeWordsWith().
    void paste(QStringView text);
    /// `taker` gets pasted text that has several words, and says whether it took it.
    void takeWordsWith(std::function<bool(QStringView)> taker) { m_wordsTaker = std::move(taker); }
    /// Replaces the text by UTF-8 from guarded memory, such as the completed word.
    void set(const wallet::SecretBytes &text);
    [[nodiscard]] const wallet::SecretBytes &bytes() const { return m_bytes; }
    [[nodiscard]] bool sameAs(const SecretBuffer &other) const { return m_bytes == other.m_bytes; }

Q_SIGNALS:
    void changed();

private:
    wallet::SecretBytes m_bytes;
    std::function<bool(QStringView)> m_wordsTaker;
    int m_capacity;
    int m_length = 0;
};

} // namespace majlis::viewmodels
