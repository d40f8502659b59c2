// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/layoutcommand.h"

#include "app/cli/edgefile.h"
#include "graph3d/layout/layout.h"

#include <QCommandLineParser>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <memory>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace majlis::cli
{

namespace
{

using Clock = std::chrono::steady_clock;
using graph3d::LayoutOptions;
using graph3d::Shape;
using graph3d::Simd;

struct Arguments {
    std::string edges;
    std::string out;
    LayoutOptions options;
    std::optional<std::uint64_t> ticks;
    bool json = false;
};

struct Timing {
    std::vector<double> tickMs; ///< of the ticks that moved everybody
    std::size_t ticks = 0; ///< those of the frame included
    double placeMs = 0.0;
    double totalMs = 0.0; ///< placing and ticking; reading and writing files are not in it
};

double milliseconds(Clock::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

bool fail(const QString &message)
{
    std::fprintf(stderr, "majlis-cli layout: %s\n", qUtf8Printable(message));
    return false;
}

bool takeNumber(const QCommandLineParser &parser, const QString &name, std::uint64_t largest, std::uint64_t &number)
{
    if (!parser.isSet(name))
        return true;
    bool good = false;
    const auto value = parser.value(name).toULongLong(&good);
    if (!good || value > largest)
        return fail(u"--%1 wants a number from 0 to %2"_s.arg(name).arg(largest));
    number = value;
    return true;
}

template <typename Choice>
bool takeChoice(const QCommandLineParser &parser, const QString &name, const QStringList &names, Choice &choice)
{
    if (!parser.isSet(name))
        return true;
    const auto at = names.indexOf(parser.value(name));
    if (at < 0)
        return fail(u"--%1 is one of: %2"_s.arg(name, names.join(u", "_s)));
    choice = static_cast<Choice>(at);
    return true;
}

bool takeMatrix(const QCommandLineParser &parser, LayoutOptions &options)
{
    if (!parser.isSet(u"matrix"_s))
        return true;
    const QStringList words = parser.value(u"matrix"_s).split(u'x');
    bool good = words.size() == 2;
    for (qsizetype at = 0; good && at < 2; ++at) {
        const uint number = words[at].toUInt(&good);
        good = good && number >= 1 && number <= 64;
        (at == 0 ? options.matrixWidth : options.matrixDepth) = number;
    }
    return good || fail(u"--matrix wants width and depth, such as 3x7, each from 1 to 64"_s);
}

std::optional<Arguments> parseArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"EDGES"_s, {});
    parser.addOptions(
        {{u"out"_s, {}, u"FILE"_s}, {u"ticks"_s, {}, u"N"_s}, {u"seed"_s, {}, u"N"_s}, {u"threads"_s, {}, u"N"_s},
            {u"shape"_s, {}, u"NAME"_s}, {u"matrix"_s, {}, u"WxD"_s}, {u"simd"_s, {}, u"NAME"_s}, {u"json"_s, {}}});
    Arguments result;
    std::uint64_t threads = 0;
    std::uint64_t ticks = 0;
    constexpr std::uint64_t many = std::numeric_limits<std::uint32_t>::max();
    const bool parsed = parser.parse(QStringList{u"layout"_s} + arguments);
    const QStringList files = parser.positionalArguments();
    if (!parsed)
        fail(parser.errorText());
    else if (files.size() != 1)
        fail(u"wants one file of edges"_s);
    if (!parsed || files.size() != 1 || !takeNumber(parser, u"ticks"_s, many, ticks)
        || !takeNumber(parser, u"seed"_s, std::numeric_limits<std::uint64_t>::max(), result.options.seed)
        || !takeNumber(parser, u"threads"_s, 64, threads)
        || !takeChoice(
            parser, u"shape"_s, {u"rings"_s, u"layers"_s, u"free"_s, u"cone"_s, u"matrix"_s}, result.options.shape)
        || !takeMatrix(parser, result.options)
        || !takeChoice(parser, u"simd"_s, {u"auto"_s, u"portable"_s, u"avx2"_s, u"avx512"_s}, result.options.simd))
        return std::nullopt;
    if (parser.isSet(u"ticks"_s))
        result.ticks = ticks;
    result.options.threads = static_cast<unsigned>(threads);
    result.edges = files.first().toStdString();
    result.out = parser.value(u"out"_s).toStdString();
    result.json = parser.isSet(u"json"_s);
    return result;
}

// With --ticks exactly so many, also beyond the point where it would have settled.
graph3d::Layout layOut(graph3d::Graph graph, const Arguments &arguments, Timing &timing)
{
    const auto start = Clock::now();
    LayoutOptions options = arguments.options;
    if (arguments.ticks) {
        options.settleMove = 0.0f;
        options.alphaMin = 0.0f;
    }
    graph3d::Layout layout(std::move(graph), options);
    timing.placeMs = milliseconds(Clock::now() - start);
    while (!layout.isSettled() && (!arguments.ticks || timing.ticks < *arguments.ticks)) {
        const auto before = Clock::now();
        const bool everybody = !layout.tick().frameOnly;
        ++timing.ticks;
        if (everybody)
            timing.tickMs.push_back(milliseconds(Clock::now() - before));
    }
    timing.totalMs = milliseconds(Clock::now() - start);
    return layout;
}

bool writePositions(const std::string &path, const EdgeFile &file, const graph3d::Layout &layout)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> out(std::fopen(path.c_str(), "wb"), std::fclose);
    bool good = out != nullptr;
    for (graph3d::NodeId node = 0; good && node < file.ids.size(); ++node) {
        const graph3d::Vec3 p = layout.position(node);
        good = std::fprintf(out.get(), "%u %.7g %.7g %.7g\n", file.ids[node], static_cast<double>(p.x),
                   static_cast<double>(p.y), static_cast<double>(p.z))
            > 0;
    }
    good = good && std::fflush(out.get()) == 0;
    return good
        || fail(
            u"cannot write %1: %2"_s.arg(QString::fromStdString(path), QString::fromLocal8Bit(std::strerror(errno))));
}

