// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/networkmodel.h"
#include "graph3d/scene/networkstate.h"
#include "graph3d/scene/orbitcamera.h"
#include "graph3d/scene/scenesight.h"
#include "graph3d/scene/softpainter.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QQuickItem>
#include <QSet>
#include <QTimer>
#include <QVector2D>

#include <optional>

namespace majlis::graph3d
{

// What happens in a NetworkScene: takes the pointer and the keys, moves the camera, runs the clocks of the shaders,
// knows what is under the pointer. It lies over the 3D view and paints nothing itself.
//
// Two ways of drawing: by the graphics driver (GraphicsView, from the properties below), or by the processor
// (SoftSceneItem, from softScene()); the processor paints a picture at a time on its own thread, and the next moment
// begins when it is there, so that neither the GUI thread nor the window waits for it.
//
// Frames: time passes only while something moves. Each frame of the window asks for the next one as long as the camera,
// the intro, a join or the rose is moving; then the scene is at rest until an input or the model wakes it.
class SceneController : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(majlis::graph3d::NetworkModel *model READ model WRITE setModel NOTIFY modelChanged FINAL)
    Q_PROPERTY(int selectedIndex MEMBER m_selectedIndex WRITE setSelectedIndex NOTIFY selectedIndexChanged FINAL)
    Q_PROPERTY(int hoveredIndex READ hoveredIndex NOTIFY hoveredIndexChanged FINAL)
    Q_PROPERTY(int depthLimit MEMBER m_depthLimit WRITE setDepthLimit NOTIFY depthLimitChanged FINAL)
    Q_PROPERTY(QList<int> path READ path WRITE setPath NOTIFY pathChanged FINAL)
    Q_PROPERTY(bool reduceMotion MEMBER m_reduceMotion NOTIFY reduceMotionChanged FINAL)
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged FINAL)
    Q_PROPERTY(QColor backgroundColor MEMBER m_backgroundColor NOTIFY colorsChanged FINAL)
    Q_PROPERTY(QColor pathColor MEMBER m_pathColor NOTIFY colorsChanged FINAL)
    Q_PROPERTY(QColor roseColor MEMBER m_roseColor NOTIFY colorsChanged FINAL)
    Q_PROPERTY(bool showLabels MEMBER m_showLabels WRITE setShowLabels NOTIFY showLabelsChanged FINAL)
    Q_PROPERTY(QFont labelFont MEMBER m_labelFont WRITE setLabelFont NOTIFY labelFontChanged FINAL)
    Q_PROPERTY(majlis::graph3d::LabelModel *labels READ labels CONSTANT FINAL)
    Q_PROPERTY(QColor roseDeepColor MEMBER m_roseDeepColor NOTIFY colorsChanged FINAL)

    // For the 3D view's camera and materials.
    Q_PROPERTY(QVector3D cameraPosition READ cameraPosition NOTIFY viewChanged FINAL)
    Q_PROPERTY(QQuaternion cameraRotation READ cameraRotation NOTIFY viewChanged FINAL)
    Q_PROPERTY(float clipNear READ clipNear NOTIFY viewChanged FINAL)
    Q_PROPERTY(float clipFar READ clipFar NOTIFY viewChanged FINAL)
    Q_PROPERTY(QVector3D fog READ fog NOTIFY viewChanged FINAL) // begins, ends (distance), strength 0 … 1
    Q_PROPERTY(QVector2D pixelSize READ pixelSize NOTIFY pixelSizeChanged FINAL) // in device pixels
    Q_PROPERTY(float pixelRatio READ pixelRatio NOTIFY pixelSizeChanged FINAL)
    // Where the view's corners are at the distance of what the camera looks at: top left, top right, bottom right,
    // bottom left, in the layout's units. A minimap's outline of what is visible.
    Q_PROPERTY(QList<QVector3D> viewOutline READ viewOutline NOTIFY viewChanged FINAL)
    Q_PROPERTY(float introTime READ introTime NOTIFY clockChanged FINAL) // seconds since the network appeared
    Q_PROPERTY(float joinTime READ joinTime NOTIFY clockChanged FINAL) // seconds since someone joined
    Q_PROPERTY(float roseTime READ roseTime NOTIFY clockChanged FINAL)
    Q_PROPERTY(bool filtered READ isFiltered NOTIFY filteredChanged FINAL)
    Q_PROPERTY(float linkAlpha READ linkAlpha NOTIFY networkChanged FINAL)
    Q_PROPERTY(float smallestPixels READ smallestPixels NOTIFY networkChanged FINAL) // radius, in device pixels
    Q_PROPERTY(float radiusUnit READ radiusUnit CONSTANT FINAL)
    // The rose of the largest tree is never drawn smaller than that: it is what the eye looks for first.
    Q_PROPERTY(int centreRose READ centreRose NOTIFY networkChanged FINAL)
    Q_PROPERTY(float centrePixels READ centrePixels NOTIFY pixelSizeChanged FINAL)
    Q_PROPERTY(float roseScale READ roseScaleFactor CONSTANT FINAL)
    Q_PROPERTY(bool large READ isLarge NOTIFY largeChanged FINAL) // too many nodes for links with a width
    Q_PROPERTY(bool leafLinks READ hasLeafLinks NOTIFY viewChanged FINAL)
    Q_PROPERTY(Drawing drawing READ drawing NOTIFY drawingChanged FINAL)
    // Unknown: the driver, unless it is a rasteriser in software.
    Q_PROPERTY(Drawing wantedDrawing READ wantedDrawing WRITE setWantedDrawing NOTIFY drawingChanged FINAL)
    Q_PROPERTY(QColor selectionColor MEMBER m_selectionColor NOTIFY colorsChanged FINAL)
    Q_PROPERTY(QColor hoverColor MEMBER m_hoverColor NOTIFY colorsChanged FINAL)
    // What the processor has drawn last, for the diagnostics: share of the detail that it had time for, and how fast.
    Q_PROPERTY(float detail READ detail NOTIFY pictureShown FINAL) // 0.02 … 1
    Q_PROPERTY(int drawnNodes READ drawnNodes NOTIFY pictureShown FINAL)
    Q_PROPERTY(int drawnLinks READ drawnLinks NOTIFY pictureShown FINAL)
    Q_PROPERTY(float paintMilliseconds READ paintMilliseconds NOTIFY pictureShown FINAL)
    Q_PROPERTY(QString detailText READ detailText NOTIFY pictureShown FINAL) // the same in one line
    Q_PROPERTY(bool softwareRendering READ isSoftwareRendering NOTIFY softwareRenderingChanged FINAL)
