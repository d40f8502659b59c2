// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QQmlContext>
#include <QQmlEngine>
#include <QtQml/QQmlExtensionPlugin>
#include <QtQuickTest/quicktest.h>

Q_IMPORT_QML_PLUGIN(MajlisPlugin)
Q_IMPORT_QML_PLUGIN(Majlis_ViewModelsPlugin)
Q_IMPORT_QML_PLUGIN(Majlis_Graph3DPlugin)

namespace
{

using namespace Qt::StringLiterals;

// What the tests ask of C++: the files of the module, for the test that loads them all.
class Setup : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QStringList moduleFiles READ moduleFiles CONSTANT FINAL)

public:
    [[nodiscard]] QStringList moduleFiles() const
    {
        QStringList files;
        QDirIterator walk(u":/qt/qml/Majlis"_s, {u"*.qml"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString file = walk.next();
            if (!file.startsWith(u":/qt/qml/Majlis/Graph3D"_s)) {
                files.append(u"qrc"_s + file);
            }
        }
        return files;
    }

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImportPath(u"qrc:/qt/qml"_s);
        engine->rootContext()->setContextProperty(u"setup"_s, this);
    }
};

} // namespace

QUICK_TEST_MAIN_WITH_SETUP(majlis, Setup)

#include "main.moc"
