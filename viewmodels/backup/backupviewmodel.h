// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/asyncstate.h"
#include "viewmodels/onboarding/phrasewordsmodel.h"
#include "viewmodels/secret/secretbuffer.h"
#include "viewmodels/secret/secretwords.h"
#include "wallet/error.h"

namespace majlis::wallet
{
class WalletService;
}

namespace majlis::viewmodels
{

class AccountBook;

/// The recovery phrase, after the fact: looking at it again (behind the passphrase), and the drill, which tells whether
/// the words on paper would bring this wallet back, without the passphrase and without touching anything. `status` is
/// Loading while the wallet or the check works. Every secret is wiped when a step is left or the wallet locks.
class BackupViewModel : public majlis::viewmodels::AsyncState
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(Step step READ step NOTIFY stepChanged FINAL)
    Q_PROPERTY(majlis::viewmodels::SecretBuffer *passphrase READ passphrase CONSTANT FINAL) ///< step Passphrase
    Q_PROPERTY(bool canShow READ canShow NOTIFY inputChanged FINAL)
    Q_PROPERTY(majlis::viewmodels::SecretWords *phrase READ phrase CONSTANT FINAL) ///< step Words
    Q_PROPERTY(
        int wordCount READ wordCount WRITE setWordCount NOTIFY stepChanged FINAL) ///< of the drill, one of wordCounts
    Q_PROPERTY(QList<int> wordCounts READ wordCounts CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::PhraseWordsModel *words READ words CONSTANT FINAL) ///< step Drill
    /// The wallet has an extra word (BIP-39's own passphrase): without it the words bring back another one.
    Q_PROPERTY(bool extraWordNeeded READ isExtraWordNeeded NOTIFY stepChanged FINAL)
    Q_PROPERTY(majlis::viewmodels::SecretBuffer *extraWord READ extraWord CONSTANT FINAL) ///< step Drill
    Q_PROPERTY(bool canCheck READ canCheck NOTIFY inputChanged FINAL)

public:
    enum class Step {
        Start, ///< what the words are, and what the passphrase is
        Passphrase, ///< asked before the words are shown
        Words, ///< on show, covered at first
        Drill, ///< the words are typed from paper
        Restores, ///< the words bring this wallet back
        Different, ///< they are a phrase, but another wallet's
    };
    Q_ENUM(Step)

    /// Both outlive this object.
    BackupViewModel(wallet::WalletService &wallet, AccountBook &accounts, QObject *parent = nullptr);
    ~BackupViewModel() override;

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] SecretBuffer *passphrase() { return &m_passphrase; }
    [[nodiscard]] bool canShow() const;
    [[nodiscard]] SecretWords *phrase() { return &m_phrase; }
    [[nodiscard]] int wordCount() const { return m_wordCount; }
    void setWordCount(int count);
    [[nodiscard]] static QList<int> wordCounts() { return {12, 15, 18, 21, 24}; }
    [[nodiscard]] PhraseWordsModel *words() { return &m_words; }
    [[nodiscard]] bool isExtraWordNeeded() const;
    [[nodiscard]] SecretBuffer *extraWord() { return &m_extraWord; }
    [[nodiscard]] bool canCheck() const;

    Q_INVOKABLE void askPassphrase(); ///< on the way to the words
    Q_INVOKABLE void show();
    Q_INVOKABLE void startDrill();
    Q_INVOKABLE void check();
    Q_INVOKABLE void close(); ///< back to Start; everything is wiped

Q_SIGNALS:
    void stepChanged();
    void inputChanged();

private:
    void setStep(Step step);
    void wipe();
    void askForWords();
    void take(const wallet::Result<bool> &restores);

    wallet::WalletService &m_wallet;
    AccountBook &m_accounts;
    Step m_step = Step::Start;
    int m_wordCount = 12;
    unsigned m_attempt = 0; ///< an answer to an older one is not shown
    SecretBuffer m_passphrase;
    SecretBuffer m_extraWord;
    SecretWords m_phrase;
    PhraseWordsModel m_words;
};

} // namespace majlis::viewmodels
