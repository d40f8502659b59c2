// SPDX-License-Identifier: GPL-3.0-or-later
// NetworkScene in a real window with OpenGL (Mesa's software driver): what is drawn, picked, and moved, and that
// nothing is drawn when nothing moves. MAJLIS_TEST_DRAWING chooses who draws (SceneController::Drawing).
#include "graph3d/scene/networkmodel.h"
#include "graph3d/scene/scenecontroller.h"
#include "graph3d/scene/surfaceformat.h"

#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Majlis_Graph3DPlugin)

using namespace majlis::graph3d;
using namespace Qt::StringLiterals;

namespace
{

constexpr int patience = 20000;

NetworkData tree(int nodes)
{
    NetworkData data;
    for (int i = 0; i < nodes; ++i)
        data.parent.push_back(i == 0 ? -1 : (i - 1) / 4);
    return data;
}

// Pixels that are not the background: what the scene has drawn.
int drawnPixels(const QImage &grabbed)
{
    const QImage image = grabbed.convertToFormat(QImage::Format_RGB32);
    const QRgb background = QColor(u"#14101A"_s).rgb();
    int drawn = 0;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            drawn += (line[x] | 0xFF000000U) != background ? 1 : 0;
    }
    return drawn;
}

} // namespace

/// Frames that a window has shown since. The render thread tells of them, so a QSignalSpy, which takes notes on the
/// thread that emits, would be written there while it is read or ends here.
class FrameCount : public QObject
{
public:
    explicit FrameCount(QQuickWindow &window)
    {
        connect(&window, &QQuickWindow::frameSwapped, this, [this] { ++m_count; });
    }
    [[nodiscard]] int count() const { return m_count; }

private:
    int m_count = 0;
};

class NetworkSceneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void drawsNothingWithoutAModel();
    void drawsGenerationAfterGeneration();
    void restsWhenNothingMoves();
    void motionlessFromTheStartWhenAsked();
    void showsEverybodyWhenMotionIsCutOnTheWay();
    void picksWhatIsUnderThePointer();
    void hoversAndTellsOnce();
    void fliesToANode();
    void fliesByKeys();
    void dragsAndZooms();
    void walksFromNodeToNode();
    void showsLabelsOnlyWhereAsked();
    void labelsComeAlthoughSomeoneAsksForNodes();
    void labelsGiveWayWhenTheViewJumps();
    void fadesWhatIsFilteredOut();
    void drawsWhoJoins();
    void savesPicturesOfAnySize();
    void saysHowMuchItDraws();
    void survivesAModelThatGoes();
    void isReadableByScreenReaders();

private:
    void show(int nodes, bool reduceMotion = true);
    [[nodiscard]] QPoint pixelOf(int index) const;
    [[nodiscard]] bool atRest();
    [[nodiscard]] int framesDuring(int milliseconds);

    std::unique_ptr<QQmlEngine> m_engine;
    std::unique_ptr<NetworkModel> m_model;
    std::unique_ptr<QQuickWindow> m_window;
    QQuickItem *m_scene = nullptr;
    SceneController *m_controller = nullptr;
};

void NetworkSceneTest::initTestCase()
{
    m_engine = std::make_unique<QQmlEngine>();
    m_engine->addImportPath(u"qrc:/qt/qml"_s);
}

void NetworkSceneTest::init()
{
    QQmlComponent component(m_engine.get());
    component.setData("import QtQuick\nimport QtQuick.Window\nimport Majlis.Graph3D\n"
                      "Window { width: 640; height: 480\n"
                      "NetworkScene { objectName: 'scene'; anchors.fill: parent; focus: true } }",
        QUrl());
    m_window.reset(qobject_cast<QQuickWindow *>(component.create()));
    QVERIFY2(m_window, qPrintable(component.errorString()));
    m_scene = m_window->findChild<QQuickItem *>(u"scene"_s);
    QVERIFY(m_scene);
    m_scene->setProperty("wantedDrawing", qEnvironmentVariableIntValue("MAJLIS_TEST_DRAWING"));
    m_controller = m_scene->findChild<SceneController *>();
    QVERIFY(m_controller);
    m_model = std::make_unique<NetworkModel>();
    m_model->setLabelSource([](int index) { return QString::number(index); });
}

