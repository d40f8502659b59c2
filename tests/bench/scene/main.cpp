// SPDX-License-Identifier: GPL-3.0-or-later
// graph3d_viewer: shows a network in NetworkScene. With --bench it turns the camera once in ten seconds and prints
// frames per second; with --shot it writes a picture and ends.
#include "heartbeat.h"
#include "networksource.h"

#include "graph3d/scene/networkmodel.h"
#include "graph3d/scene/positionsnapshot.h"
#include "graph3d/scene/scenecontroller.h"
#include "graph3d/scene/surfaceformat.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTimer>
#include <QtQml/QQmlExtensionPlugin>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <sys/resource.h>
#include <unistd.h>

Q_IMPORT_QML_PLUGIN(Majlis_Graph3DPlugin)

using namespace Qt::StringLiterals;
using majlis::graph3d::CameraPose;
using majlis::graph3d::NetworkModel;
using majlis::graph3d::SceneController;

namespace
{

double cpuMilliseconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto of = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return of(usage.ru_utime) + of(usage.ru_stime);
}

// Proportional set size of this process, in MiB.
double memoryMiB()
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0.0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0.0;
}

// Since the process was started, in milliseconds.
double sinceStart()
{
    QFile file(u"/proc/self/stat"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0.0;
    const QByteArray text = file.readAll();
    const QList<QByteArray> words = text.mid(text.lastIndexOf(')') + 2).split(' ');
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double started = words.value(19).toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
    return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9 - started) * 1e3;
}

struct Bench {
    double cpuAtStart = 0;
    quint64 pictures = 0;
    double nodes = 0;
    double links = 0;
    double detail = 0;
    QElapsedTimer clock;
    QElapsedTimer frame;
    std::vector<double> milliseconds;
};

// A frame counts when the window has been swapped with a new picture of the network in it.
bool isNewPicture(const SceneController &controller, Bench &bench)
{
    if (controller.drawing() != SceneController::ByProcessor)
        return true;
    return std::exchange(bench.pictures, controller.picturesShown()) != controller.picturesShown();
}

void print(const SceneController &controller, Bench &bench, double firstFrame)
{
    auto &times = bench.milliseconds;
    std::ranges::sort(times, std::greater());
    const std::size_t slow = std::max<std::size_t>(1, times.size() / 100);
    double sum = 0;
    for (std::size_t i = 0; i < slow; ++i)
        sum += times[i];
    const auto frames = static_cast<double>(times.size());
    std::printf("{\"nodes\":%d,\"fps\":%.2f,\"low1\":%.2f,\"median_ms\":%.2f,\"cpu_ms_per_frame\":%.2f,"
                "\"drawn_nodes\":%.0f,\"drawn_links\":%.0f,\"detail\":%.2f,\"first_frame_ms\":%.0f,\"pss_mb\":%.0f}\n",
        controller.model()->count(), frames * 1000.0 / static_cast<double>(bench.clock.elapsed()),
        1000.0 * static_cast<double>(slow) / sum, times[times.size() / 2],
        (cpuMilliseconds() - bench.cpuAtStart) / frames, bench.nodes / frames, bench.links / frames,
        bench.detail / frames, firstFrame, memoryMiB());
}

// One turn about the vertical axis in ten seconds, as tools/scene-web does it.
void turn(QQuickWindow *window, SceneController *controller, int seconds, double firstFrame)
{
    auto *bench = new Bench;
    CameraPose pose = controller->camera().pose();
    // WEB-PEERS.md: centre = mean, radius = 99th percentile of the distances, eye at radius / sin 25°.
    const auto places = controller->model()->positions();
    pose.target = places->center;
    pose.pitch = 0;
    pose.distance = places->radius / std::sin(25.0F * 3.14159265F / 180.0F);
    const auto move = [=]() mutable {
        pose.yaw
            = static_cast<float>(bench->clock.isValid() ? static_cast<double>(bench->clock.elapsed()) * 0.036 : 0.0);
        controller->setCameraPose(pose);
    };
    if (controller->drawing() == SceneController::ByProcessor)
        QObject::connect(controller, &SceneController::pictureShown, window, move);
    else
        QObject::connect(window, &QQuickWindow::afterAnimating, window, move);
    auto begin = move;
    begin();
    QObject::connect(
        window, &QQuickWindow::frameSwapped, window,
        [=] {
            if (!isNewPicture(*controller, *bench))
                return;
            if (!bench->clock.isValid()) {
                bench->clock.start();
                bench->frame.start();
                bench->cpuAtStart = cpuMilliseconds();
            } else {
                bench->milliseconds.push_back(static_cast<double>(bench->frame.nsecsElapsed()) / 1e6);
                bench->frame.start();
                bench->nodes += controller->drawnNodes();
                bench->links += controller->drawnLinks();
                bench->detail += static_cast<double>(controller->detail());
            }
            if (bench->clock.elapsed() > seconds * 1000) {
                print(*controller, *bench, firstFrame);
                QCoreApplication::exit(0);
            }
        },
        Qt::QueuedConnection);
    window->update();
}

