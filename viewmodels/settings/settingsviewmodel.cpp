// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/settings/settingsviewmodel.h"

#include <algorithm>

namespace majlis::viewmodels
{

namespace
{
constexpr double smallestText = 0.8;
constexpr double largestText = 2.0;
} // namespace

SettingsViewModel::SettingsViewModel(QObject *parent)
    : AsyncState(parent)
{
}

void SettingsViewModel::setThemeMode(theme::Mode mode)
{
    if (m_themeMode != mode) {
        m_themeMode = mode;
        Q_EMIT themeModeChanged();
    }
}

void SettingsViewModel::setTextScale(double scale)
{
    const double bounded = std::clamp(scale, smallestText, largestText);
    if (!qFuzzyCompare(m_textScale, bounded)) {
        m_textScale = bounded;
        Q_EMIT textScaleChanged();
    }
}

void SettingsViewModel::setReduceMotion(bool reduce)
{
    if (m_reduceMotion != reduce) {
        m_reduceMotion = reduce;
        Q_EMIT reduceMotionChanged();
    }
}

void SettingsViewModel::setLockMinutes(int minutes)
{
    if (m_lockMinutes != minutes && lockChoices().contains(minutes)) {
        m_lockMinutes = minutes;
        Q_EMIT lockMinutesChanged();
    }
}

QList<int> SettingsViewModel::lockChoices() const
{
    return {1, 5, 15, 30, 60, 120, 0};
}

void SettingsViewModel::setComputerUnlock(bool) { }

void SettingsViewModel::resetToDefaults()
{
    setThemeMode(theme::Mode::System);
    setTextScale(1.0);
    setReduceMotion(false);
    setLockMinutes(15);
}

} // namespace majlis::viewmodels