public:
    enum Drawing {
        Unknown, // there is no window yet
        ByDriver, // GraphicsView
        ByProcessor, // SoftSceneItem
    };
    Q_ENUM(Drawing)

    explicit SceneController(QQuickItem *parent = nullptr);
    ~SceneController() override;

    [[nodiscard]] NetworkModel *model() const { return m_model; }
    void setModel(NetworkModel *model);
    void setSelectedIndex(int index);
    [[nodiscard]] int hoveredIndex() const { return m_hoveredIndex; }
    void setDepthLimit(int limit);
    [[nodiscard]] QList<int> path() const { return m_path; }
    void setPath(const QList<int> &path);
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);

    [[nodiscard]] QVector3D cameraPosition() const { return m_camera.pose().eye(); }
    [[nodiscard]] QQuaternion cameraRotation() const { return m_camera.pose().rotation(); }
    [[nodiscard]] float clipNear() const { return m_camera.clipNear(); }
    [[nodiscard]] float clipFar() const { return m_camera.clipFar(); }
    [[nodiscard]] QVector3D fog() const;
    [[nodiscard]] QList<QVector3D> viewOutline() const { return m_camera.outline(); }
    [[nodiscard]] QVector2D pixelSize() const;
    [[nodiscard]] float pixelRatio() const;
    [[nodiscard]] float introTime() const { return m_introTime; }
    [[nodiscard]] float joinTime() const { return m_joinTime; }
    [[nodiscard]] float roseTime() const { return m_roseTime; }
    [[nodiscard]] bool isFiltered() const { return m_filtered; }
    [[nodiscard]] float linkAlpha() const;
    [[nodiscard]] float smallestPixels() const;
    [[nodiscard]] float radiusUnit() const;
    [[nodiscard]] float roseScaleFactor() const;
    [[nodiscard]] int centreRose() const { return m_model ? m_model->largestRoot() : -1; }
    [[nodiscard]] float centrePixels() const { return centreRosePixels * pixelRatio(); }
    [[nodiscard]] LabelModel *labels() { return m_sight.labels(); }
    void setShowLabels(bool shown);
    void setLabelFont(const QFont &font);
    // The node at a place of this item, in its coordinates; -1: none.
    [[nodiscard]] Q_INVOKABLE int nodeAt(const QPointF &at) { return m_sight.nodeAt(at); }
    [[nodiscard]] bool isLarge() const;
    // False while the links of people without referrals would be a few pixels each, and so many that they cost frames.
    [[nodiscard]] bool hasLeafLinks() const;
    [[nodiscard]] bool isSoftwareRendering() const { return m_softwareRendering; }

    [[nodiscard]] Drawing drawing() const;
    [[nodiscard]] Drawing wantedDrawing() const { return m_wantedDrawing; }
    void setWantedDrawing(Drawing wanted);
    [[nodiscard]] float detail() const { return m_detail; }
    [[nodiscard]] int drawnNodes() const { return m_report.nodes; }
    [[nodiscard]] int drawnLinks() const { return m_report.links; }
    [[nodiscard]] float paintMilliseconds() const { return m_paintMilliseconds; }
    [[nodiscard]] QString detailText() const;
    // Pictures that the processor has painted and the window shows or is about to.
    [[nodiscard]] quint64 picturesShown() const { return m_picturesShown; }
    // What is to be painted now, and that it is there; for SoftSceneItem.
    [[nodiscard]] SoftScene softScene() const;
    void noteShown(const OrbitCamera &camera, const PaintReport &report, float detail, float milliseconds);

    [[nodiscard]] const OrbitCamera &camera() const { return m_camera; }
    void setCameraPose(const CameraPose &pose);

    Q_INVOKABLE void flyTo(int index);
    Q_INVOKABLE void fit(bool resetAngles = false);
    // Shows what is within `radius` of `centre`: always, or only when none of `samples` is in view now.
    Q_INVOKABLE void frame(const QVector3D &centre, float radius, const QList<int> &samples, bool always);
    Q_INVOKABLE void zoom(float steps);
    Q_INVOKABLE void zoomAt(float factor, float x, float y);
    // An empty list lights everyone.
    Q_INVOKABLE void showMatches(const QList<int> &indices);
    // Paints the view as it is now, in full, `width` pixels wide (up to 8192), on a thread of its own, and writes it as
    // PNG; transparent: without the background. Labels and rings are not in it. The answer is pictureSaved.
    Q_INVOKABLE void savePicture(const QString &fileName, int width, bool transparent);
    Q_INVOKABLE QVector3D toVector(const QColor &color) const;