void NetworkSceneTest::cleanup()
{
    m_window.reset();
    m_model.reset();
}

void NetworkSceneTest::show(int nodes, bool reduceMotion)
{
    m_scene->setProperty("reduceMotion", reduceMotion);
    m_scene->setProperty("model", QVariant::fromValue(m_model.get()));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    FrameCount frames(*m_window);
    if (nodes > 0)
        m_model->setPrepared(prepareNetwork(tree(nodes)).value());
    QVERIFY(QTest::qWaitFor([&] { return frames.count() > 2 || nodes == 0 || reduceMotion; }, patience));
    if (nodes > 0 && reduceMotion) {
        QVERIFY(
            QTest::qWaitFor([&] { return m_model->layoutState() == NetworkModel::LayoutState::Settled; }, patience));
        QVERIFY(atRest());
    }
}

int NetworkSceneTest::framesDuring(int milliseconds)
{
    FrameCount frames(*m_window);
    // Nothing to wait for but the time: what is judged is that frames do, or do not, come in it.
    (void)QTest::qWaitFor([] { return false; }, milliseconds);
    return frames.count();
}

bool NetworkSceneTest::atRest()
{
    return QTest::qWaitFor([this] { return framesDuring(250) == 0; }, patience);
}

QPoint NetworkSceneTest::pixelOf(int index) const
{
    const auto place = m_controller->camera().project(m_model->positionOf(index));
    return place ? QPoint(qRound(place->x()), qRound(place->y())) : QPoint(-1, -1);
}

void NetworkSceneTest::drawsNothingWithoutAModel()
{
    show(0);
    QCOMPARE(drawnPixels(m_window->grabWindow()), 0);
    QTest::keyClick(m_window.get(), Qt::Key_F);
    QTest::mouseClick(m_window.get(), Qt::LeftButton, {}, {300, 200});
}

void NetworkSceneTest::drawsGenerationAfterGeneration()
{
    m_scene->setProperty("showLabels", false);
    show(400, false);
    const int early = drawnPixels(m_window->grabWindow());
    QVERIFY(QTest::qWaitFor([&] { return m_controller->introTime() > 1.5F; }, patience));
    const int late = drawnPixels(m_window->grabWindow());
    QVERIFY2(late > 4000, qPrintable(QString::number(late)));
    QVERIFY2(early < late / 2, qPrintable(u"%1 of %2"_s.arg(early).arg(late)));
}

void NetworkSceneTest::restsWhenNothingMoves()
{
    show(60, false);
    QVERIFY(QTest::qWaitFor([&] { return m_model->layoutState() == NetworkModel::LayoutState::Settled; }, patience));
    QVERIFY(framesDuring(300) > 2); // the rose still breathes
    QVERIFY2(atRest(), "frames are drawn although nothing moves");
    QCOMPARE(framesDuring(500), 0);
    QTest::mouseMove(m_window.get(), QPoint(100, 100));
    QTest::keyClick(m_window.get(), Qt::Key_Left);
    QVERIFY(framesDuring(300) > 0);
}

void NetworkSceneTest::motionlessFromTheStartWhenAsked()
{
    show(60);
    QCOMPARE(framesDuring(400), 0);
    m_controller->flyTo(30);
    QVERIFY(!m_controller->camera().isMoving());
    QVERIFY(atRest());
}

void NetworkSceneTest::showsEverybodyWhenMotionIsCutOnTheWay()
{
    m_scene->setProperty("showLabels", false);
    show(400, false);
    m_scene->setProperty("reduceMotion", true); // as when the property is bound after the model
    QVERIFY(QTest::qWaitFor([&] { return m_model->layoutState() == NetworkModel::LayoutState::Settled; }, patience));
    QVERIFY(atRest());
    const int drawn = drawnPixels(m_window->grabWindow());
    QVERIFY2(drawn > 4000, qPrintable(QString::number(drawn)));
}

void NetworkSceneTest::picksWhatIsUnderThePointer()
{
    show(60);
    QSignalSpy activated(m_scene, SIGNAL(nodeActivated(int)));
    const QPoint at = pixelOf(0);
    QTest::mouseClick(m_window.get(), Qt::LeftButton, {}, at);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.takeFirst().first().toInt(), m_controller->nodeAt(at));
    QVERIFY(m_controller->nodeAt(at) >= 0);
    QTest::mouseClick(m_window.get(), Qt::LeftButton, {}, {2, 2});
    QCOMPARE(activated.takeFirst().first().toInt(), -1);
}

