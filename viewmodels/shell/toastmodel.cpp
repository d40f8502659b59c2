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
} // namespace

ToastModel::ToastModel(const Clock &clock, QObject *parent)
    : RowsModel(parent)
    , m_clock(clock)
{
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
        setRows(std::move(next));
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
    next.insert(next.begin(), std::move(toast));
    if (next.size() > mostAtOnce) {
        next.resize(mostAtOnce);
    }
    setRows(std::move(next));
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
