// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/asyncstate.h"
#include "viewmodels/shell/page.h"

namespace majlis::store
{
class Settings;
}
namespace majlis::wallet
{
class WalletService;
}

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
    /// Both outlive this object. `dataFolder` is shown only.
    SettingsViewModel(
        store::Settings &settings, wallet::WalletService &wallet, QString dataFolder, QObject *parent = nullptr);
    ~SettingsViewModel() override;

    [[nodiscard]] theme::Mode themeMode() const;
    void setThemeMode(theme::Mode mode);
    [[nodiscard]] double textScale() const;
    void setTextScale(double scale);
    [[nodiscard]] bool reduceMotion() const;
    void setReduceMotion(bool reduce);
    [[nodiscard]] int lockMinutes() const;
    void setLockMinutes(int minutes);
    [[nodiscard]] QList<int> lockChoices() const;
    [[nodiscard]] bool computerUnlock() const;
    [[nodiscard]] bool isComputerUnlockAvailable() const;
    [[nodiscard]] QString computerUnlockText() const;
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
    store::Settings &m_settings;
    wallet::WalletService &m_wallet;
    bool m_keyStoreMissing = false;
    QString m_dataFolder;
};

} // namespace majlis::viewmodels