Q_SIGNALS:
    void modelChanged();
    void selectedIndexChanged();
    void hoveredIndexChanged();
    void depthLimitChanged();
    void pathChanged();
    void reduceMotionChanged();
    void activeChanged();
    void colorsChanged();
    void viewChanged();
    void pixelSizeChanged();
    void clockChanged();
    void filteredChanged();
    void networkChanged();
    void largeChanged();
    void softwareRenderingChanged();
    void drawingChanged();
    void pictureWanted(bool atRest); // of the processor
    void pictureShown();
    void pictureSaved(const QString &fileName, bool saved);
    void showLabelsChanged();
    void labelFontChanged();
    // The user chose a node (-1: clicked beside all), or asked for more about one.
    void activated(int index);
    void opened(int index);

protected:
    void geometryChange(const QRectF &now, const QRectF &before) override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseUngrabEvent() override;
    void wheelEvent(QWheelEvent *event) override;
    void hoverEnterEvent(QHoverEvent *event) override;
    void hoverMoveEvent(QHoverEvent *event) override;
    void hoverLeaveEvent(QHoverEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    static constexpr float joinSeconds = 1.2F;
    static constexpr int manyForSoftware = 8000; // nodes up to which links have a width

    void watch(QQuickWindow *window);
    void detectDriver();
    void advance();
    bool advanceClocks(float seconds);
    void wake();
    void onNetworkReset();
    void onPositions();
    void onAppearance();
    void cutMotion();
    void startJoin();
    void lookAgain();
    void lookFrom(const OrbitCamera &camera);
    void updateEmphasis();
    void paintNext(bool moving);
    void paintAtRest();

    // sceneinput.cpp
    void noteInput();
    void setHovered(int index);
    void updateHovered();
    bool command(int key);
    bool walk(int key);
    void moveBy(int key, float seconds);
    bool moveByHeldKeys(float seconds);

    QPointer<NetworkModel> m_model;
    QMetaObject::Connection m_frames;
    OrbitCamera m_camera;
    QElapsedTimer m_lastFrame;
    QElapsedTimer m_lastInput;
    SceneSight m_sight;
    QSet<int> m_heldKeys;
    std::optional<QPointF> m_pointer;
    QPointF m_pressedAt;
    QPointF m_draggedFrom;
    QList<int> m_path;
    QFont m_labelFont;
    QTimer m_restTimer;
    PaintReport m_report;
    QColor m_selectionColor{0xFF, 0xD9, 0xDC};
    QColor m_hoverColor{0xF4, 0xED, 0xF2};
    QColor m_backgroundColor{0x14, 0x10, 0x1A};
    QColor m_pathColor{0xF2, 0xC4, 0x5A};
    QColor m_roseColor{0xE8, 0xB4, 0xB8};
    QColor m_roseDeepColor{0x6B, 0x5B, 0x95};
    float m_introTime = 0.0F;
    float m_introEnd = 0.0F;
    float m_joinTime = 0.0F;
    float m_roseTime = 0.0F;
    int m_selectedIndex = -1;
    int m_hoveredIndex = -1;
    int m_depthLimit = 0;
    bool m_reduceMotion = false;
    bool m_active = true;
    bool m_showLabels = true;
    bool m_dragging = false;
    bool m_viewStale = false; // something that can be seen has changed since the last frame
    bool m_filtered = false;
    bool m_joining = false;
    bool m_placed = false; // the layout has said where the nodes of this network begin
    bool m_autoFit = false; // until the user moves the camera, the view follows the growing layout
    bool m_softwareRendering = false;
    // Drawing by the processor.
    Drawing m_wantedDrawing = Unknown;
    bool m_driverKnown = false;
    bool m_pictureStale = false; // something that is drawn has changed since the last picture was asked for
    bool m_lookStale = false; // the picture in hand is of another view than the labels are
    bool m_painting = false;
    bool m_paintingAtRest = false;
    float m_detail = 1.0F;
    float m_paintMilliseconds = 0.0F;
    quint64 m_picturesShown = 0;
    int m_ahead = 0; // pictures that came since the window's last frame
};

} // namespace majlis::graph3d
