// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/profile/profileviewmodel.h"

#include <algorithm>

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;

ProfileViewModel::ProfileViewModel(QObject *parent)
    : AsyncState(parent)
    , m_displayName(u"displayName"_s, tr("Name"),
          tr("Shown beside your address. Not unique, and no proof of who you are."), 64, this)
    , m_bio(u"bio"_s, tr("About"), tr("At most 500 characters."), 500, this)
    , m_avatarUrl(u"avatarUrl"_s, tr("Picture"), tr("An https address of a picture."), 2048, this)
    , m_website(u"website"_s, tr("Website"), tr("An https address."), 2048, this)
    , m_twitter(u"twitter"_s, tr("X (Twitter)"), tr("Your name there, without @."), 64, this)
    , m_telegram(u"telegram"_s, tr("Telegram"), tr("Your name there, without @."), 64, this)
    , m_discord(u"discord"_s, tr("Discord"), tr("Your name there."), 64, this)
{
    for (ProfileField *field : fields()) {
        connect(field, &ProfileField::textChanged, this, &ProfileViewModel::dirtyChanged);
        connect(field, &ProfileField::errorChanged, this, &ProfileViewModel::dirtyChanged);
    }
    connect(&m_saving, &AsyncState::statusChanged, this, &ProfileViewModel::dirtyChanged);
}

bool ProfileViewModel::isDirty() const
{
    return std::ranges::any_of(fields(), &ProfileField::isDirty);
}

bool ProfileViewModel::canSave() const
{
    return isDirty() && !m_saving.isLoading()
        && std::ranges::all_of(fields(), [](const ProfileField *field) { return field->error().isEmpty(); });
}

QString ProfileViewModel::addressText() const
{
    return m_address;
}

void ProfileViewModel::refresh() { }

void ProfileViewModel::save() { }

void ProfileViewModel::revert()
{
    for (ProfileField *field : fields()) {
        field->revert();
    }
    m_saving.reset();
}

void ProfileViewModel::copyAddress()
{
    Q_EMIT copyRequested(m_address);
}

void ProfileViewModel::copyReferralCode()
{
    Q_EMIT copyRequested(m_referralCode);
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
