// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"
#include "viewmodels/common/values.h"
#include "viewmodels/shell/page.h"
#include "viewmodels/shell/palettemodel.h"
#include "viewmodels/shell/railmodel.h"
#include "viewmodels/shell/toastmodel.h"

#include <QObject>

#include <vector>

namespace majlis::viewmodels
{

/// What surrounds the pages: where the user is, how the program looks, whether the platform is there. GUI thread.
class ShellViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")

    Q_PROPERTY(majlis::viewmodels::page::Id page READ page NOTIFY pageChanged FINAL)
    /// False while there is nothing to navigate to: onboarding, unlock.
    Q_PROPERTY(bool railVisible READ isRailVisible NOTIFY pageChanged FINAL)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY pageChanged FINAL)
    Q_PROPERTY(majlis::viewmodels::RailModel *rail READ rail CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::RailModel *walletTabs READ walletTabs CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::PaletteModel *palette READ palette CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::ToastModel *toasts READ toasts CONSTANT FINAL)

    /// What the theme has to show: never System.
    Q_PROPERTY(majlis::viewmodels::theme::Mode theme READ theme NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(double textScale READ textScale NOTIFY appearanceChanged FINAL) ///< 0.8 .. 2.0
    Q_PROPERTY(bool reduceMotion READ reduceMotion NOTIFY appearanceChanged FINAL)

    Q_PROPERTY(Connection connection READ connection NOTIFY connectionChanged FINAL)
    Q_PROPERTY(QString connectionName READ connectionName NOTIFY connectionChanged FINAL) ///< "Sandbox", empty for none
    Q_PROPERTY(QString connectionText READ connectionText NOTIFY connectionChanged
            FINAL) ///< "Live", "Offline – data from 4 min ago"
    Q_PROPERTY(
        majlis::viewmodels::Freshness connectionFreshness READ connectionFreshness NOTIFY connectionChanged FINAL)
    Q_PROPERTY(bool locked READ isLocked NOTIFY lockedChanged FINAL)
    /// The signed-in account, grouped for reading; empty while locked.
    Q_PROPERTY(QString accountText READ accountText NOTIFY accountChanged FINAL)

public:
    enum class Connection {
        None, ///< no platform was added yet
        Connecting,
        Live, ///< feeds are connected and their data is fresh
        Stale, ///< connected, but a stream has been silent past its limit
        Offline, ///< last known data
    };
    Q_ENUM(Connection)

    explicit ShellViewModel(const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] page::Id page() const { return m_page; }
    [[nodiscard]] bool isRailVisible() const;
    [[nodiscard]] bool canGoBack() const { return !m_history.empty(); }
    [[nodiscard]] RailModel *rail() { return &m_rail; }
    [[nodiscard]] RailModel *walletTabs() { return &m_walletTabs; }
    [[nodiscard]] PaletteModel *palette() { return &m_palette; }
    [[nodiscard]] ToastModel *toasts() { return &m_toasts; }
    [[nodiscard]] theme::Mode theme() const { return m_theme; }
    [[nodiscard]] double textScale() const { return m_textScale; }
    [[nodiscard]] bool reduceMotion() const { return m_reduceMotion; }
    [[nodiscard]] Connection connection() const { return m_connection; }
    [[nodiscard]] QString connectionName() const { return m_connectionName; }
    [[nodiscard]] QString connectionText() const;
    [[nodiscard]] const Freshness &connectionFreshness() const { return m_connectionFreshness; }
    [[nodiscard]] bool isLocked() const { return m_locked; }
    [[nodiscard]] QString accountText() const { return m_accountText; }

    /// Opens a page; pages that need an unlocked wallet are refused while it is locked.
    Q_INVOKABLE void open(majlis::viewmodels::page::Id page);
    Q_INVOKABLE void back();
    Q_INVOKABLE void lock(); ///< asks the wallet to lock; the page changes when it has
    /// Keys, pointer and touch: keeps the wallet from locking itself. Cheap.
    Q_INVOKABLE void noteActivity();

    /// For the composition root: replaces the page without history (unlocked, locked, signed out).
    void goTo(page::Id page);
    void setAppearance(theme::Mode effective, double textScale, bool reduceMotion);
    void setConnection(Connection connection, const QString &name, const Freshness &freshness);
    void setLocked(bool locked);
    void setAccountText(const QString &text);

Q_SIGNALS:
    void pageChanged();
    void appearanceChanged();
    void connectionChanged();
    void lockedChanged();
    void accountChanged();
    void lockRequested();
    void activity();

private:
    void setPage(page::Id page);
    void refreshRail();
    void addPageCommands();

    RailModel m_rail;
    RailModel m_walletTabs;
    PaletteModel m_palette;
    ToastModel m_toasts;
    std::vector<page::Id> m_history;
    page::Id m_page = page::Id::None;
    theme::Mode m_theme = theme::Mode::Dark;
    double m_textScale = 1.0;
    bool m_reduceMotion = false;
    Connection m_connection = Connection::None;
    QString m_connectionName;
    Freshness m_connectionFreshness;
    QString m_accountText;
    bool m_locked = true;
};

} // namespace majlis::viewmodels
