// SPDX-License-Identifier: GPL-3.0-or-later
// The peer of the start bench: the least that a Qt Quick program can do. Prints milliseconds from MAJLIS_START_NS (wall
// clock nanoseconds when the process was made) to the first frame on screen, and ends.
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickView>

#include <chrono>
#include <cstdio>

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QQuickView view;
    QQmlComponent component(view.engine());
    component.setData("import QtQuick\nRectangle { width: 1280; height: 800; color: \"#14101A\"\n"
                      "Text { anchors.centerIn: parent; text: \"Majlis\"; color: \"white\" } }",
        QUrl());
    view.setContent(QUrl(), &component, component.create());
    QObject::connect(
        &view, &QQuickWindow::frameSwapped, &application,
        [] {
            const auto now = std::chrono::duration_cast<std::chrono::nanoseconds>(
                std::chrono::system_clock::now().time_since_epoch())
                                 .count();
            const auto start = qEnvironmentVariable("MAJLIS_START_NS").toLongLong();
            std::printf("{\"first_frame_ms\":%.1f}\n", static_cast<double>(now - start) / 1e6);
            std::fflush(stdout);
            QCoreApplication::quit();
        },
        Qt::SingleShotConnection);
    view.show();
    return QGuiApplication::exec();
}
