// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/export/exportformats.h"

#include <QTextStream>

#include <algorithm>

namespace majlis
{

using namespace Qt::StringLiterals;

namespace
{

struct Frame {
    float left = std::numeric_limits<float>::max();
    float right = std::numeric_limits<float>::lowest();
    float bottom = std::numeric_limits<float>::max();
    float top = std::numeric_limits<float>::lowest();

    void take(const ExportLook &look)
    {
        left = std::min(left, look.position[0] - look.radius);
        right = std::max(right, look.position[0] + look.radius);
        bottom = std::min(bottom, look.position[1] - look.radius);
        top = std::max(top, look.position[1] + look.radius);
    }
};

QString color(const ExportLook &look)
{
    const auto part = [&look](std::size_t at) { return u"%1"_s.arg(look.color[at], 2, 16, QChar(u'0')); };
    return u'#' + part(0) + part(1) + part(2);
}

} // namespace

Result<void> writeSvg(const ExportSource &source, QIODevice &device, const ExportProgress &progress)
{
    Frame frame;
    std::vector<std::uint32_t> byDistance(source.count()); // from the back to the front
    std::vector<float> depths(source.count());
    Result<void> done = forEverybody(source, progress, 0, 0.2, [&](std::uint32_t index) {
        const ExportLook look = source.look(index);
        frame.take(look);
        byDistance[index] = index;
        depths[index] = look.position[2];
    });
    if (!done) {
        return done;
    }
    std::ranges::stable_sort(byDistance, {}, [&depths](std::uint32_t index) { return depths[index]; });
    QTextStream out(&device);
    out.setRealNumberNotation(QTextStream::FixedNotation);
    out.setRealNumberPrecision(2);
    // Upwards is less in SVG.
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\""
        << frame.left << ' ' << -frame.top << ' ' << frame.right - frame.left << ' ' << frame.top - frame.bottom
        << "\">\n"
        << "<g stroke-opacity=\"0.35\" stroke-width=\"0.6\" fill=\"none\">\n";
    done = forEverybody(source, progress, 0.2, 0.4, [&](std::uint32_t index) {
        const auto parent = source.person(index).parent;
        if (parent) {
            const ExportLook from = source.look(*parent);
            const ExportLook to = source.look(index);
            out << "<path stroke=\"" << color(to) << "\" d=\"M" << from.position[0] << ' ' << -from.position[1] << 'L'
                << to.position[0] << ' ' << -to.position[1] << "\"/>\n";
        }
    });
    if (!done) {
        return done;
    }
    out << "</g>\n<g>\n";
    done = forEverybody(source, progress, 0.6, 0.4, [&](std::uint32_t place) {
        const ExportLook look = source.look(byDistance[place]);
        out << "<circle cx=\"" << look.position[0] << "\" cy=\"" << -look.position[1] << "\" r=\"" << look.radius
            << "\" fill=\"" << color(look) << "\"/>\n";
    });
    if (!done) {
        return done;
    }
    out << "</g>\n</svg>\n";
    out.flush();
    return out.status() == QTextStream::Ok ? Result<void>() : fail(ErrorCode::Storage, device.errorString());
}

} // namespace majlis
