// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/fakes/fakeworld.h"

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

// What the tests ask of C++: the files of the module, and a world for pages to stand on.
class Setup : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QStringList moduleFiles READ moduleFiles CONSTANT FINAL)
    Q_PROPERTY(majlis::qmltest::FakeWorld *world READ world CONSTANT FINAL)

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

    /// A fresh one for every test file.
    [[nodiscard]] majlis::qmltest::FakeWorld *world() const { return m_world.get(); }

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        m_world = std::make_unique<majlis::qmltest::FakeWorld>();
        engine->addImportPath(u"qrc:/qt/qml"_s);
        engine->rootContext()->setContextProperty(u"setup"_s, this);
    }
    /// While there is still an application: the world's threads end with it.
    void cleanupTestCase() { m_world.reset(); }

private:
    std::unique_ptr<majlis::qmltest::FakeWorld> m_world;
};

} // namespace

QUICK_TEST_MAIN_WITH_SETUP(majlis, Setup)

#include "main.moc"
