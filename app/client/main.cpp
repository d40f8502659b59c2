// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/time.h"
#include "viewmodels/shell/rootviewmodel.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(MajlisPlugin)
Q_IMPORT_QML_PLUGIN(Majlis_ViewModelsPlugin)
Q_IMPORT_QML_PLUGIN(Majlis_Graph3DPlugin)

int main(int argc, char **argv)
{
    using namespace Qt::StringLiterals;
    QGuiApplication application(argc, argv);
    const majlis::SystemClock clock;
    majlis::viewmodels::RootViewModel root(clock);
    QQmlApplicationEngine engine;
    engine.addImportPath(u"qrc:/qt/qml"_s);
    engine.setInitialProperties({{u"viewModel"_s, QVariant::fromValue(&root)}});
    engine.load(QUrl(u"qrc:/qt/qml/Majlis/Main.qml"_s));
    return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
}
