// SPDX-License-Identifier: GPL-3.0-or-later
// graph3d_viewer: shows a network in NetworkScene. With --bench it turns the camera once in ten seconds and prints
// frames per second; with --shot it writes a picture and ends.
#include "networksource.h"

#include "graph3d/scene/networkmodel.h"
#include "graph3d/scene/scenecontroller.h"
#include "graph3d/scene/surfaceformat.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTimer>
#include <QtQml/QQmlExtensionPlugin>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <sys/resource.h>

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

struct Bench {
    double cpuAtStart = 0;
    QElapsedTimer clock;
    QElapsedTimer frame;
    std::vector<double> milliseconds;
};

// One turn about the vertical axis in ten seconds, as tools/scene-web does it.
void turn(QQuickWindow *window, SceneController *controller, int seconds)
{
    auto *bench = new Bench;
    CameraPose pose = controller->camera().pose();
    pose.pitch = 0;
    pose.distance = controller->camera().fitDistance();
    QObject::connect(window, &QQuickWindow::afterAnimating, window, [=]() mutable {
        pose.yaw
            = static_cast<float>(bench->clock.isValid() ? static_cast<double>(bench->clock.elapsed()) * 0.036 : 0.0);
        controller->setCameraPose(pose);
    });
    QObject::connect(
        window, &QQuickWindow::frameSwapped, window,
        [=] {
            if (!bench->clock.isValid()) {
                bench->clock.start();
                bench->frame.start();
                bench->cpuAtStart = cpuMilliseconds();
            } else {
                bench->milliseconds.push_back(static_cast<double>(bench->frame.nsecsElapsed()) / 1e6);
                bench->frame.start();
            }
            if (bench->clock.elapsed() > seconds * 1000) {
                auto &times = bench->milliseconds;
                std::ranges::sort(times, std::greater());
                const std::size_t slow = std::max<std::size_t>(1, times.size() / 100);
                double sum = 0;
                for (std::size_t i = 0; i < slow; ++i)
                    sum += times[i];
                std::printf("{\"nodes\":%d,\"fps\":%.2f,\"low1\":%.2f,\"median_ms\":%.2f,\"cpu_ms_per_frame\":%.2f}\n",
                    controller->model()->count(),
                    static_cast<double>(times.size()) * 1000.0 / static_cast<double>(bench->clock.elapsed()),
                    1000.0 * static_cast<double>(slow) / sum, times[times.size() / 2],
                    (cpuMilliseconds() - bench->cpuAtStart) / static_cast<double>(times.size()));
                QCoreApplication::exit(0);
            }
        },
        Qt::QueuedConnection);
    window->update();
}

} // namespace

int main(int argc, char **argv)
{
    QSurfaceFormat::setDefaultFormat(majlis::graph3d::sceneSurfaceFormat());
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"forest"_s, u"network to show"_s, u"file"_s},
        {u"generate"_s, u"generated network of that size"_s, u"nodes"_s, u"5000"_s},
        {u"roots"_s, u"trees in a generated network"_s, u"n"_s, u"1"_s},
        {u"bench"_s, u"measure frames for that long"_s, u"seconds"_s},
        {u"shot"_s, u"write a picture and end"_s, u"file"_s},
        {u"after"_s, u"seconds before the picture"_s, u"seconds"_s, u"4"_s}, {u"light"_s, u"light theme"_s},
        {u"nodes"_s, u"0 points, 1 triangles, 2 quads"_s, u"shape"_s, u"-1"_s},
        {u"links"_s, u"3 lines, 4 ribbons"_s, u"shape"_s, u"-1"_s},
        {u"select"_s, u"select a node and fly to it"_s, u"index"_s},
        {u"hide"_s, u"leave out nodes or links"_s, u"what"_s}, {u"depth"_s, u"depth limit"_s, u"n"_s, u"0"_s}});
    parser.process(application);

    NetworkModel model;
    model.setLabelSource(
        [](int index) { return u"0x%1"_s.arg(static_cast<quint32>(index) * 2654435761U, 8, 16, QLatin1Char('0')); });
    auto data = parser.isSet(u"forest"_s)
        ? readForest(parser.value(u"forest"_s))
        : generateForest(parser.value(u"generate"_s).toInt(), parser.value(u"roots"_s).toInt(), 7);
    auto prepared = majlis::graph3d::prepareNetwork(std::move(data));
    if (!prepared) {
        std::fprintf(stderr, "not a forest (fault %d)\n", static_cast<int>(prepared.error()));
        return 1;
    }
    model.setPrepared(std::move(*prepared));

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
    scene->setProperty("depthLimit", parser.value(u"depth"_s).toInt());
    if (parser.isSet(u"select"_s)) {
        QTimer::singleShot(1500, window, [=, index = parser.value(u"select"_s).toInt()] {
            scene->setProperty("selectedIndex", index);
            controller->flyTo(index);
        });
    }
    if (parser.isSet(u"bench"_s)) {
        // The frames are to be judged, not the layout: begin when it has come to rest.
        auto *start = new QTimer(window);
        QObject::connect(start, &QTimer::timeout, window, [=, &model, s = parser.value(u"bench"_s).toInt()] {
            if (model.layoutState() == NetworkModel::LayoutState::Settled && controller->introTime() > 1.5F) {
                start->stop();
                turn(window, controller, s);
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
