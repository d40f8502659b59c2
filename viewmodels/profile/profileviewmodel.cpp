// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/profile/profileviewmodel.h"

#include "models/net/call.h"
#include "models/platforms/habibi/habibiservice.h"
#include "viewmodels/accounts/accountbook.h"
#include "viewmodels/common/knownstate.h"
#include "viewmodels/format/addresses.h"
#include "viewmodels/format/figures.h"

#include <QUrl>

#include <algorithm>

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;
using habibi::HabibiService;

namespace
{

QString roleName(const std::optional<OpenEnum<wire::habibi::Role>> &role)
{
    using wire::habibi::Role;
    if (!role) {
        return format::unknown();
    }
    switch (role->value()) {
    case Role::User:
        return ProfileViewModel::tr("User");
    case Role::Verified:
        return ProfileViewModel::tr("Verified");
    case Role::Admin:
        return ProfileViewModel::tr("Administrator");
    case Role::Unknown:
        break;
    }
    return role->text().isEmpty() ? format::unknown() : role->text();
}

/// A field that was edited: its text, or null to clear it.
wire::Patch<QString> patchOf(const ProfileField &field)
{
    if (!field.isDirty()) {
        return {};
    }
    const QString text = field.text().trimmed();
    return text.isEmpty() ? wire::Patch<QString>(std::optional<QString>()) : wire::Patch<QString>(std::optional(text));
}

ProfileViewModel::AccountFacts accountFacts(const HabibiService *service, const std::optional<wire::habibi::User> &user)
{
    ProfileViewModel::AccountFacts facts;
    facts.address = service != nullptr && service->account() ? service->account()->text() : QString();
    facts.role = format::unknown();
    facts.memberSince = format::unknown();
    if (!user) {
        return facts;
    }
    facts.role = roleName(user->role);
    facts.verified = user->isVerified;
    facts.memberSince = format::date(user->createdAt);
    facts.canRegister = !user->referrer;
    facts.referrer = user->referrer ? format::shortAddress(user->referrer->text()) : QString();
    if (const auto &code = user->referralCode) {
        facts.referralCode = code->code;
        if (code->uses) {
            facts.referralUses = *code->uses == 1
                ? ProfileViewModel::tr("Used once")
                : ProfileViewModel::tr("Used %1 times").arg(format::count(*code->uses));
        }
    }
    return facts;
}

bool isHttps(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty();
}

} // namespace

ProfileViewModel::ProfileViewModel(CurrentPlatform &platform, wallet::WalletService &wallet, AccountBook &accounts,
    const Clock &clock, Ticker &ticker, QObject *parent)
    : AsyncState(parent)
    , m_clock(clock)
    , m_accounts(accounts)
    , m_registration(platform, wallet, accounts)
    , m_displayName(
          u"displayName"_s, tr("Name"), tr("Shown beside your address. Not unique, and no proof of who you are."), 64)
    , m_bio(u"bio"_s, tr("About"), tr("A few sentences that everybody can read."), 500)
    , m_avatarUrl(u"avatarUrl"_s, tr("Picture"), tr("An https address of a picture."), 2048)
    , m_website(u"website"_s, tr("Website"), tr("An https address."), 2048)
    , m_twitter(u"twitter"_s, tr("X (Twitter)"), tr("Your handle on X, without the @."), 64)
    , m_telegram(u"telegram"_s, tr("Telegram"), tr("Your username on Telegram, without the @."), 64)
    , m_discord(u"discord"_s, tr("Discord"), tr("Your username on Discord."), 64)
    , m_link(platform, [this](HabibiService *service, QObject *context) { attach(service, context); })
{
    for (ProfileField *field : fields()) {
        connect(field, &ProfileField::textChanged, this, &ProfileViewModel::dirtyChanged);
        connect(field, &ProfileField::errorChanged, this, &ProfileViewModel::dirtyChanged);
    }
    connect(&m_saving, &AsyncState::statusChanged, this, &ProfileViewModel::dirtyChanged);
    connect(&ticker, &Ticker::tick, this, &ProfileViewModel::show);
}

ProfileViewModel::~ProfileViewModel() = default;

bool ProfileViewModel::isDirty() const
{
    return std::ranges::any_of(fields(), &ProfileField::isDirty);
}

bool ProfileViewModel::canSave() const
{
    return isDirty() && !m_saving.isLoading() && m_link.service() != nullptr
        && std::ranges::all_of(fields(), [](const ProfileField *field) { return field->error().isEmpty(); });
}

