// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/patience.h"

#include "models/net/latch.h"

#include <QCoreApplication>
#include <QTimer>

#include <memory>

namespace majlis::chain
{

bool mayPass(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::Unavailable:
    case ErrorCode::RateLimited:
    case ErrorCode::Internal:
    case ErrorCode::Malformed:
    case ErrorCode::TooLarge:
    case ErrorCode::Unknown:
        return true;
    default:
        return false;
    }
}

QCoro::Task<> pause(std::chrono::milliseconds span, net::CancelToken cancel)
{
    const auto latch = std::make_shared<net::Latch>();
    const auto registration = cancel.onCancelled([latch] { latch->set(); });
    QTimer::singleShot(span, Qt::PreciseTimer, QCoreApplication::instance(), [latch] { latch->set(); });
    co_await latch->wait();
}

} // namespace majlis::chain
