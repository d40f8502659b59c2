// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtConcurrentRun>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace majlis::viewmodels
{

/// Work on a worker thread of which only the newest answer counts: one runs at a time, of those asked for meanwhile the
/// last follows. Answers are taken on the thread of `context`, and not at all once it is gone. GUI thread.
template <class Result>
class NewestRun
{
public:
    using Work = std::function<Result()>;
    using Take = std::function<void(Result)>;

    explicit NewestRun(QObject &context)
        : m_context(context)
    {
    }

    void start(Work work, Take take)
    {
        if (m_running) {
            m_next.emplace(std::move(work), std::move(take));
            return;
        }
        m_running = true;
        QtConcurrent::run([work = std::move(work)] {
            return std::make_shared<Result>(work());
        }).then(&m_context, [this, take = std::move(take), generation = m_generation](std::shared_ptr<Result> result) {
            if (generation != m_generation) {
                return;
            }
            m_running = false;
            if (m_next) {
                auto [nextWork, nextTake] = *std::exchange(m_next, std::nullopt);
                start(std::move(nextWork), std::move(nextTake));
                return;
            }
            take(std::move(*result));
        });
    }
    /// What is under way does not count any more.
    void forget()
    {
        ++m_generation;
        m_running = false;
        m_next.reset();
    }
    [[nodiscard]] bool isBusy() const { return m_running; }

private:
    QObject &m_context;
    std::optional<std::pair<Work, Take>> m_next;
    unsigned m_generation = 0;
    bool m_running = false;
};

} // namespace majlis::viewmodels
