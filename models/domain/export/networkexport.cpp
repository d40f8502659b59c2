// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/export/networkexport.h"

#include "models/domain/export/exportformats.h"

#include <QFileInfo>
#include <QSaveFile>

namespace majlis
{

using namespace Qt::StringLiterals;

std::optional<ExportFormat> exportFormatOf(QStringView path)
{
    const QString ending = QFileInfo(path.toString()).suffix().toLower();
    if (ending == "csv"_L1) {
        return ExportFormat::Csv;
    }
    if (ending == "graphml"_L1) {
        return ExportFormat::GraphMl;
    }
    if (ending == "gexf"_L1) {
        return ExportFormat::Gexf;
    }
    if (ending == "glb"_L1) {
        return ExportFormat::Gltf;
    }
    if (ending == "svg"_L1) {
        return ExportFormat::Svg;
    }
    return std::nullopt;
}

Result<void> writeNetwork(
    const ExportSource &source, ExportFormat format, QIODevice &device, const ExportProgress &progress)
{
    if (source.count() == 0) {
        return fail(ErrorCode::InvalidArgument, u"nobody to export"_s);
    }
    switch (format) {
    case ExportFormat::Csv:
        return writeCsv(source, device, progress);
    case ExportFormat::GraphMl:
        return writeGraphMl(source, device, progress);
    case ExportFormat::Gexf:
        return writeGexf(source, device, progress);
    case ExportFormat::Gltf:
        return writeGltf(source, device, progress);
    case ExportFormat::Svg:
        return writeSvg(source, device, progress);
    }
    return fail(ErrorCode::InvalidArgument, u"no such format"_s);
}

Result<void> exportNetwork(
    const ExportSource &source, ExportFormat format, const QString &path, const ExportProgress &progress)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return fail(ErrorCode::Storage, path + u": "_s + file.errorString(), u"path"_s);
    }
    if (const Result<void> written = writeNetwork(source, format, file, progress); !written) {
        return written;
    }
    if (!file.commit()) {
        return fail(ErrorCode::Storage, path + u": "_s + file.errorString(), u"path"_s);
    }
    return {};
}

} // namespace majlis
