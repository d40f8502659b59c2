// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/net/canceltoken.h"

#include <QCoroTask>
#include <QObject>
#include <QPointer>

#include <memory>
#include <utility>

namespace majlis::net
{

namespace detail
{

template <class Factory, class OnDone>
QCoro::Task<> drive(QPointer<QObject> context, CancelSource source, std::shared_ptr<bool> insideStart,
    QMetaObject::Connection watch, Factory factory, OnDone onDone)
{
    const auto token = source.token();
    auto result = co_await factory(token);
    if (!context || source.isCancelled())
        co_return;
    if (!*insideStart) {
        QObject::disconnect(watch);
        onDone(std::move(result));
        co_return;
    }
    QMetaObject::invokeMethod(
        context.data(),
        [source, watch, result = std::move(result), onDone = std::move(onDone)]() mutable {
            QObject::disconnect(watch);
            if (!source.isCancelled())
                onDone(std::move(result));
        },
        Qt::QueuedConnection);
}

} // namespace detail

/// The way from an object without coroutines (a view model) to a service's `QCoro::Task<Result<T>>`.
///
/// `factory(CancelToken)` makes the task and hands the token on to the requests in it; it is kept until the task has
/// ended, so a coroutine lambda with captures is safe here. `onDone(Result<T>)` runs once, on the thread of `context`
/// (which is the calling thread), and never inside start() itself.
///
/// When `context` is destroyed, or cancel() is called on the returned source, the token is cancelled, which aborts the
/// requests, and `onDone` never runs.
template <class Factory, class OnDone>
CancelSource start(QObject *context, Factory factory, OnDone onDone)
{
    Q_ASSERT(context);
    const CancelSource source;
    const auto insideStart = std::make_shared<bool>(true);
    const auto watch = QObject::connect(context, &QObject::destroyed, [source] { source.cancel(); });
    detail::drive(QPointer<QObject>(context), source, insideStart, watch, std::move(factory), std::move(onDone));
    *insideStart = false;
    return source;
}

} // namespace majlis::net
