// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/layoutseed.h"
#include "graph3d/scene/positionsnapshot.h"

#include <functional>
#include <memory>

namespace majlis::graph3d
{

struct LayoutStatus {
    bool settled = false;
    double progress = 0.0; // 0 … 1
    double ticksPerSecond = 0.0;
};

// Runs the layout of one network on the layout's own thread and turns what it publishes into snapshots for the scene.
//
// Used by one thread (the GUI's), and made there: nothing waits and nothing is O(n) but the destructor, which waits for
// the tick in hand; destroy a large one elsewhere (discard.h).
// `published` is called on the layout's thread; further publications do not call it until take() has been called.
class LayoutFeed
{
public:
    LayoutFeed(LayoutSeed seed, std::function<void()> published);
    ~LayoutFeed();
    LayoutFeed(const LayoutFeed &) = delete;
    LayoutFeed &operator=(const LayoutFeed &) = delete;

    void addNode(int parent); // gets the next index
    void removeNode(int index);
    void setPinned(int index, bool pinned);
    void setPaused(bool paused);

    // The newest snapshot; null before the first one.
    [[nodiscard]] std::shared_ptr<const PositionSnapshot> take();
    [[nodiscard]] LayoutStatus status() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace majlis::graph3d
