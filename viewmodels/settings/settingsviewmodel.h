// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/asyncstate.h"
#include "viewmodels/shell/page.h"

namespace majlis::viewmodels
{

/// Settings; each takes effect at once and is kept. `status`, `error`: switching "unlock with this computer".
class SettingsViewModel : public majlis::viewmodels::AsyncState
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(
        majlis::viewmodels::theme::Mode themeMode READ themeMode WRITE setThemeMode NOTIFY themeModeChanged FINAL)
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged FINAL) ///< 0.8 .. 2.0
    Q_PROPERTY(bool reduceMotion READ reduceMotion WRITE setReduceMotion NOTIFY reduceMotionChanged FINAL)
    Q_PROPERTY(
        int lockMinutes READ lockMinutes WRITE setLockMinutes NOTIFY lockMinutesChanged FINAL) ///< 1 .. 120; 0: never
    Q_PROPERTY(QList<int> lockChoices READ lockChoices CONSTANT FINAL)
    Q_PROPERTY(bool computerUnlock READ computerUnlock NOTIFY computerUnlockChanged FINAL)
    Q_PROPERTY(bool computerUnlockAvailable READ isComputerUnlockAvailable NOTIFY computerUnlockChanged FINAL)
    Q_PROPERTY(QString computerUnlockText READ computerUnlockText NOTIFY computerUnlockChanged FINAL)
    Q_PROPERTY(QString dataFolder READ dataFolder CONSTANT FINAL)

public:
    explicit SettingsViewModel(QObject *parent = nullptr);

    [[nodiscard]] theme::Mode themeMode() const { return m_themeMode; }
    void setThemeMode(theme::Mode mode);
    [[nodiscard]] double textScale() const { return m_textScale; }
    void setTextScale(double scale);
    [[nodiscard]] bool reduceMotion() const { return m_reduceMotion; }
    void setReduceMotion(bool reduce);
    [[nodiscard]] int lockMinutes() const { return m_lockMinutes; }
    void setLockMinutes(int minutes);
    [[nodiscard]] QList<int> lockChoices() const;
    [[nodiscard]] bool computerUnlock() const { return m_computerUnlock; }
    [[nodiscard]] bool isComputerUnlockAvailable() const { return m_computerUnlockAvailable; }
    [[nodiscard]] QString computerUnlockText() const { return m_computerUnlockText; }
    [[nodiscard]] QString dataFolder() const { return m_dataFolder; }

    Q_INVOKABLE void setComputerUnlock(bool enabled); ///< needs the unlocked wallet; reports through status
    Q_INVOKABLE void resetToDefaults();

Q_SIGNALS:
    void themeModeChanged();
    void textScaleChanged();
    void reduceMotionChanged();
    void lockMinutesChanged();
    void computerUnlockChanged();

private:
    theme::Mode m_themeMode = theme::Mode::System;
    double m_textScale = 1.0;
    bool m_reduceMotion = false;
    int m_lockMinutes = 15;
    bool m_computerUnlock = false;
    bool m_computerUnlockAvailable = false;
    QString m_computerUnlockText;
    QString m_dataFolder;
};

} // namespace majlis::viewmodels