void printStalls(const char *what, Heartbeat &heartbeat, double seconds)
{
    const Heartbeat::Stalls stalls = heartbeat.take();
    std::printf("{\"phase\":\"%s\",\"seconds\":%.1f,\"longest_ms\":%.1f,\"over_8ms\":%d,\"longest_work_ms\":%.1f,"
                "\"work_over_8ms\":%d}\n",
        what, seconds, stalls.longest, stalls.over8, stalls.longestWork, stalls.workOver8);
    std::fflush(stdout);
}

// The window is there and empty; then the network comes (by setNetwork, as a page does), is laid out, and is
// recoloured, resized and filtered five times a second.
void measureStalls(QQuickWindow *window, NetworkModel &model, majlis::graph3d::NetworkData data, int seconds)
{
    auto *heartbeat = new Heartbeat(window);
    const auto count = data.parent.size();
    auto *clock = new QElapsedTimer;
    QTimer::singleShot(1500, window, [=, &model, given = std::move(data)]() mutable {
        clock->start();
        printStalls("window", *heartbeat, 1.5);
        model.setNetwork(std::move(given));
    });
    QObject::connect(&model, &NetworkModel::networkReset, window, [=, &model] {
        QTimer::singleShot(
            0, window, [=] { printStalls("loading", *heartbeat, static_cast<double>(clock->restart()) / 1e3); });
        QTimer::singleShot(seconds * 1000, window, [=, &model] {
            printStalls("laying out", *heartbeat, static_cast<double>(clock->restart()) / 1e3);
            auto *filter = new QTimer(window);
            QObject::connect(filter, &QTimer::timeout, window, [=, &model, step = 0]() mutable {
                // The arrays are made elsewhere in the program (by the page's view model, on a worker): not measured.
                majlis::graph3d::NetworkLook look;
                look.colors.assign(count, static_cast<std::uint8_t>(step % 8));
                look.faded.assign(count, static_cast<std::uint8_t>(step % 2));
                model.setLook(std::move(look));
                ++step;
            });
            filter->start(200);
            QTimer::singleShot(seconds * 1000, window, [=] {
                printStalls("filtering", *heartbeat, static_cast<double>(clock->restart()) / 1e3);
                std::printf("{\"phase\":\"end\",\"pss_mb\":%.0f}\n", memoryMiB());
                QCoreApplication::exit(0);
            });
        });
    });
}

} // namespace