void NetworkSceneTest::hoversAndTellsOnce()
{
    show(60);
    QSignalSpy hovered(m_scene, SIGNAL(nodeHovered(int)));
    QTest::mouseMove(m_window.get(), {3, 3});
    QTest::mouseMove(m_window.get(), pixelOf(0));
    QVERIFY(QTest::qWaitFor([&] { return hovered.count() == 1; }, patience));
    QCOMPARE(m_scene->property("hoveredIndex").toInt(), hovered.first().first().toInt());
    QTest::mouseMove(m_window.get(), {3, 3});
    QVERIFY(QTest::qWaitFor([&] { return hovered.count() == 2; }, patience));
    QCOMPARE(hovered.last().first().toInt(), -1);
}

void NetworkSceneTest::fliesToANode()
{
    show(200, false);
    QVERIFY(QTest::qWaitFor([&] { return m_model->layoutState() == NetworkModel::LayoutState::Settled; }, patience));
    QMetaObject::invokeMethod(m_scene, "flyTo", Q_ARG(int, 150));
    QVERIFY(m_controller->camera().isMoving());
    QVERIFY(QTest::qWaitFor([&] { return !m_controller->camera().isMoving(); }, patience));
    QVERIFY((pixelOf(150) - QPoint(320, 240)).manhattanLength() < 4);
    QMetaObject::invokeMethod(m_scene, "fit");
    QVERIFY(QTest::qWaitFor([&] { return !m_controller->camera().isMoving(); }, patience));
    for (const int node : {0, 50, 199})
        QVERIFY(QRect(-40, -40, 720, 560).contains(pixelOf(node)));
}

void NetworkSceneTest::fliesByKeys()
{
    show(60, false);
    QVERIFY(QTest::qWaitFor([&] { return m_controller->camera().pose().distance > 0; }, patience));
    m_controller->setCameraPose({.target = {}, .yaw = 0, .pitch = 0, .distance = 500});
    const auto settle = [&] { QVERIFY(QTest::qWaitFor([&] { return !m_controller->camera().isMoving(); }, patience)); };
    QTest::keyClick(m_window.get(), Qt::Key_Right);
    settle();
    QVERIFY(m_controller->camera().pose().yaw > 3);
    QTest::keyClick(m_window.get(), Qt::Key_Up);
    settle();
    QVERIFY(m_controller->camera().pose().pitch > 3);
    QTest::keyClick(m_window.get(), Qt::Key_Plus);
    settle();
    QVERIFY(m_controller->camera().pose().distance < 490);
    const QVector3D before = m_controller->camera().pose().eye();
    QTest::keyClick(m_window.get(), Qt::Key_W);
    settle();
    QVERIFY((m_controller->camera().pose().eye() - before).length() > 10);
    QTest::keyPress(m_window.get(), Qt::Key_Left);
    const float yaw = m_controller->camera().pose().yaw;
    QVERIFY(QTest::qWaitFor([&] { return m_controller->camera().pose().yaw < yaw - 25; }, patience)); // held
    QTest::keyRelease(m_window.get(), Qt::Key_Left);
    QTest::keyClick(m_window.get(), Qt::Key_Home);
    settle();
    QCOMPARE(qRound(m_controller->camera().pose().yaw), 0);
}

void NetworkSceneTest::dragsAndZooms()
{
    show(60);
    const CameraPose before = m_controller->camera().pose();
    QTest::mousePress(m_window.get(), Qt::LeftButton, {}, {300, 200});
    QTest::mouseMove(m_window.get(), {340, 200});
    QTest::mouseMove(m_window.get(), {400, 230});
    QSignalSpy activated(m_scene, SIGNAL(nodeActivated(int)));
    QTest::mouseRelease(m_window.get(), Qt::LeftButton, {}, {400, 230});
    QCOMPARE(activated.count(), 0); // a drag is no click
    QVERIFY(QTest::qWaitFor([&] { return !m_controller->camera().isMoving(); }, patience));
    QVERIFY(std::abs(m_controller->camera().pose().yaw - before.yaw) > 10);
    QWheelEvent wheel({320, 240}, m_window->mapToGlobal(QPointF(320, 240)), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
        Qt::NoScrollPhase, false);
    QGuiApplication::sendEvent(m_window.get(), &wheel);
    QVERIFY(QTest::qWaitFor([&] { return !m_controller->camera().isMoving(); }, patience));
    QVERIFY(m_controller->camera().pose().distance < before.distance * 0.8F);
}

