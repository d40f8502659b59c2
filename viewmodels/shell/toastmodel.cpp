// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/toastmodel.h"

#include <algorithm>

namespace majlis::viewmodels
{

using namespace std::chrono_literals;

namespace
{
constexpr std::chrono::milliseconds firstWindow = 5s;
constexpr std::chrono::milliseconds longestWindow = 10min;
constexpr std::size_t mostAtOnce = 4;

// 200 words a minute with five letters each, and a while to notice it; nobody has to hurry, nothing stays for ever.
constexpr std::chrono::milliseconds perCharacter = 60ms;
constexpr std::chrono::milliseconds noticing = 2s;
constexpr std::chrono::milliseconds shortestStay = 5s;
constexpr std::chrono::milliseconds longestStay = 15s;
constexpr int warningFactor = 2;
} // namespace

ToastModel::ToastModel(const Clock &clock, QObject *parent)
    : RowsModel(parent)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ToastModel::expire);
}

std::optional<std::chrono::milliseconds> ToastModel::readingTime(const Toast &toast)
{
    if (toast.kind == Toast::Kind::Failure) {
        return std::nullopt;
    }
    const auto reading = noticing + perCharacter * (toast.title.size() + toast.text.size());
    const auto stay = std::clamp<std::chrono::milliseconds>(reading, shortestStay, longestStay);
    return toast.kind == Toast::Kind::Warning ? stay * warningFactor : stay;
}

void ToastModel::hold(int id, bool held)
{
    const auto stay = m_stays.find(id);
    if (stay == m_stays.end() || stay->held == held) {
        return;
    }
    const auto now = m_clock.monotonic();
    // Let go of: time to look once more, however little was left.
    stay->left = held ? stay->leftAt(now) : std::max(stay->left, noticing);
    stay->since = now;
    stay->held = held;
    arm();
}

void ToastModel::expire()
{
    const auto now = m_clock.monotonic();
    auto next = rows();
    const auto isOver = [this, now](const Toast &toast) {
        const auto stay = m_stays.constFind(toast.id);
        return stay != m_stays.cend() && stay->leftAt(now) <= 0ms;
    };
    std::erase_if(next, isOver);
    setRows(std::move(next));
    arm();
}

void ToastModel::stay(const Toast &toast)
{
    if (const auto time = readingTime(toast)) {
        Stay &held = m_stays[toast.id];
        held.left = *time;
        held.since = m_clock.monotonic();
    } else {
        m_stays.remove(toast.id);
    }
    arm();
}

void ToastModel::arm()
{
    std::optional<std::chrono::milliseconds> soonest;
    const auto now = m_clock.monotonic();
    m_stays.removeIf(
        [this](const auto &stay) { return std::ranges::find(rows(), stay.key(), &Toast::id) == rows().end(); });
    for (const Stay &stay : std::as_const(m_stays)) {
        if (!stay.held) {
            soonest = std::min(soonest.value_or(stay.leftAt(now)), stay.leftAt(now));
        }
    }
    if (soonest) {
        m_timer.start(std::max(*soonest, 1ms));
    } else {
        m_timer.stop();
    }
}

void ToastModel::dismiss(int id)
{
    auto next = rows();
    const auto found = std::ranges::find(next, id, &Toast::id);
    if (found == next.end()) {
        return;
    }
    Quiet &quiet = m_quiet[found->key];
    quiet.window = quiet.window == 0ms ? firstWindow : std::min(quiet.window * 2, longestWindow);
    quiet.until = m_clock.monotonic() + quiet.window;
    next.erase(found);
    setRows(std::move(next));
}

void ToastModel::show(Toast::Kind kind, const QString &key, const QString &title, const QString &text)
{
    auto next = rows();
    if (const auto found = std::ranges::find(next, key, &Toast::key); found != next.end()) {
        found->kind = kind;
        found->title = title;
        found->text = text;
        ++found->count;
        // NOLINTNEXTLINE(performance-unnecessary-copy-initialization): its list is moved away in the next line.
        const Toast again = *found;
        setRows(std::move(next));
        stay(again);
        return;
    }
    if (const auto quiet = m_quiet.constFind(key); quiet != m_quiet.cend() && m_clock.monotonic() < quiet->until) {
        return;
    }
    Toast toast;
    toast.id = ++m_lastId;
    toast.key = key;
    toast.kind = kind;
    toast.title = title;
    toast.text = text;
    next.insert(next.begin(), toast);
    if (next.size() > mostAtOnce) {
        next.resize(mostAtOnce);
    }
    setRows(std::move(next));
    stay(toast);
}

void ToastModel::settle(const QString &key)
{
    m_quiet.remove(key);
    auto next = rows();
    std::erase_if(next, [&key](const Toast &toast) { return toast.key == key; });
    setRows(std::move(next));
}

QHash<int, QByteArray> ToastModel::roleNames() const
{
    static const QHash<int, QByteArray> names{
        {IdRole, "toastId"}, {KindRole, "kind"}, {TitleRole, "title"}, {TextRole, "body"}, {CountRole, "times"}};
    return names;
}

QVariant ToastModel::value(const Toast &row, int role) const
{
    switch (role) {
    case IdRole:
        return row.id;
    case KindRole:
        return static_cast<int>(row.kind);
    case Qt::DisplayRole:
    case TitleRole:
        return row.title;
    case TextRole:
        return row.text;
    case CountRole:
        return row.count;
    default:
        return {};
    }
}

bool ToastModel::isSame(const Toast &left, const Toast &right) const
{
    return left.id == right.id;
}

} // namespace majlis::viewmodels
