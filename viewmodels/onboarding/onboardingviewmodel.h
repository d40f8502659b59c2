// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/asyncstate.h"
#include "viewmodels/onboarding/phrasewordsmodel.h"
#include "viewmodels/secret/secretbuffer.h"
#include "viewmodels/secret/secretwords.h"
#include "wallet/mnemonic.h"

#include <optional>

namespace majlis::wallet
{
class WalletService;
}

namespace majlis::viewmodels
{

/// The way from no wallet to one: create with a backup that is checked, or import a phrase. Nothing is written before
/// the last step, and every secret is wiped when the flow ends or is left. `status` is Loading while the vault is made.
class OnboardingViewModel : public majlis::viewmodels::AsyncState
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(Step step READ step NOTIFY stepChanged FINAL)
    /// The steps of the chosen way, for the progress dots: index of the current one and how many there are.
    Q_PROPERTY(int stepIndex READ stepIndex NOTIFY stepChanged FINAL)
    Q_PROPERTY(int stepCount READ stepCount NOTIFY stepChanged FINAL)
    Q_PROPERTY(bool importing READ isImporting NOTIFY stepChanged FINAL)
    Q_PROPERTY(int wordCount READ wordCount WRITE setWordCount NOTIFY wordCountChanged FINAL) ///< one of wordCounts
    /// 12 or 24 for a new phrase, every length of BIP-39 for one that is brought along.
    Q_PROPERTY(QList<int> wordCounts READ wordCounts NOTIFY stepChanged FINAL)
    Q_PROPERTY(majlis::viewmodels::SecretWords *phrase READ phrase CONSTANT FINAL) ///< step ShowPhrase
    Q_PROPERTY(
        majlis::viewmodels::PhraseWordsModel *check READ check CONSTANT FINAL) ///< step CheckPhrase: three of its words
    Q_PROPERTY(majlis::viewmodels::PhraseWordsModel *importWords READ importWords CONSTANT FINAL) ///< step ImportPhrase
    /// Step ImportPhrase: BIP-39's own passphrase, mostly empty. Another one is another wallet, and none is wrong.
    Q_PROPERTY(majlis::viewmodels::SecretBuffer *extraWord READ extraWord CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::SecretBuffer *passphrase READ passphrase CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::SecretBuffer *passphraseAgain READ passphraseAgain CONSTANT FINAL)
    Q_PROPERTY(Strength passphraseStrength READ passphraseStrength NOTIFY inputChanged FINAL)
    Q_PROPERTY(
        QString passphraseHint READ passphraseHint NOTIFY inputChanged FINAL) ///< one line: what would make it better
    Q_PROPERTY(bool passphrasesMatch READ doPassphrasesMatch NOTIFY inputChanged FINAL)
    Q_PROPERTY(bool canContinue READ canContinue NOTIFY inputChanged FINAL)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY stepChanged FINAL)
    /// Why the typed phrase is not taken as a whole (checksum), empty when there is nothing to say.
    Q_PROPERTY(QString phraseProblem READ phraseProblem NOTIFY inputChanged FINAL)
    /// Step Done: the first account, grouped for reading.
    Q_PROPERTY(QString accountText READ accountText NOTIFY stepChanged FINAL)

public:
    enum class Step {
        Welcome,
        ShowPhrase,
        CheckPhrase,
        ImportPhrase,
        Passphrase,
        Creating, ///< the key is being stretched on a worker thread; about a second
        Done,
    };
    Q_ENUM(Step)
    enum class Strength { Empty, Weak, Fair, Good, Strong };
    Q_ENUM(Strength)

    /// `wallet` outlives this object.
    explicit OnboardingViewModel(wallet::WalletService &wallet, QObject *parent = nullptr);
    ~OnboardingViewModel() override;

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] int stepIndex() const;
    [[nodiscard]] int stepCount() const;
    [[nodiscard]] bool isImporting() const { return m_importing; }
    [[nodiscard]] int wordCount() const { return m_wordCount; }
    void setWordCount(int count);
    [[nodiscard]] QList<int> wordCounts() const;
    [[nodiscard]] SecretWords *phrase() { return &m_phrase; }
    [[nodiscard]] PhraseWordsModel *check() { return &m_check; }
    [[nodiscard]] PhraseWordsModel *importWords() { return &m_import; }
    [[nodiscard]] SecretBuffer *extraWord() { return &m_extraWord; }
    [[nodiscard]] SecretBuffer *passphrase() { return &m_passphrase; }
    [[nodiscard]] SecretBuffer *passphraseAgain() { return &m_passphraseAgain; }
    [[nodiscard]] Strength passphraseStrength() const;
    [[nodiscard]] QString passphraseHint() const;
    [[nodiscard]] bool doPassphrasesMatch() const;
    [[nodiscard]] bool canContinue() const;
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] QString phraseProblem() const { return m_phraseProblem; }
    [[nodiscard]] QString accountText() const { return m_accountText; }

    Q_INVOKABLE void startCreate();
    Q_INVOKABLE void startImport();
    Q_INVOKABLE void next(); ///< does nothing while canContinue is false
    Q_INVOKABLE void back();
    Q_INVOKABLE void finish(); ///< leaves step Done

Q_SIGNALS:
    void stepChanged();
    void wordCountChanged();
    void inputChanged();
    void finished(); ///< a vault exists and is unlocked

private:
    void setStep(Step step);
    void newPhrase();
    void askForCheck();
    void askForImport();
    void judgeImport();
    void create();
    void wipe();

    wallet::WalletService &m_wallet;
    std::optional<wallet::Mnemonic> m_mnemonic;
    Step m_step = Step::Welcome;
    bool m_importing = false;
    int m_wordCount = 12;
    SecretWords m_phrase;
    PhraseWordsModel m_check;
    PhraseWordsModel m_import;
    SecretBuffer m_extraWord;
    SecretBuffer m_passphrase;
    SecretBuffer m_passphraseAgain;
    QString m_phraseProblem;
    QString m_accountText;
};

} // namespace majlis::viewmodels
