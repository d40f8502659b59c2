// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/settings/settingsviewmodel.h"

#include "viewmodels/format/failures.h"
#include "viewmodels/settings/settingkeys.h"
#include "wallet/walletservice.h"

#include <algorithm>
#include <array>

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double smallestText = 0.8;
constexpr double largestText = 2.0;

struct ThemeName {
    theme::Mode mode = theme::Mode::System;
    QStringView name;
};
constexpr std::array themeNames{ThemeName{theme::Mode::System, u"system"}, ThemeName{theme::Mode::Dark, u"dark"},
    ThemeName{theme::Mode::Light, u"light"}, ThemeName{theme::Mode::HighContrast, u"highContrast"}};

} // namespace

SettingsViewModel::SettingsViewModel(
    store::Settings &settings, wallet::WalletService &wallet, QString dataFolder, QObject *parent)
    : AsyncState(parent)
    , m_settings(settings)
    , m_wallet(wallet)
    , m_dataFolder(std::move(dataFolder))
{
    connect(&m_wallet, &wallet::WalletService::computerUnlockChanged, this, &SettingsViewModel::computerUnlockChanged);
    connect(&m_wallet, &wallet::WalletService::stateChanged, this, &SettingsViewModel::computerUnlockChanged);
    connect(this, &AsyncState::statusChanged, this, &SettingsViewModel::computerUnlockChanged);
}

SettingsViewModel::~SettingsViewModel() = default;

theme::Mode SettingsViewModel::themeMode() const
{
    const auto found = std::ranges::find(themeNames, m_settings.value(keys::themeMode), &ThemeName::name);
    return found == themeNames.end() ? theme::Mode::System : found->mode;
}

void SettingsViewModel::setThemeMode(theme::Mode mode)
{
    const auto found = std::ranges::find(themeNames, mode, &ThemeName::mode);
    if (found != themeNames.end() && mode != themeMode()) {
        m_settings.setValue(keys::themeMode, found->name.toString());
        Q_EMIT themeModeChanged();
    }
}

double SettingsViewModel::textScale() const
{
    return std::clamp(m_settings.value(keys::textScale), smallestText, largestText);
}

void SettingsViewModel::setTextScale(double scale)
{
    const double bounded = std::clamp(scale, smallestText, largestText);
    if (!qFuzzyCompare(textScale(), bounded)) {
        m_settings.setValue(keys::textScale, bounded);
        Q_EMIT textScaleChanged();
    }
}

bool SettingsViewModel::reduceMotion() const
{
    return m_settings.value(keys::reduceMotion);
}

void SettingsViewModel::setReduceMotion(bool reduce)
{
    if (reduceMotion() != reduce) {
        m_settings.setValue(keys::reduceMotion, reduce);
        Q_EMIT reduceMotionChanged();
    }
}

int SettingsViewModel::lockMinutes() const
{
    const int minutes = m_settings.value(keys::lockMinutes);
    return lockChoices().contains(minutes) ? minutes : keys::lockMinutes.fallback;
}

void SettingsViewModel::setLockMinutes(int minutes)
{
    if (lockMinutes() != minutes && lockChoices().contains(minutes)) {
        m_settings.setValue(keys::lockMinutes, minutes);
        Q_EMIT lockMinutesChanged();
    }
}

QList<int> SettingsViewModel::lockChoices() const
{
    return {1, 5, 15, 30, 60, 120, 0};
}

bool SettingsViewModel::computerUnlock() const
{
    return m_wallet.hasComputerUnlock();
}

bool SettingsViewModel::isComputerUnlockAvailable() const
{
    return m_wallet.state() == wallet::WalletService::State::Unlocked && !isLoading()
        && (!m_keyStoreMissing || computerUnlock());
}

QString SettingsViewModel::computerUnlockText() const
{
    if (m_keyStoreMissing) {
        return tr("This computer has no key store running, such as GNOME Keyring or KWallet.");
    }
    if (m_wallet.state() != wallet::WalletService::State::Unlocked) {
        return tr("Unlock the wallet to change this.");
    }
    return computerUnlock() ? tr("This computer's keyring opens the wallet. Whoever uses your session can, too.")
                            : tr("Lets this computer's keyring open the wallet, without the passphrase.");
}

void SettingsViewModel::setComputerUnlock(bool enabled)
{
    if (enabled == computerUnlock() || isLoading()) {
        return;
    }
    setLoading();
    auto done = [this](const wallet::Result<void> &outcome) {
        m_keyStoreMissing = !outcome && outcome.error().code == wallet::ErrorCode::KeyStoreUnavailable;
        if (outcome) {
            setReady();
        } else {
            setFailed(format::describe(outcome.error()));
        }
        Q_EMIT computerUnlockChanged();
    };
    if (enabled) {
        m_wallet.enableComputerUnlock(this, done);
    } else {
        m_wallet.disableComputerUnlock(this, done);
    }
}

void SettingsViewModel::resetToDefaults()
{
    setThemeMode(theme::Mode::System);
    setTextScale(keys::textScale.fallback);
    setReduceMotion(keys::reduceMotion.fallback);
    setLockMinutes(keys::lockMinutes.fallback);
}

} // namespace majlis::viewmodels
