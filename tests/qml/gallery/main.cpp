// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the components (gallery/Gallery.qml) or, with --page N, the whole shell over a fake world, to look at.
#include "tests/qml/fakes/fakeworld.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QTimer>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(MajlisPlugin)
Q_IMPORT_QML_PLUGIN(Majlis_ViewModelsPlugin)
Q_IMPORT_QML_PLUGIN(Majlis_Graph3DPlugin)

using namespace Qt::StringLiterals;

namespace
{

QObject *themeOf(QQmlEngine *engine)
{
    QQmlComponent component(engine);
    component.setData(
        "import QtQml\nimport Majlis\nQtObject { property QtObject theme: Theme }", QUrl(u"qrc:/probe.qml"_s));
    QObject *probe = component.create();
    if (probe == nullptr) {
        qFatal("%s", qPrintable(component.errorString()));
    }
    probe->setParent(engine);
    return probe->property("theme").value<QObject *>();
}

void prepare(majlis::qmltest::FakeWorld &world, const QString &state)
{
    world.fill();
    for (majlis::viewmodels::AsyncState *part : world.parts()) {
        if (state == u"loading") {
            world.setLoading(part);
        } else if (state == u"failed") {
            world.setFailed(part, majlis::qmltest::FakeWorld::Timeout, false);
        } else if (state == u"offline") {
            world.setFailed(part, majlis::qmltest::FakeWorld::Offline, true);
        }
    }
}

QSize sizeFrom(const QString &text)
{
    const QStringList parts = text.split(u'x');
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize(1280, 800);
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"page"_s, u"file of the Majlis module"_s, u"[page]"_s);
    parser.addOptions({{u"size"_s, u"window"_s, u"WxH"_s, u"1280x800"_s},
        {u"theme"_s, u"dark, light or contrast"_s, u"name"_s, u"dark"_s},
        {u"scale"_s, u"text scale"_s, u"factor"_s, u"1"_s},
        {u"page"_s, u"the shell with this page (PageId)"_s, u"number"_s},
        {u"state"_s, u"ready, loading, failed or offline"_s, u"name"_s, u"ready"_s},
        {u"palette"_s, u"with the command palette open"_s}, {u"out"_s, u"write a picture and end"_s, u"file"_s}});
    parser.addHelpOption();
    parser.process(application);
    majlis::qmltest::FakeWorld world;
    QString file = parser.positionalArguments().value(0, u"gallery/Gallery.qml"_s);

    QQuickView view;
    view.engine()->addImportPath(u"qrc:/qt/qml"_s);
    QObject *theme = themeOf(view.engine());
    const QString name = parser.value(u"theme"_s);
    theme->setProperty("mode", name == u"light" ? 1 : name == u"contrast" ? 2 : 0);
    if (parser.isSet(u"page"_s)) {
        file = u"shell/Shell.qml"_s;
        prepare(world, parser.value(u"state"_s));
        world.open(parser.value(u"page"_s).toInt());
        world.root()->shell()->palette()->setOpen(parser.isSet(u"palette"_s));
        view.setInitialProperties({{u"viewModel"_s, QVariant::fromValue(world.root())}});
        view.setColor(name == u"light" ? QColor(0xFB, 0xF7, 0xF8) : QColor(0x14, 0x10, 0x1A));
    }
    theme->setProperty("textScale", parser.value(u"scale"_s).toDouble());
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.resize(sizeFrom(parser.value(u"size"_s)));
    view.setSource(QUrl(u"qrc:/qt/qml/Majlis/"_s + file));
    view.show();
    const QString out = parser.value(u"out"_s);
    if (!out.isEmpty()) {
        QTimer::singleShot(900, &view, [&view, &out] {
            const bool written = view.grabWindow().save(out);
            QCoreApplication::exit(written ? 0 : 1);
        });
    }
    return QGuiApplication::exec();
}