void NetworkSceneTest::walksFromNodeToNode()
{
    show(60);
    QSignalSpy activated(m_scene, SIGNAL(nodeActivated(int)));
    const auto walk = [&](Qt::Key key) {
        QTest::keyClick(m_window.get(), key, Qt::AltModifier);
        const int node = activated.isEmpty() ? -2 : activated.takeFirst().first().toInt();
        m_scene->setProperty("selectedIndex", node); // the owner's answer
        return node;
    };
    QCOMPARE(walk(Qt::Key_Down), 0);
    QCOMPARE(walk(Qt::Key_Down), 1);
    QCOMPARE(walk(Qt::Key_Right), 2);
    QCOMPARE(walk(Qt::Key_Left), 1);
    QCOMPARE(walk(Qt::Key_Up), 0);
    QCOMPARE(m_scene->property("path").value<QList<int>>(), QList<int>{0});
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QCOMPARE(activated.takeFirst().first().toInt(), -1);
}

void NetworkSceneTest::showsLabelsOnlyWhereAsked()
{
    show(60);
    QVERIFY(QTest::qWaitFor([&] { return m_controller->labels()->rowCount() > 0; }, patience));
    QVERIFY(m_controller->labels()->rowCount() <= 60);
    m_scene->setProperty("selectedIndex", 59);
    QVERIFY(QTest::qWaitFor(
        [&] {
            return std::ranges::any_of(m_controller->labels()->labels(),
                [](const LabelModel::Label &label) { return label.index == 59 && label.strong; });
        },
        patience));
    m_scene->setProperty("showLabels", false);
    QCOMPARE(m_controller->labels()->rowCount(), 0);
}

void NetworkSceneTest::labelsComeAlthoughSomeoneAsksForNodes()
{
    show(60);
    const CameraPose pose = m_controller->camera().pose();
    CameraPose away = pose;
    away.target += QVector3D(1e5F, 0, 0);
    m_controller->setCameraPose(away);
    QVERIFY(QTest::qWaitFor([&] { return m_controller->labels()->rowCount() == 0; }, patience));
    connect(m_window.get(), &QQuickWindow::afterAnimating, this, [this] { (void)m_controller->nodeAt({320, 240}); });
    m_controller->setCameraPose(pose);
    QVERIFY(QTest::qWaitFor([&] { return m_controller->labels()->rowCount() > 0; }, patience));
}

void NetworkSceneTest::labelsGiveWayWhenTheViewJumps()
{
    show(60);
    QVERIFY(QTest::qWaitFor([&] { return m_controller->labels()->rowCount() > 8; }, patience));
    int frames = 0;
    int covered = 0;
    QObject here; // what is captured ends with it
    connect(m_window.get(), &QQuickWindow::frameSwapped, &here, [&] {
        ++frames;
        const auto &labels = m_controller->labels()->labels();
        for (std::size_t i = 0; i < labels.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const QPointF apart = labels[i].place - labels[j].place;
                covered += std::abs(apart.x()) < 5 && std::abs(apart.y()) < 8 ? 1 : 0; // a digit's size
            }
        }
    });
    CameraPose far = m_controller->camera().pose();
    far.distance *= 15;
    m_controller->setCameraPose(far);
    QVERIFY(QTest::qWaitFor([&] { return frames > 0; }, patience));
    QCOMPARE(covered, 0);
}