QString ProfileViewModel::addressText() const
{
    return format::groupedAddress(m_facts.address);
}

AccountsModel *ProfileViewModel::accounts()
{
    return m_accounts.signers();
}

void ProfileViewModel::chooseAccount(int id)
{
    m_accounts.choose(id);
}

void ProfileViewModel::refresh()
{
    if (HabibiService *service = m_link.service()) {
        service->refresh();
    }
}

void ProfileViewModel::save()
{
    HabibiService *service = m_link.service();
    if (service == nullptr || !canSave() || !checkFields()) {
        return;
    }
    wire::habibi::ProfileInput input;
    input.displayName = patchOf(m_displayName);
    input.bio = patchOf(m_bio);
    input.avatarUrl = patchOf(m_avatarUrl);
    input.website = patchOf(m_website);
    input.twitter = patchOf(m_twitter);
    input.telegram = patchOf(m_telegram);
    input.discord = patchOf(m_discord);
    m_saving.setLoading();
    net::start(
        m_link.context(), [service, input](net::CancelToken cancel) { return service->updateProfile(input, cancel); },
        [this](const Result<void> &saved) {
            if (!saved) {
                showSaveFailure(saved.error());
                return;
            }
            for (ProfileField *field : fields()) {
                field->setSaved(field->text());
            }
            m_saving.setReady();
            show();
        });
}

void ProfileViewModel::revert()
{
    for (ProfileField *field : fields()) {
        field->revert();
    }
    m_saving.reset();
}

void ProfileViewModel::copyAddress()
{
    Q_EMIT copyRequested(m_facts.address);
}

void ProfileViewModel::copyReferralCode()
{
    Q_EMIT copyRequested(m_facts.referralCode);
}

void ProfileViewModel::attach(HabibiService *service, QObject *context)
{
    revert();
    if (service != nullptr) {
        connect(service, &HabibiService::userChanged, context, [this] { show(); });
        connect(service, &HabibiService::accountChanged, context, [this] { show(); });
        connect(&service->session(), &habibi::Session::stateChanged, context, [this] { show(); });
    }
    show();
}

void ProfileViewModel::show()
{
    HabibiService *service = m_link.service();
    static const habibi::Known<wire::habibi::User> nobody;
    const auto &known = service != nullptr ? service->user() : nobody;
    showKnown(*this, known, m_clock.now(), false);
    const auto &user = known.value;
    const wire::habibi::Profile profile = user ? user->profile : wire::habibi::Profile{};
    m_displayName.setSaved(profile.displayName.value_or(QString()));
    m_bio.setSaved(profile.bio.value_or(QString()));
    m_avatarUrl.setSaved(profile.avatarUrl.value_or(QString()));
    m_website.setSaved(profile.website.value_or(QString()));
    m_twitter.setSaved(profile.twitter.value_or(QString()));
    m_telegram.setSaved(profile.telegram.value_or(QString()));
    m_discord.setSaved(profile.discord.value_or(QString()));

    const AccountFacts facts = accountFacts(service, user);
    if (m_facts != facts) {
        m_facts = facts;
        Q_EMIT accountChanged();
    }
}

void ProfileViewModel::showSaveFailure(const Error &error)
{
    m_saving.setFailed(format::describe(error));
    for (const ErrorDetail &detail : error.details) {
        for (ProfileField *field : fields()) {
            if (detail.path == field->path() || detail.path.endsWith(u'.' + field->path())) {
                field->setError(detail.message);
            }
        }
    }
}

bool ProfileViewModel::checkFields()
{
    for (ProfileField *field : fields()) {
        if (field->isDirty() && field->text().toUcs4().size() > field->maximumLength()) {
            field->setError(tr("At most %1 characters.").arg(field->maximumLength()));
        }
    }
    for (ProfileField *field : {&m_avatarUrl, &m_website}) {
        if (field->isDirty() && !field->text().trimmed().isEmpty() && !isHttps(field->text().trimmed())) {
            field->setError(tr("An address that begins with https://"));
        }
    }
    return std::ranges::all_of(fields(), [](const ProfileField *field) { return field->error().isEmpty(); });
}

std::array<ProfileField *, 7> ProfileViewModel::fields()
{
    return {&m_displayName, &m_bio, &m_avatarUrl, &m_website, &m_twitter, &m_telegram, &m_discord};
}

std::array<const ProfileField *, 7> ProfileViewModel::fields() const
{
    return {&m_displayName, &m_bio, &m_avatarUrl, &m_website, &m_twitter, &m_telegram, &m_discord};
}

} // namespace majlis::viewmodels
