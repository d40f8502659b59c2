// SPDX-License-Identifier: GPL-3.0-or-later
// majlis_gallery FILE.qml-in-module [--size WxH] [--theme dark|light|contrast] [--scale S] [--out FILE.png]
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

namespace {

QObject *themeOf(QQmlEngine *engine)
{
    QQmlComponent component(engine);
    component.setData("import QtQml\nimport Majlis\nQtObject { property QtObject theme: Theme }", QUrl(u"qrc:/probe.qml"_s));
    QObject *probe = component.create();
    if (probe == nullptr) {
        qFatal("%s", qPrintable(component.errorString()));
    }
    probe->setParent(engine);
    return probe->property("theme").value<QObject *>();
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
                       {u"out"_s, u"write a picture and end"_s, u"file"_s}});
    parser.addHelpOption();
    parser.process(application);
    const QString page = parser.positionalArguments().value(0, u"gallery/Gallery.qml"_s);

    QQuickView view;
    view.engine()->addImportPath(u"qrc:/qt/qml"_s);
    QObject *theme = themeOf(view.engine());
    const QString name = parser.value(u"theme"_s);
    theme->setProperty("mode", name == u"light" ? 1 : name == u"contrast" ? 2 : 0);
    theme->setProperty("textScale", parser.value(u"scale"_s).toDouble());
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.resize(sizeFrom(parser.value(u"size"_s)));
    view.setSource(QUrl(u"qrc:/qt/qml/Majlis/"_s + page));
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