int main(int argc, char **argv)
{
    QSurfaceFormat::setDefaultFormat(majlis::graph3d::sceneSurfaceFormat());
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"forest"_s, u"network to show"_s, u"file"_s},
        {u"positions"_s, u"lines of 'id x y z'; the layout then stays as it is"_s, u"file"_s},
        {u"write-positions"_s, u"write the settled layout as such lines, and the forest to FILE.edges, and end"_s,
            u"file"_s},
        {u"drawing"_s, u"0 as the driver wants, 1 by the driver, 2 by the processor"_s, u"who"_s, u"0"_s},
        {u"no-labels"_s, u"leave out the labels"_s},
        {u"stalls"_s, u"measure the GUI thread while loading, laying out and filtering for so long"_s, u"seconds"_s},
        {u"generate"_s, u"generated network of that size"_s, u"nodes"_s, u"5000"_s},
        {u"roots"_s, u"trees in a generated network"_s, u"n"_s, u"1"_s},
        {u"bench"_s, u"measure frames for that long"_s, u"seconds"_s},
        {u"shot"_s, u"write a picture and end"_s, u"file"_s},
        {u"after"_s, u"seconds before the picture"_s, u"seconds"_s, u"4"_s}, {u"light"_s, u"light theme"_s},
        {u"nodes"_s, u"0 points, 1 triangles, 2 quads"_s, u"shape"_s, u"-1"_s},
        {u"links"_s, u"3 lines, 4 ribbons"_s, u"shape"_s, u"-1"_s},
        {u"select"_s, u"select a node and fly to it"_s, u"index"_s},
        {u"hide"_s, u"leave out nodes or links (of the driver)"_s, u"what"_s},
        {u"depth"_s, u"depth limit"_s, u"n"_s, u"0"_s}});
    parser.process(application);

    NetworkModel model;
    model.setLabelSource(
        [](int index) { return u"0x%1"_s.arg(static_cast<quint32>(index) * 2654435761U, 8, 16, QLatin1Char('0')); });
    auto data = parser.isSet(u"forest"_s)
        ? readForest(parser.value(u"forest"_s))
        : generateForest(parser.value(u"generate"_s).toInt(), parser.value(u"roots"_s).toInt(), 7);
    const bool placed = parser.isSet(u"positions"_s);
    if (placed && !readPositions(parser.value(u"positions"_s), data)) {
        std::fprintf(stderr, "not everybody has a position\n");
        return 1;
    }
    const bool stalls = parser.isSet(u"stalls"_s);
    if (!stalls) {
        auto prepared = majlis::graph3d::prepareNetwork(data);
        if (!prepared) {
            std::fprintf(stderr, "not a forest (fault %d)\n", static_cast<int>(prepared.error()));
            return 1;
        }
        model.setPrepared(std::move(*prepared));
        if (placed)
            model.pauseLayout();
    }

    QQmlApplicationEngine engine;
    engine.addImportPath(u"qrc:/qt/qml"_s);
    engine.setInitialProperties({{u"model"_s, QVariant::fromValue(&model)}, {u"light"_s, parser.isSet(u"light"_s)},
        {u"nodeShape"_s, parser.value(u"nodes"_s).toInt()}, {u"linkShape"_s, parser.value(u"links"_s).toInt()}});
    engine.load(QUrl(u"qrc:/qt/qml/Majlis/Graph3DViewer/Viewer.qml"_s));
    if (engine.rootObjects().isEmpty())
        return 1;
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().first());
    auto *scene = window->property("scene").value<QQuickItem *>();
    auto *controller = scene->findChild<SceneController *>();
    if (auto *hidden = scene->findChild<QObject *>(parser.value(u"hide"_s)); hidden && parser.isSet(u"hide"_s))
        hidden->setProperty("visible", false);
    scene->setProperty("showLabels", !parser.isSet(u"no-labels"_s));
    scene->setProperty("wantedDrawing", parser.value(u"drawing"_s).toInt());
    scene->setProperty("depthLimit", parser.value(u"depth"_s).toInt());
    if (parser.isSet(u"select"_s)) {
        QTimer::singleShot(1500, window, [=, index = parser.value(u"select"_s).toInt()] {
            scene->setProperty("selectedIndex", index);
            controller->flyTo(index);
        });
    }
    if (stalls)
        measureStalls(window, model, std::move(data), parser.value(u"stalls"_s).toInt());
    if (parser.isSet(u"write-positions"_s)) {
        QObject::connect(&model, &NetworkModel::layoutStateChanged, window, [&] {
            if (model.layoutState() == NetworkModel::LayoutState::Settled)
                QCoreApplication::exit(writeNetwork(parser.value(u"write-positions"_s), model) ? 0 : 1);
        });
    }
    if (parser.isSet(u"bench"_s)) {
        double *firstFrame = new double(0.0);
        QObject::connect(
            window, &QQuickWindow::frameSwapped, window,
            [=] {
                const bool drawn = controller->drawing() == SceneController::ByProcessor ? controller->drawnNodes() > 0
                                                                                         : controller->introTime() > 0;
                if (*firstFrame == 0.0 && drawn)
                    *firstFrame = sinceStart();
            },
            Qt::QueuedConnection);
        // The frames are to be judged, not the layout: begin when it has come to rest.
        auto *start = new QTimer(window);
        QObject::connect(start, &QTimer::timeout, window, [=, &model, s = parser.value(u"bench"_s).toInt()] {
            const bool still = placed || model.layoutState() == NetworkModel::LayoutState::Settled;
            if (still && *firstFrame > 0.0 && controller->introTime() > 1.0F) {
                start->stop();
                turn(window, controller, s, *firstFrame);
            }
        });
        start->start(250);
    }
    if (parser.isSet(u"shot"_s)) {
        QTimer::singleShot(
            static_cast<int>(parser.value(u"after"_s).toDouble() * 1000), window, [=, file = parser.value(u"shot"_s)] {
                const bool saved = window->grabWindow().save(file);
                QCoreApplication::exit(saved ? 0 : 1);
            });
    }
    return QGuiApplication::exec();
}
