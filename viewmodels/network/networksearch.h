// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/network/networksearchmodel.h"
#include "viewmodels/network/peoplesearch.h"
#include "viewmodels/network/persontexts.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace majlis::viewmodels
{

/// Runs the searches of the network on worker threads: one at a time counts, the newest. Fills the model with who was
/// found and lights them in the scene. GUI thread.
class NetworkSearch : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object.
    NetworkSearch(
        const NetworkPeople &people, const PersonTexts &texts, graph3d::NetworkModel &scene, QObject *parent = nullptr);
    ~NetworkSearch() override;

    [[nodiscard]] NetworkSearchModel *model() { return &m_model; }
    /// Looks again: what is typed, or who is there, has changed.
    void restart();
    /// Nobody is found any more; the text that was typed stays.
    void clear();
    /// Best first, at once, for the command palette.
    [[nodiscard]] std::vector<SearchHit> quick(const QString &query, int limit) const;

private:
    void take(const PeopleFound &found);

    const NetworkPeople &m_people;
    const PersonTexts &m_texts;
    graph3d::NetworkModel &m_scene;
    std::shared_ptr<std::atomic<unsigned>> m_generation = std::make_shared<std::atomic<unsigned>>(0U);
    NetworkSearchModel m_model;
};

} // namespace majlis::viewmodels
