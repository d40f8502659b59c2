// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/backup/backupviewmodel.h"

#include "viewmodels/accounts/accountbook.h"
#include "viewmodels/format/failures.h"
#include "viewmodels/onboarding/listedwords.h"
#include "wallet/backupcheck.h"
#include "wallet/walletservice.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace majlis::viewmodels
{

namespace
{
constexpr int longestPassphrase = 1024;
}

BackupViewModel::BackupViewModel(wallet::WalletService &wallet, AccountBook &accounts, QObject *parent)
    : AsyncState(parent)
    , m_wallet(wallet)
    , m_accounts(accounts)
    , m_passphrase(longestPassphrase)
    , m_extraWord(longestPassphrase)
{
    connect(&m_extraWord, &SecretBuffer::changed, this, &BackupViewModel::inputChanged);
    connect(&m_passphrase, &SecretBuffer::changed, this, &BackupViewModel::inputChanged);
    connect(&m_words, &PhraseWordsModel::completeChanged, this, &BackupViewModel::inputChanged);
    connect(this, &AsyncState::statusChanged, this, &BackupViewModel::inputChanged);
    connect(&m_wallet, &wallet::WalletService::stateChanged, this, [this] {
        if (m_wallet.state() != wallet::WalletService::State::Unlocked) {
            close();
        }
    });
    m_words.completeWith(onlyWord);
}

BackupViewModel::~BackupViewModel() = default;

bool BackupViewModel::canShow() const
{
    return m_step == Step::Passphrase && !m_passphrase.isEmpty() && !isLoading();
}

void BackupViewModel::setWordCount(int count)
{
    if (wordCounts().contains(count) && m_wordCount != count) {
        m_wordCount = count;
        if (m_step == Step::Drill) {
            askForWords();
        }
        Q_EMIT stepChanged();
    }
}

bool BackupViewModel::canCheck() const
{
    return m_step == Step::Drill && m_words.isComplete() && !isLoading()
        && !(isExtraWordNeeded() && m_extraWord.isEmpty());
}

bool BackupViewModel::isExtraWordNeeded() const
{
    return m_wallet.hasMnemonicPassphrase();
}

void BackupViewModel::askPassphrase()
{
    close();
    setStep(Step::Passphrase);
}

void BackupViewModel::show()
{
    if (!canShow()) {
        return;
    }
    setLoading();
    wallet::SecretBytes passphrase = m_passphrase.bytes().clone();
    m_passphrase.clear();
    m_wallet.backupPhrase(
        std::move(passphrase), this, [this, attempt = m_attempt](const wallet::Result<wallet::Mnemonic> &phrase) {
            if (attempt != m_attempt) {
                return; // left meanwhile
            }
            if (!phrase) {
                setFailed(format::describe(phrase.error()));
                return;
            }
            m_phrase.setPhrase(phrase->sentence());
            setReady();
            setStep(Step::Words);
        });
}

void BackupViewModel::startDrill()
{
    close();
    askForWords();
    setStep(Step::Drill);
}

void BackupViewModel::check()
{
    if (!canCheck()) {
        return;
    }
    setLoading();
    const auto sentence = std::make_shared<wallet::SecretBytes>(m_words.sentence());
    const auto extra = std::make_shared<wallet::SecretBytes>(m_extraWord.bytes().clone());
    QList<wallet::Account> derived; // imported keys have nothing to do with the phrase
    std::ranges::copy_if(m_accounts.all(), std::back_inserter(derived),
        [](const wallet::Account &account) { return account.origin == wallet::AccountOrigin::Derived; });
    QtConcurrent::run([sentence, extra, accounts = std::move(derived)] {
        return wallet::phraseRestores(*sentence, *extra, accounts);
    }).then(this, [this, attempt = m_attempt](const wallet::Result<bool> &restores) {
        if (attempt == m_attempt) {
            take(restores);
        }
    });
}

void BackupViewModel::close()
{
    ++m_attempt;
    wipe();
    reset();
    setStep(Step::Start);
}

void BackupViewModel::setStep(Step step)
{
    m_step = step;
    Q_EMIT stepChanged();
    Q_EMIT inputChanged();
}

void BackupViewModel::wipe()
{
    m_passphrase.clear();
    m_extraWord.clear();
    m_phrase.wipe();
    m_words.reset({}, {});
}

void BackupViewModel::askForWords()
{
    std::vector<int> positions(static_cast<std::size_t>(m_wordCount));
    std::ranges::generate(positions, [n = 0]() mutable { return ++n; });
    m_words.reset(positions, judgeListed);
}

void BackupViewModel::take(const wallet::Result<bool> &restores)
{
    if (!restores) {
        setFailed(format::describe(restores.error())); // the words stay, to be put right
        return;
    }
    wipe();
    setReady();
    setStep(*restores ? Step::Restores : Step::Different);
}

} // namespace majlis::viewmodels
