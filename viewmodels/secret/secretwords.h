// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/secretbytes.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// A recovery phrase on show. Words are held in guarded memory and reach the screen only through the painted item
/// SecretWordView (module Majlis), word by word; QML knows their number and whether they are uncovered. GUI thread.
class SecretWords : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by its view model")
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    /// True while the words are uncovered. The page covers them again when the window loses focus.
    Q_PROPERTY(bool revealed READ isRevealed NOTIFY revealedChanged FINAL)

public:
    using QObject::QObject;

    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] bool isRevealed() const { return m_revealed; }
    Q_INVOKABLE void reveal();
    Q_INVOKABLE void hide();

    /// For the painted item: the ASCII letters of one word, empty when out of range. Valid until the next change.
    [[nodiscard]] wallet::ByteView word(int index) const;
    /// The words with single spaces between them.
    [[nodiscard]] const wallet::SecretBytes &phrase() const { return m_phrase; }
    void setPhrase(wallet::SecretBytes phrase);
    void wipe();

Q_SIGNALS:
    void changed();
    void revealedChanged();

private:
    void setRevealed(bool revealed);

    wallet::SecretBytes m_phrase;
    int m_count = 0;
    bool m_revealed = false;
};

} // namespace majlis::viewmodels
