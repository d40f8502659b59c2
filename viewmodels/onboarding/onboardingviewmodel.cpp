// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/onboarding/onboardingviewmodel.h"

namespace majlis::viewmodels
{

namespace
{
constexpr int longestPassphrase = 1024;
}

OnboardingViewModel::OnboardingViewModel(QObject *parent)
    : AsyncState(parent)
    , m_passphrase(longestPassphrase)
    , m_passphraseAgain(longestPassphrase)
{
    connect(&m_passphrase, &SecretBuffer::changed, this, &OnboardingViewModel::inputChanged);
    connect(&m_passphraseAgain, &SecretBuffer::changed, this, &OnboardingViewModel::inputChanged);
}

OnboardingViewModel::~OnboardingViewModel() = default;

int OnboardingViewModel::stepIndex() const
{
    return 0;
}
int OnboardingViewModel::stepCount() const
{
    return 0;
}
void OnboardingViewModel::setWordCount(int count)
{
    if ((count == 12 || count == 24) && m_wordCount != count) {
        m_wordCount = count;
        Q_EMIT wordCountChanged();
    }
}
OnboardingViewModel::Strength OnboardingViewModel::passphraseStrength() const
{
    return Strength::Empty;
}
QString OnboardingViewModel::passphraseHint() const
{
    return {};
}
bool OnboardingViewModel::doPassphrasesMatch() const
{
    return !m_passphrase.isEmpty() && m_passphrase.sameAs(m_passphraseAgain);
}
bool OnboardingViewModel::canContinue() const
{
    return false;
}
bool OnboardingViewModel::canGoBack() const
{
    return m_step != Step::Welcome;
}
void OnboardingViewModel::startCreate() { }
void OnboardingViewModel::startImport() { }
void OnboardingViewModel::next() { }
void OnboardingViewModel::back() { }
void OnboardingViewModel::finish() { }

} // namespace majlis::viewmodels