double median(std::vector<double> values)
{
    if (values.empty())
        return 0.0;
    std::ranges::sort(values);
    return values[values.size() / 2];
}

// The first ticks warm caches and make the arrays: they count into the total, not into the median.
double tickMedian(const Timing &timing)
{
    const std::size_t warmUp = std::min<std::size_t>(3, timing.tickMs.size() / 2);
    return median({timing.tickMs.begin() + static_cast<std::ptrdiff_t>(warmUp), timing.tickMs.end()});
}

void report(const Arguments &arguments, const EdgeFile &file, const graph3d::Layout &layout, const Timing &timing)
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const double peakMb = static_cast<double>(usage.ru_maxrss) / 1024.0;
    const unsigned threads = layout.threads();
    if (arguments.json) {
        std::printf("{\"nodes\":%zu,\"edges\":%zu,\"threads\":%u,\"ticks\":%zu,\"tick_ms_median\":%.4f,"
                    "\"place_ms\":%.3f,\"total_ms\":%.3f,\"peakRSS_MB\":%.1f,\"settled\":%s,\"simd\":\"%s\"}\n",
            file.ids.size(), file.edges, threads, timing.ticks, tickMedian(timing), timing.placeMs, timing.totalMs,
            peakMb, layout.isSettled() ? "true" : "false", layout.simdName());
        return;
    }
    std::printf("%zu nodes, %zu edges, %u threads: %zu ticks of %.2f ms, %.1f ms in all, %.0f MB%s\n", file.ids.size(),
        file.edges, threads, timing.ticks, tickMedian(timing), timing.totalMs, peakMb,
        layout.isSettled() ? ", settled" : "");
}

int run(const QStringList &arguments)
{
    const auto parsed = parseArguments(arguments);
    if (!parsed)
        return badUsage;
    auto file = EdgeFile::read(parsed->edges);
    if (!file) {
        fail(QString::fromStdString(file.error()));
        return failed;
    }
    Timing timing;
    auto graph = graph3d::Graph::fromParents(file->parents, file->links);
    file->parents = {};
    file->links = {};
    const graph3d::Layout layout = layOut(std::move(graph), *parsed, timing);
    if (!parsed->out.empty() && !writePositions(parsed->out, *file, layout))
        return failed;
    report(*parsed, *file, layout, timing);
    return ok;
}

} // namespace

Command layoutCommand()
{
    return {"layout",
        "layout EDGES.txt[.xz] [--out POSITIONS.txt] [--ticks N] [--seed S] [--threads T] "
        "[--shape rings|layers|free|cone|matrix] [--matrix WxD] [--simd auto|portable|avx2|avx512] [--json]",
        run};
}

} // namespace majlis::cli
