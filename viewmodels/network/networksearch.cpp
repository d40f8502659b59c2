// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/networksearch.h"

#include "graph3d/scene/networkmodel.h"
#include "viewmodels/format/figures.h"
#include "viewmodels/network/networkviewmodel.h"

#include <QtConcurrentRun>

namespace majlis::viewmodels
{

namespace
{
constexpr std::size_t mostHits = 50;
}

NetworkSearch::NetworkSearch(
    const NetworkPeople &people, const PersonTexts &texts, graph3d::NetworkModel &scene, QObject *parent)
    : QObject(parent)
    , m_people(people)
    , m_texts(texts)
    , m_scene(scene)
{
    connect(&m_model, &NetworkSearchModel::queryChanged, this, &NetworkSearch::restart);
}

NetworkSearch::~NetworkSearch()
{
    ++*m_generation;
}

void NetworkSearch::restart()
{
    const unsigned generation = ++*m_generation;
    const QString query = m_model.query();
    if (query.trimmed().isEmpty() || m_people.count() == 0) {
        m_model.setSearching(false);
        clear();
        return;
    }
    m_model.setSearching(true);
    QtConcurrent::run([people = m_people, query, newest = m_generation, generation] {
        return searchPeople(people, query, mostHits, *newest, generation);
    }).then(this, [this, generation](const PeopleFound &found) {
        if (generation == m_generation->load()) {
            take(found);
        }
    });
}

void NetworkSearch::clear()
{
    m_model.setResult({}, {});
    m_scene.clearMatches();
}

std::vector<SearchHit> NetworkSearch::quick(const QString &query, int limit) const
{
    const std::atomic<unsigned> always = 0;
    std::vector<SearchHit> hits;
    for (const std::uint32_t node : searchPeople(m_people, query, static_cast<std::size_t>(limit), always, 0).people) {
        hits.push_back(m_texts.hit(node));
    }
    return hits;
}

void NetworkSearch::take(const PeopleFound &found)
{
    std::vector<SearchHit> hits;
    std::vector<int> matches;
    for (const std::uint32_t node : found.people) {
        hits.push_back(m_texts.hit(node));
        matches.push_back(static_cast<int>(node));
    }
    const QString total = format::count(static_cast<std::int64_t>(found.total));
    const QString summary = found.total == 0 ? NetworkViewModel::tr("Nobody")
        : found.total == 1                   ? NetworkViewModel::tr("1 person")
        : found.total > mostHits
        ? NetworkViewModel::tr("%1 people, the best %2 shown").arg(total, format::count(mostHits))
        : NetworkViewModel::tr("%1 people").arg(total);
    m_scene.setMatches(matches);
    m_model.setResult(std::move(hits), summary);
    m_model.setSearching(false);
}

} // namespace majlis::viewmodels
