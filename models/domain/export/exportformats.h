// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/export/networkexport.h"

namespace majlis
{

// One function a format; each as writeNetwork() says.
[[nodiscard]] Result<void> writeCsv(const ExportSource &source, QIODevice &device, const ExportProgress &progress);
[[nodiscard]] Result<void> writeGraphMl(const ExportSource &source, QIODevice &device, const ExportProgress &progress);
[[nodiscard]] Result<void> writeGexf(const ExportSource &source, QIODevice &device, const ExportProgress &progress);
[[nodiscard]] Result<void> writeGltf(const ExportSource &source, QIODevice &device, const ExportProgress &progress);
[[nodiscard]] Result<void> writeSvg(const ExportSource &source, QIODevice &device, const ExportProgress &progress);

/// Calls `each` for everybody, asking `progress` now and then; `part` of the whole work begins at `from`. Cancelled
/// when it says no.
template <class Each>
[[nodiscard]] Result<void> forEverybody(
    const ExportSource &source, const ExportProgress &progress, double from, double part, Each each)
{
    constexpr std::uint32_t peopleAtOnce = 2048;
    for (std::uint32_t i = 0; i < source.count(); ++i) {
        if (i % peopleAtOnce == 0 && !progress(from + part * i / source.count())) {
            return fail(ErrorCode::Cancelled);
        }
        each(i);
    }
    return {};
}

} // namespace majlis
