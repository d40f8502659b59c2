// SPDX-License-Identifier: GPL-3.0-or-later
// The client's view models use the clipboard and fonts, so these tests run in a QGuiApplication.
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include <QGuiApplication>

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
