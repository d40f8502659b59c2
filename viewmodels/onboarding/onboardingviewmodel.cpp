// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/onboarding/onboardingviewmodel.h"

#include "viewmodels/format/addresses.h"
#include "viewmodels/format/failures.h"
#include "viewmodels/onboarding/listedwords.h"
#include "viewmodels/onboarding/passphrasestrength.h"
#include "wallet/walletservice.h"

#include <QRandomGenerator>

#include <algorithm>
#include <set>

namespace majlis::viewmodels
{

namespace
{

constexpr int longestPassphrase = 1024;
constexpr std::size_t wordsToCheck = 3;
constexpr double fairBits = 40;
constexpr double strongBits = 80;

} // namespace

OnboardingViewModel::OnboardingViewModel(wallet::WalletService &wallet, QObject *parent)
    : AsyncState(parent)
    , m_wallet(wallet)
    , m_extraWord(longestPassphrase)
    , m_passphrase(longestPassphrase)
    , m_passphraseAgain(longestPassphrase)
{
    connect(&m_passphrase, &SecretBuffer::changed, this, &OnboardingViewModel::inputChanged);
    connect(&m_passphraseAgain, &SecretBuffer::changed, this, &OnboardingViewModel::inputChanged);
    connect(&m_check, &PhraseWordsModel::completeChanged, this, &OnboardingViewModel::inputChanged);
    connect(&m_import, &PhraseWordsModel::dataChanged, this, &OnboardingViewModel::judgeImport);
    connect(&m_import, &PhraseWordsModel::completeChanged, this, &OnboardingViewModel::judgeImport);
    m_import.completeWith(onlyWord);
}

OnboardingViewModel::~OnboardingViewModel() = default;

int OnboardingViewModel::stepIndex() const
{
    switch (m_step) {
    case Step::Welcome:
        return 0;
    case Step::ShowPhrase:
    case Step::ImportPhrase:
        return 1;
    case Step::CheckPhrase:
        return 2;
    case Step::Passphrase:
    case Step::Creating:
        return m_importing ? 2 : 3;
    case Step::Done:
        return stepCount() - 1;
    }
    return 0;
}

int OnboardingViewModel::stepCount() const
{
    return m_importing ? 4 : 5;
}

QList<int> OnboardingViewModel::wordCounts() const
{
    return m_importing ? QList<int>{12, 15, 18, 21, 24} : QList<int>{12, 24};
}

void OnboardingViewModel::setWordCount(int count)
{
    if (!wordCounts().contains(count) || m_wordCount == count) {
        return;
    }
    m_wordCount = count;
    if (m_step == Step::ShowPhrase) {
        newPhrase();
    } else if (m_step == Step::ImportPhrase) {
        askForImport();
    }
    Q_EMIT wordCountChanged();
}

OnboardingViewModel::Strength OnboardingViewModel::passphraseStrength() const
{
    if (m_passphrase.isEmpty()) {
        return Strength::Empty;
    }
    const double bits = passphraseBits(m_passphrase.bytes().view());
    if (bits < fairBits || m_passphrase.length() < shortestPassphrase) {
        return Strength::Weak;
    }
    if (bits < goodBits) {
        return Strength::Fair;
    }
    return bits < strongBits ? Strength::Good : Strength::Strong;
}

QString OnboardingViewModel::passphraseHint() const
{
    if (!m_passphrase.isEmpty() && m_passphrase.length() < shortestPassphrase) {
        return tr("At least %1 characters.").arg(shortestPassphrase);
    }
    switch (passphraseStrength()) {
    case Strength::Empty:
        return tr("Four or five unrelated words are easy to keep and hard to guess.");
    case Strength::Weak:
        return tr("Easy to guess. Add another word.");
    case Strength::Fair:
        return tr("Another word makes it good.");
    case Strength::Good:
    case Strength::Strong:
        break;
    }
    return {};
}

bool OnboardingViewModel::doPassphrasesMatch() const
{
    return !m_passphrase.isEmpty() && m_passphrase.sameAs(m_passphraseAgain);
}

bool OnboardingViewModel::canContinue() const
{
    switch (m_step) {
    case Step::ShowPhrase:
        return m_mnemonic.has_value();
    case Step::CheckPhrase:
        return m_check.isComplete();
    case Step::ImportPhrase:
        return m_mnemonic.has_value();
    case Step::Passphrase:
        return m_passphrase.length() >= shortestPassphrase && doPassphrasesMatch();
    case Step::Welcome:
    case Step::Creating:
    case Step::Done:
        return false;
    }
    return false;
}

bool OnboardingViewModel::canGoBack() const
{
    return m_step != Step::Welcome && m_step != Step::Creating && m_step != Step::Done;
}

void OnboardingViewModel::startCreate()
{
    if (m_step != Step::Welcome) {
        return;
    }
    m_importing = false;
    if (!wordCounts().contains(m_wordCount)) {
        setWordCount(wordCounts().front());
    }
    newPhrase();
    setStep(Step::ShowPhrase);
}

void OnboardingViewModel::startImport()
{
    if (m_step != Step::Welcome) {
        return;
    }
    m_importing = true;
    askForImport();
    setStep(Step::ImportPhrase);
}

void OnboardingViewModel::next()
{
    if (!canContinue()) {
        return;
    }
    switch (m_step) {
    case Step::ShowPhrase:
        m_phrase.hide();
        askForCheck();
        setStep(Step::CheckPhrase);
        break;
    case Step::CheckPhrase:
    case Step::ImportPhrase:
        setStep(Step::Passphrase);
        break;
    case Step::Passphrase:
        create();
        break;
    default:
        break;
    }
}

void OnboardingViewModel::back()
{
    if (!canGoBack()) {
        return;
    }
    m_phrase.hide();
    reset();
    switch (m_step) {
    case Step::CheckPhrase:
        m_check.reset({}, {});
        setStep(Step::ShowPhrase);
        break;
    case Step::Passphrase:
        m_passphrase.clear();
        m_passphraseAgain.clear();
        if (!m_importing) {
            askForCheck();
        }
        setStep(m_importing ? Step::ImportPhrase : Step::CheckPhrase);
        break;
    default:
        wipe();
        setStep(Step::Welcome);
        break;
    }
}

void OnboardingViewModel::finish()
{
    if (m_step == Step::Done) {
        setStep(Step::Welcome);
        reset();
        Q_EMIT finished();
    }
}

void OnboardingViewModel::setStep(Step step)
{
    m_step = step;
    Q_EMIT stepChanged();
    Q_EMIT inputChanged();
}

void OnboardingViewModel::newPhrase()
{
    auto made = wallet::Mnemonic::generate(m_wordCount);
    if (!made) {
        m_mnemonic.reset();
        m_phrase.wipe();
        setFailed(format::describe(made.error()));
        return;
    }
    m_mnemonic = std::move(*made);
    m_phrase.setPhrase(m_mnemonic->sentence());
}

void OnboardingViewModel::askForCheck()
{
    std::set<int> positions;
    while (positions.size() < wordsToCheck) {
        positions.insert(QRandomGenerator::system()->bounded(m_wordCount) + 1);
    }
    m_check.reset({positions.begin(), positions.end()}, [this](int position, const SecretBuffer &typed) {
        const std::string_view word = m_mnemonic ? m_mnemonic->word(position - 1) : std::string_view();
        const wallet::SecretBytes text = lowered(typed.bytes());
        if (text.text() == word) {
            return PhraseWordsModel::WordState::Valid;
        }
        return word.starts_with(text.text()) ? PhraseWordsModel::WordState::Partial
                                             : PhraseWordsModel::WordState::Wrong;
    });
}

void OnboardingViewModel::askForImport()
{
    m_mnemonic.reset();
    m_phraseProblem.clear();
    std::vector<int> positions(static_cast<std::size_t>(m_wordCount));
    std::ranges::generate(positions, [n = 0]() mutable { return ++n; });
    m_import.reset(positions, judgeListed);
}

void OnboardingViewModel::judgeImport()
{
    m_mnemonic.reset();
    m_phraseProblem.clear();
    if (m_importing && m_import.isComplete()) {
        auto parsed = wallet::Mnemonic::parse(m_import.sentence());
        if (parsed) {
            m_mnemonic = std::move(*parsed);
        } else {
            m_phraseProblem = tr("Every word is right by itself, but together they are not a recovery phrase. "
                                 "Compare their order with what you wrote down.");
        }
    }
    Q_EMIT inputChanged();
}

void OnboardingViewModel::create()
{
    auto mnemonic = wallet::Mnemonic::parse(m_mnemonic->sentence());
    if (!mnemonic) {
        setFailed(format::describe(mnemonic.error()));
        return;
    }
    setLoading();
    setStep(Step::Creating);
    wallet::SecretBytes extraWord = m_extraWord.bytes().clone();
    wallet::SecretBytes passphrase = m_passphrase.bytes().clone();
    const auto take = [this](const wallet::Result<void> &made) {
        if (!made) {
            setFailed(format::describe(made.error()));
            setStep(Step::Passphrase);
            return;
        }
        const auto &accounts = m_wallet.accounts();
        m_accountText = accounts.isEmpty() ? QString() : format::shortAddress(accounts.front().address.text());
        wipe();
        setReady();
        setStep(Step::Done);
    };
    m_wallet.create(std::move(*mnemonic), std::move(extraWord), std::move(passphrase), this, take);
}

void OnboardingViewModel::wipe()
{
    m_mnemonic.reset();
    m_phrase.wipe();
    m_check.reset({}, {});
    m_import.reset({}, {});
    m_extraWord.clear();
    m_passphrase.clear();
    m_passphraseAgain.clear();
    m_phraseProblem.clear();
}

} // namespace majlis::viewmodels
