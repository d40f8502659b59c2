// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/export/exportsource.h"
#include "models/domain/result.h"

#include <QIODevice>
#include <QString>

#include <functional>
#include <optional>

namespace majlis
{

/// What a network can be written as.
enum class ExportFormat {
    Csv, ///< a line a person, RFC 4180, UTF-8
    GraphMl, ///< GraphML 1.0, for yEd, Cytoscape, NetworkX
    Gexf, ///< GEXF 1.3 with places and colours, for Gephi
    Gltf, ///< glTF 2.0 binary (.glb): points and lines, for 3D programs
    Svg, ///< the picture from the front, for print
};

/// Told how far it is (0 … 1), answers whether to go on. Called on the exporting thread, at most some thousand times.
using ExportProgress = std::function<bool(double done)>;

/// Of a file name's ending: csv, graphml, gexf, glb, svg.
[[nodiscard]] std::optional<ExportFormat> exportFormatOf(QStringView path);

/// Writes `source` to `device`. Errors: Cancelled, Storage (the device refused), InvalidArgument (nobody to write).
/// Any thread; memory stays small but for glTF, whose arrays take 20 bytes a person.
[[nodiscard]] Result<void> writeNetwork(
    const ExportSource &source, ExportFormat format, QIODevice &device, const ExportProgress &progress);

/// The same into a file that is there whole or not at all. Blocks: worker threads only.
[[nodiscard]] Result<void> exportNetwork(
    const ExportSource &source, ExportFormat format, const QString &path, const ExportProgress &progress);

} // namespace majlis
