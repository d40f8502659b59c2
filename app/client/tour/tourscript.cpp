// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/tour/tourscript.h"

#include "app/client/appservices.h"
#include "app/client/tour/tournetwork.h"
#include "app/client/tour/toursteps.h"
#include "app/client/tour/tourwallet.h"

#include <QDir>
#include <QFile>

#include <tuple>

namespace majlis::client
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace majlis::viewmodels;
using PageIs = page::Id;

namespace
{

constexpr std::chrono::milliseconds sandboxStart = 120s;

class Script : public TourSteps
{
public:
    using TourSteps::TourSteps;

    void onboarding();
    void signIn();
    void pages();
    void trouble();

private:
    [[nodiscard]] bool isAt(OnboardingViewModel::Step wanted) const { return m_root.onboarding()->step() == wanted; }
    void answerCheck();
    void typeImport();
    void damageWallet();
};

void Script::onboarding()
{
    using Step = OnboardingViewModel::Step;
    auto *onboarding = m_root.onboarding();
    step(
        u"onboarding-welcome"_s, [this] { m_services.start(); },
        [this] { return m_root.shell()->page() == PageIs::Onboarding; });
    step(
        u"onboarding-import"_s,
        [this, onboarding] {
            onboarding->startImport();
            typeImport();
        },
        [this] { return isAt(Step::ImportPhrase); });
    step({}, [onboarding] { onboarding->back(); }, [this] { return isAt(Step::Welcome); });
    step(
        u"onboarding-phrase-covered"_s, [onboarding] { onboarding->startCreate(); },
        [this] { return isAt(Step::ShowPhrase); });
    step(
        u"onboarding-phrase"_s, [onboarding] { onboarding->phrase()->reveal(); },
        [onboarding] { return onboarding->phrase()->isRevealed(); });
    step({}, [onboarding] { onboarding->next(); }, [this] { return isAt(Step::CheckPhrase); });
    step(u"onboarding-check"_s, [this] { answerCheck(); }, [onboarding] { return onboarding->canContinue(); });
    step({}, [onboarding] { onboarding->next(); }, [this] { return isAt(Step::Passphrase); });
    step(
        u"onboarding-passphrase"_s,
        [onboarding] {
            onboarding->passphrase()->append(tourPassphrase);
            onboarding->passphraseAgain()->append(tourPassphrase);
        },
        [onboarding] { return onboarding->canContinue(); });
    step(u"onboarding-done"_s, [onboarding] { onboarding->next(); }, [this] { return isAt(Step::Done); });
}

void Script::answerCheck()
{
    auto *onboarding = m_root.onboarding();
    for (int row = 0; row < onboarding->check()->count(); ++row) {
        const int position = onboarding->check()->index(row).data(PhraseWordsModel::PositionRole).toInt();
        const wallet::ByteView word = onboarding->phrase()->word(position - 1);
        onboarding->check()->bufferAt(row)->set(wallet::SecretBytes::copyOf(word));
    }
}

void Script::typeImport()
{
    auto *words = m_root.onboarding()->importWords();
    int row = 0;
    for (const QStringView word : {u"legal", u"winner", u"thank", u"yeaar", u"wav"}) {
        words->bufferAt(row++)->append(word);
    }
}

void Script::signIn()
{
    using Step = SignInViewModel::Step;
    auto *signIn = m_root.signIn();
    step(
        u"signin-no-platform"_s, [this] { m_root.onboarding()->finish(); },
        [this] { return m_root.shell()->page() == PageIs::SignIn; });
    open(u"connections-first"_s, PageIs::Connections, [] { return true; });
    step(
        {}, [this] { m_services.connections.use(QString::fromLatin1(ConnectionCenter::sandboxId)); },
        [this] { return m_services.connections.sandboxState() == ConnectionDirectory::SandboxState::Running; },
        sandboxStart);
    open(u"signin-start"_s, PageIs::SignIn, [signIn] { return signIn->hasPlatform(); });
    step(u"signin-review"_s, [signIn] { signIn->begin(); }, [signIn] { return signIn->step() == Step::Review; });
    step({}, [signIn] { signIn->sign(); }, [signIn] { return signIn->step() == Step::SignedIn; });
    step(
        u"home"_s, [] {},
        [this] {
            return m_root.shell()->page() == PageIs::Home && m_root.home()->strengthState()->freshness().known
                && !m_root.home()->joins()->rows().empty() && !m_root.home()->chains()->rows().empty();
        },
        60s);
}

void Script::pages()
{
    auto *shell = m_root.shell();
    open(u"leaderboard"_s, PageIs::Leaderboard, [this] {
        return m_root.leaderboard()->status() == AsyncState::Status::Ready
            || m_root.leaderboard()->status() == AsyncState::Status::Failed;
    });
    open(u"profile"_s, PageIs::Profile, [this] { return m_root.profile()->freshness().known; });
    step(
        u"profile-invalid"_s,
        [this] {
            m_root.profile()->displayName()->setText(u"Tour guide"_s);
            m_root.profile()->website()->setText(u"not an address"_s);
            m_root.profile()->save();
        },
        [this] { return !m_root.profile()->website()->error().isEmpty(); });
    auto *registration = m_root.profile()->registration();
    step(
        u"profile-register"_s,
        [this, registration] {
            m_root.profile()->revert();
            registration->setOpen(true);
            registration->setCode(u"HABIBI-BASE-00000000"_s);
            registration->lookUp();
        },
        [registration] { return registration->status() == AsyncState::Status::Failed; });
    step({}, [registration] { registration->setOpen(false); }, [] { return true; });
    open(u"connections"_s, PageIs::Connections, [] { return true; });
    step(
        u"connections-test-failed"_s,
        [this] {
            m_root.connections()->setDraftUrl(u"http://127.0.0.1:1"_s);
            m_root.connections()->testDraft();
        },
        [this] { return m_root.connections()->draft()->status() == AsyncState::Status::Failed; }, 60s);
    step({}, [this] { m_root.connections()->clearDraft(); }, [] { return true; });
    open(u"settings"_s, PageIs::Settings, [] { return true; });
    step(
        u"settings-large-text"_s, [this] { m_root.settings()->setTextScale(1.6); },
        [shell] { return shell->textScale() > 1.5; });
    step({}, [this] { m_root.settings()->setTextScale(1); }, [] { return true; });
    open(u"diagnostics"_s, PageIs::Diagnostics, [] { return true; });
    step(
        u"palette"_s,
        [this, shell] {
            m_root.profile()->revert();
            shell->goTo(PageIs::Home);
            shell->palette()->setOpen(true);
            shell->palette()->setFilter(u"ne"_s);
        },
        [shell] { return shell->palette()->isOpen() && shell->palette()->count() > 0; });
    step({}, [shell] { shell->palette()->setOpen(false); }, [] { return true; });
}

void Script::trouble()
{
    auto *shell = m_root.shell();
    auto *unlock = m_root.unlock();
    step(
        {}, [this] { m_services.connections.stopSandbox(); },
        [this] { return m_services.connections.sandboxState() == ConnectionDirectory::SandboxState::Stopped; });
    step(
        u"home-offline"_s,
        [this, shell] {
            shell->goTo(PageIs::Home);
            m_root.home()->refresh();
        },
        [this, shell] {
            return shell->connection() == ShellViewModel::Connection::Offline
                && m_root.home()->balanceState()->freshness().stale;
        },
        90s);
    open(u"network-offline"_s, PageIs::Network, [this] { return m_root.network()->personCount() > 1; });
    step(u"unlock"_s, [shell] { shell->lock(); }, [shell] { return shell->page() == PageIs::Unlock; });
    step(
        u"unlock-wrong"_s,
        [unlock] {
            unlock->passphrase()->append(u"not it");
            unlock->unlock();
        },
        [unlock] { return unlock->status() == AsyncState::Status::Failed; });
    step(
        u"unlock-damaged"_s,
        [this] {
            damageWallet();
            m_services.wallet.start();
        },
        [unlock] { return unlock->vault() == UnlockViewModel::Vault::Damaged; });
}

void Script::damageWallet()
{
    for (const QString &name : {u"wallet.majlis"_s, u"wallet.majlis.bak"_s}) {
        QFile file(QDir(m_services.dataDir).filePath(name));
        if (file.open(QIODevice::ReadWrite) && file.size() > 64) {
            file.resize(file.size() / 2);
        }
    }
}

} // namespace

TourScript tourScript(AppServices &services)
{
    const auto script = std::make_shared<Script>(services);
    const auto wallet = std::make_shared<WalletTour>(services);
    const auto network = std::make_shared<NetworkTour>(services);
    wallet->pages();
    network->pages();
    script->onboarding();
    script->signIn();
    script->add(wallet->take());
    script->add(network->take());
    script->pages();
    script->trouble();
    using Parts = std::tuple<std::shared_ptr<Script>, std::shared_ptr<WalletTour>, std::shared_ptr<NetworkTour>>;
    return {std::make_shared<Parts>(script, wallet, network), script->take()};
}

} // namespace majlis::client
