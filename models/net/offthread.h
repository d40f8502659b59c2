// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/latch.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <type_traits>

namespace majlis::net
{

/// Runs `work` on the global thread pool and resumes the caller on its own thread, which must have an event loop.
/// `work` takes nothing, owns what it needs, and returns a value; it cannot be cancelled, only be ignored.
template <class Work>
QCoro::Task<std::invoke_result_t<Work>> offThread(Work work)
{
    struct State {
        Latch latch;
        std::optional<std::invoke_result_t<Work>> value;
    };
    auto state = std::make_shared<State>();
    auto home = std::make_shared<QObject>();
    QThreadPool::globalInstance()->start([state, home, work = std::move(work)]() mutable {
        state->value.emplace(work());
        auto *receiver = home.get();
        // `home` travels with the event, so that it dies on its own thread.
        QMetaObject::invokeMethod(
            receiver, [state = std::move(state), home = std::move(home)] { state->latch.set(); }, Qt::QueuedConnection);
    });
    co_await state->latch.wait();
    co_return std::move(*state->value);
}

} // namespace majlis::net
