// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/onboarding/phrasewordsmodel.h"

#include <algorithm>

namespace majlis::viewmodels
{

namespace
{
constexpr int longestWord = 32;
}

int PhraseWordsModel::firstOpenRow() const
{
    const auto open = std::ranges::find_if(m_rows, [](const Word &word) { return word.state != WordState::Valid; });
    return open == m_rows.end() ? -1 : static_cast<int>(open - m_rows.begin());
}

void PhraseWordsModel::reset(const std::vector<int> &positions, Judge judge)
{
    beginResetModel();
    m_judge = std::move(judge);
    m_rows.clear();
    for (const int position : positions) {
        Word word;
        word.position = position;
        word.buffer = std::make_unique<SecretBuffer>(longestWord);
        const int row = static_cast<int>(m_rows.size());
        connect(word.buffer.get(), &SecretBuffer::changed, this, [this, row] { this->judge(row); });
        word.buffer->takeWordsWith([this, row](QStringView words) { return takeWords(row, words); });
        m_rows.push_back(std::move(word));
    }
    endResetModel();
    Q_EMIT countChanged();
    Q_EMIT completeChanged();
}

SecretBuffer *PhraseWordsModel::bufferAt(int row) const
{
    return row >= 0 && row < count() ? m_rows[static_cast<std::size_t>(row)].buffer.get() : nullptr;
}

wallet::SecretBytes PhraseWordsModel::sentence() const
{
    wallet::SecretBytes sentence;
    for (const Word &word : m_rows) {
        if (!sentence.view().empty()) {
            sentence.append(' ');
        }
        sentence.append(word.buffer->bytes().view());
    }
    return sentence;
}

int PhraseWordsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant PhraseWordsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Word &word = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case PositionRole:
        return word.position;
    case BufferRole:
        return QVariant::fromValue(word.buffer.get());
    case StateRole:
        return QVariant::fromValue(word.state);
    case HelpRole:
        return word.state == WordState::Wrong ? (m_completer ? tr("Not a word of the list") : tr("Not this word"))
                                              : QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> PhraseWordsModel::roleNames() const
{
    static const QHash<int, QByteArray> names{
        {PositionRole, "position"}, {BufferRole, "buffer"}, {StateRole, "wordState"}, {HelpRole, "help"}};
    return names;
}

void PhraseWordsModel::complete(int row)
{
    SecretBuffer *buffer = bufferAt(row);
    if (buffer == nullptr || !m_completer || m_rows[static_cast<std::size_t>(row)].state != WordState::Partial) {
        return;
    }
    const wallet::SecretBytes word = m_completer(*buffer);
    if (!word.isEmpty()) {
        buffer->set(word);
    }
}

bool PhraseWordsModel::takeWords(int row, QStringView words)
{
    if (!m_completer) {
        return false; // a backup check is typed from what was written down
    }
    for (const QStringView word : words.tokenize(u' ', Qt::SkipEmptyParts)) {
        SecretBuffer *buffer = bufferAt(row++);
        if (buffer == nullptr) {
            break;
        }
        buffer->clear();
        buffer->append(word);
    }
    return true;
}

void PhraseWordsModel::judge(int row)
{
    Word &word = m_rows[static_cast<std::size_t>(row)];
    const WordState state = word.buffer->isEmpty() ? WordState::Empty : m_judge(word.position, *word.buffer);
    if (word.state == state) {
        return;
    }
    word.state = state;
    Q_EMIT dataChanged(index(row), index(row), {StateRole, HelpRole});
    Q_EMIT completeChanged();
}

} // namespace majlis::viewmodels
