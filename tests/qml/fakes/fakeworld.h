// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/appservices.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace majlis::qmltest
{

/// The client's object graph in a folder of its own, without platform, sandbox or key store, and with rows put into its
/// models by hand. QML tests build pages on it and push its states about. GUI thread.
class FakeWorld : public QObject
{
    Q_OBJECT
    Q_PROPERTY(majlis::viewmodels::RootViewModel *root READ root CONSTANT FINAL)

public:
    enum Kind { Offline, NotAllowed, Timeout };
    Q_ENUM(Kind)

    explicit FakeWorld(QObject *parent = nullptr);
    ~FakeWorld() override;

    [[nodiscard]] viewmodels::RootViewModel *root();

    /// The states that pages show, all of them.
    [[nodiscard]] Q_INVOKABLE QList<majlis::viewmodels::AsyncState *> parts();
    /// Rows in every list, every state Ready and fresh.
    Q_INVOKABLE void fill();
    Q_INVOKABLE void setIdle(majlis::viewmodels::AsyncState *state);
    Q_INVOKABLE void setLoading(majlis::viewmodels::AsyncState *state);
    Q_INVOKABLE void setReady(majlis::viewmodels::AsyncState *state, bool stale = false);
    /// `known`: older data is on show.
    Q_INVOKABLE void setFailed(majlis::viewmodels::AsyncState *state, int kind, bool known);
    Q_INVOKABLE void open(int page);
    Q_INVOKABLE void showToast();
    /// A network of so many people on the network page: three below each, everything known of all.
    Q_INVOKABLE void showNetwork(int people);

private:
    void fillHome();
    void fillLists();
    void fillWallet();

    QTemporaryDir m_folder;
    std::unique_ptr<client::AppServices> m_services;
};

} // namespace majlis::qmltest
