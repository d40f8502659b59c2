// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

#include <memory>
#include <utility>

namespace majlis::graph3d
{

// Destroys a large value on a thread of the global pool: giving back the memory of a million nodes takes milliseconds,
// and stopping a layout waits for its tick. Nobody else may be using it.
template <typename T>
void discard(T value)
{
    QThreadPool::globalInstance()->start([held = std::make_shared<T>(std::move(value))]() mutable { held.reset(); });
}

} // namespace majlis::graph3d
