// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/secret/secretbuffer.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <functional>

#include <memory>
#include <vector>

namespace majlis::viewmodels
{

/// Words that the user types, each in a SecretBuffer of its own: the whole phrase when importing, three of its words
/// when the backup is checked.
class PhraseWordsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by OnboardingViewModel")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /// Every word is Valid.
    Q_PROPERTY(bool complete READ isComplete NOTIFY completeChanged FINAL)
    /// First row that is not Valid, to move the focus to; -1 when complete.
    Q_PROPERTY(int firstOpenRow READ firstOpenRow NOTIFY completeChanged FINAL)

public:
    enum class WordState {
        Empty,
        Partial, ///< the beginning of at least one word of the list
        Valid, ///< a word of the list (importing) or the right word (checking)
        Wrong, ///< no word of the list begins so, or not the right word
    };
    Q_ENUM(WordState)
    enum Role {
        PositionRole = Qt::UserRole + 1, ///< int: 1-based place in the phrase
        BufferRole, ///< SecretBuffer: give it to a SecretInput
        StateRole, ///< PhraseWordsModel.WordState
        HelpRole, ///< QString: what is wrong with it, empty when nothing
    };
    Q_ENUM(Role)
    /// Judges what stands in row `row`.
    using Judge = std::function<WordState(int position, const SecretBuffer &typed)>;

    /// The only word that begins so; empty when there are several or none.
    using Completer = std::function<wallet::SecretBytes(const SecretBuffer &typed)>;

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] bool isComplete() const { return count() > 0 && firstOpenRow() < 0; }
    [[nodiscard]] int firstOpenRow() const;

    /// Empties and wipes all buffers, then asks for the words at these 1-based `positions`.
    void reset(const std::vector<int> &positions, Judge judge);
    /// Completes a word of which enough is typed that only one is left.
    Q_INVOKABLE void complete(int row);
    void completeWith(Completer completer) { m_completer = std::move(completer); }
    [[nodiscard]] SecretBuffer *bufferAt(int row) const;
    /// What is typed, row by row, with single spaces between.
    [[nodiscard]] wallet::SecretBytes sentence() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();
    void completeChanged();

private:
    struct Word {
        int position = 0;
        std::unique_ptr<SecretBuffer> buffer;
        WordState state = WordState::Empty;
    };
    void judge(int row);
    bool takeWords(int row, QStringView words);

    std::vector<Word> m_rows;
    Judge m_judge;
    Completer m_completer;
};

} // namespace majlis::viewmodels