void NetworkSceneTest::fadesWhatIsFilteredOut()
{
    m_scene->setProperty("showLabels", false);
    show(200);
    const int all = drawnPixels(m_window->grabWindow());
    const auto bright = [&] {
        int count = 0;
        const QImage image = m_window->grabWindow();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += qGray(image.pixel(x, y)) > 90 ? 1 : 0;
        }
        return count;
    };
    const int brightBefore = bright();
    QVERIFY(all > 0 && brightBefore > 0);
    m_scene->setProperty("depthLimit", 1);
    QVERIFY(atRest());
    QVERIFY(bright() < brightBefore * 3 / 4);
    m_scene->setProperty("depthLimit", 0);
    m_scene->setProperty("matches", QVariant::fromValue(QList<int>{3}));
    QVERIFY(atRest());
    QVERIFY(m_model->hasMatches());
    QVERIFY(bright() < brightBefore * 3 / 4);
    m_scene->setProperty("matches", QVariant::fromValue(QList<int>{}));
    QVERIFY(atRest());
    QVERIFY(bright() > brightBefore * 9 / 10);
}

void NetworkSceneTest::drawsWhoJoins()
{
    m_scene->setProperty("showLabels", false);
    show(5);
    for (int i = 0; i < 40; ++i)
        m_model->addNode(i % 5);
    QVERIFY(QTest::qWaitFor([&] { return m_model->layoutState() == NetworkModel::LayoutState::Settled; }, patience));
    QVERIFY(atRest());
    m_controller->fit();
    QVERIFY(atRest());
    const QImage image = m_window->grabWindow();
    for (int node = 0; node < 45; ++node) {
        if (image.rect().contains(pixelOf(node)))
            QVERIFY(image.pixel(pixelOf(node)) != QColor(u"#14101A"_s).rgb());
    }
    QVERIFY(image.rect().contains(pixelOf(44)));
}

void NetworkSceneTest::savesPicturesOfAnySize()
{
    show(60);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"network.png"_s);
    QSignalSpy saved(m_scene, SIGNAL(pictureSaved(QString, bool)));
    QMetaObject::invokeMethod(m_scene, "savePicture", Q_ARG(QString, file), Q_ARG(int, 1920), Q_ARG(bool, true));
    QVERIFY(QTest::qWaitFor([&] { return saved.count() == 1; }, patience));
    QCOMPARE(saved.first().at(1).toBool(), true);
    const QImage picture(file);
    QCOMPARE(picture.size(), QSize(1920, 1440)); // of the view's shape
    QCOMPARE(qAlpha(picture.pixel(3, 3)), 0);
    const QPoint at = pixelOf(0) * 3;
    QCOMPARE(qAlpha(picture.pixel(at)), 255);
    // A file that cannot be written is said so.
    QMetaObject::invokeMethod(
        m_scene, "savePicture", Q_ARG(QString, folder.filePath(u"no/where.png"_s)), Q_ARG(int, 64), Q_ARG(bool, false));
    QVERIFY(QTest::qWaitFor([&] { return saved.count() == 2; }, patience));
    QCOMPARE(saved.last().at(1).toBool(), false);
}

void NetworkSceneTest::saysHowMuchItDraws()
{
    show(60);
    const bool byProcessor = m_controller->drawing() == SceneController::ByProcessor;
    QCOMPARE(m_scene->property("detailText").toString().isEmpty(), !byProcessor);
    if (byProcessor) {
        QVERIFY(m_controller->drawnNodes() >= 58); // all but those beyond the border
        QVERIFY(m_controller->drawnLinks() > 0);
    }
}

void NetworkSceneTest::survivesAModelThatGoes()
{
    show(100, false);
    m_model.reset();
    (void)framesDuring(100);
    QTest::mouseMove(m_window.get(), {300, 200});
    QTest::mouseClick(m_window.get(), Qt::LeftButton, {}, {320, 240});
    QTest::keyClick(m_window.get(), Qt::Key_F);
    (void)framesDuring(200);
    QVERIFY(m_scene->property("model").value<NetworkModel *>() == nullptr);
}

void NetworkSceneTest::isReadableByScreenReaders()
{
    show(5);
    QCOMPARE(m_scene->property("accessibleName").toString().isEmpty(), false);
    QVERIFY(m_scene->hasFocus());
    QVERIFY(QTest::qWaitFor([&] { return m_controller->hasActiveFocus(); }, patience));
}

int main(int argc, char **argv)
{
    QSurfaceFormat::setDefaultFormat(sceneSurfaceFormat());
    QGuiApplication application(argc, argv);
    NetworkSceneTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "networkscene_test.moc"
