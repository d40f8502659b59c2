// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/visitsviewmodel.h"

#include "models/net/call.h"
#include "models/store/responsecache.h"
#include "viewmodels/common/currentplatform.h"
#include "viewmodels/format/figures.h"
#include "viewmodels/format/times.h"
#include "viewmodels/network/networkpeople.h"

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;

namespace
{

QString textOf(const NetworkChanges &changes)
{
    using Vm = VisitsViewModel;
    if (changes.isEmpty() || !changes.whole) {
        return {};
    }
    const auto number = [](std::size_t value) { return format::count(static_cast<std::int64_t>(value)); };
    QStringList parts;
    if (!changes.joined.empty()) {
        parts += Vm::tr("%1 new").arg(number(changes.joined.size()));
    }
    if (!changes.verified.empty()) {
        parts += Vm::tr("%1 newly verified").arg(number(changes.verified.size()));
    }
    if (changes.left > 0) {
        parts += Vm::tr("%1 left").arg(format::count(changes.left));
    }
    return Vm::tr("%1 since %2").arg(parts.join(u", "_s), format::date(changes.since));
}

} // namespace

VisitsViewModel::VisitsViewModel(const NetworkPeople &people, const CurrentPlatform &platform,
    store::ResponseCache *cache, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_people(people)
    , m_platform(platform)
    , m_cache(cache)
    , m_clock(clock)
{
}

VisitsViewModel::~VisitsViewModel() = default;

void VisitsViewModel::setShown(bool shown)
{
    if (m_shown == shown || (shown && !canShow())) {
        return;
    }
    m_shown = shown;
    QList<int> nodes;
    if (shown) {
        nodes.append(QList<int>(m_changes.joined.begin(), m_changes.joined.end()));
        nodes.append(QList<int>(m_changes.verified.begin(), m_changes.verified.end()));
    }
    Q_EMIT lightRequested(nodes);
    Q_EMIT shownChanged();
}

void VisitsViewModel::restart()
{
    m_run.forget();
    setShown(false);
    m_changes = {};
    m_text.clear();
    Q_EMIT changed();
    if (m_cache == nullptr || m_people.count() == 0) {
        return;
    }
    const QString key = u"visit/%1/%2"_s.arg(m_platform.facts().id, m_people.addressText(0));
    if (key != m_key) {
        m_key = key;
        m_before.reset();
        m_loaded = false;
        load(key);
    } else if (m_loaded) {
        compare();
    }
}

void VisitsViewModel::load(const QString &key)
{
    net::start(
        this, [cache = m_cache, key](const net::CancelToken &) { return cache->find(key); },
        [this, key](const Result<std::optional<store::CachedResponse>> &found) {
            if (key != m_key) {
                return;
            }
            // A digest that cannot be read is one that is not there: what changed is not known, and a new one is kept.
            if (found && *found) {
                if (const auto digest = NetworkDigest::fromBytes((*found)->body)) {
                    m_before = *digest;
                }
            }
            m_loaded = true;
            compare();
        });
}

void VisitsViewModel::compare()
{
    if (m_people.count() == 0) {
        return;
    }
    m_run.start(
        [snapshot = m_people.snapshot(), before = m_before, now = m_clock.now()] {
            Compared compared;
            compared.kept = NetworkDigest::of(snapshot.file(), now).toBytes();
            compared.at = now;
            if (before) {
                compared.changes = before->changesTo(snapshot.file());
            }
            return compared;
        },
        [this](const Compared &compared) { take(compared); });
}

void VisitsViewModel::take(const Compared &compared)
{
    m_changes = compared.changes.whole ? compared.changes : NetworkChanges();
    m_text = textOf(m_changes);
    store::CachedResponse kept;
    kept.body = compared.kept;
    kept.contentType = "application/x-majlis-digest";
    kept.confirmedAt = compared.at;
    m_cache->put(m_key, kept);
    Q_EMIT changed();
}

} // namespace majlis::viewmodels
