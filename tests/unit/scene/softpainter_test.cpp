// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that the processor paints: known scenes, compared with what they must be.
#include "graph3d/scene/networkstate.h"
#include "graph3d/scene/softpainter.h"

#include <QColor>
#include <QImage>

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <random>
#include <set>

using namespace majlis::graph3d;

namespace
{

struct Place {
    float x;
    float y;
    float z;
    int parent = -1;
};

std::shared_ptr<PositionSnapshot> snapshotOf(const std::vector<Place> &places)
{
    auto snapshot = std::make_shared<PositionSnapshot>();
    snapshot->count = static_cast<int>(places.size());
    snapshot->texels = QByteArray(qsizetype{textureRows(places.size())} * textureWidth * 16, '\0');
    auto *out = reinterpret_cast<float *>(snapshot->texels.data());
    for (const Place &place : places) {
        for (const float value : {place.x, place.y, place.z, static_cast<float>(place.parent)})
            *out++ = value;
    }
    measureExtent(*snapshot);
    return snapshot;
}

// Colour 0, ordinary size, nobody a rose.
QByteArray plainAttributes(std::size_t count)
{
    QByteArray attributes(qsizetype{textureRows(count)} * textureWidth * 4, '\0');
    for (std::size_t i = 0; i < count; ++i)
        attributes[static_cast<qsizetype>(i) * 4 + SizeChannel] = static_cast<char>(sizeCode(1.0F));
    return attributes;
}

SoftScene sceneFrom(float distance, const QVector3D &target = {}, const QSize &size = {320, 240})
{
    SoftScene scene;
    scene.camera.setViewport(size);
    scene.camera.setExtent(target, distance);
    scene.camera.setPose({.target = target, .yaw = 0, .pitch = 0, .distance = distance});
    scene.size = size;
    scene.fog = {1e6F, 2e6F, 0};
    scene.palette.fill({1.0F, 0.0F, 0.0F});
    scene.palette[1] = {0.0F, 0.0F, 1.0F};
    scene.rose = scene.roseDeep = {0.0F, 1.0F, 0.0F};
    scene.path = {1.0F, 1.0F, 0.0F};
    scene.smallestPixels = 0.75F;
    return scene;
}

QImage paint(const SoftScene &scene, const NodeCells &cells, float detail = 1.0F, PaintReport *report = nullptr)
{
    QImage image(scene.size, QImage::Format_RGBA8888_Premultiplied);
    image.fill(Qt::magenta); // what was there before does not matter
    SoftPainter painter(2);
    const std::atomic<bool> never = false;
    const PaintReport made = painter.paint(scene, cells, detail, reinterpret_cast<Pixel *>(image.bits()), never);
    CHECK(made.complete);
    if (report)
        *report = made;
    return image;
}

std::vector<Place> cloud(int count, float radius, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal(0.0F, radius / 2);
    std::vector<Place> places;
    for (int i = 0; i < count; ++i)
        places.push_back({normal(random), normal(random), normal(random), i == 0 ? -1 : i / 4});
    return places;
}

double brightness(const QImage &image)
{
    double sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            sum += qGray(image.pixel(x, y));
    }
    return sum;
}

} // namespace

TEST_CASE("a sphere stands where the camera says, as large as it must be, lit from above left, with a smooth border",
    "[scene]")
{
    const std::vector<Place> places{{0, 0, 0}};
    const SoftScene scene = sceneFrom(50);
    const QImage image = paint(scene, NodeCells(snapshotOf(places), plainAttributes(1)));
    const float radius = 5.0F * scene.camera.pixelsPerUnit(50.0F);
    double area = 0;
    for (int y = 0; y < 240; ++y) {
        for (int x = 0; x < 320; ++x) {
            const QColor color = image.pixelColor(x, y);
            const double away = std::hypot(x + 0.5 - 160, y + 0.5 - 120);
            if (away < static_cast<double>(radius) - 1.5) {
                CHECK(color.red() > 80);
                area += 1;
            } else if (away > static_cast<double>(radius) + 1.5) {
                CHECK(color == QColor(Qt::black));
            } else {
                area += std::min(1.0, color.redF() / 0.45);
            }
        }
    }
    CHECK(area == Approx(3.1416 * static_cast<double>(radius * radius)).epsilon(0.05));
    const int off = static_cast<int>(radius / 2);
    CHECK(image.pixelColor(160 - off, 120 - off).red() > image.pixelColor(160 + off, 120 + off).red() + 40);
    std::set<int> shades; // along the silhouette
    for (int y = 0; y < 240; ++y)
        shades.insert(image.pixelColor(160 + static_cast<int>(radius), y).red());
    CHECK(shades.size() > 4);
}

TEST_CASE("what is nearer hides what is farther, in whatever order they come", "[scene]")
{
    QByteArray attributes = plainAttributes(2);
    attributes[4 + ColorChannel] = 1;
    const SoftScene scene = sceneFrom(100);
    const QImage redFirst = paint(scene, NodeCells(snapshotOf({{0, 0, 20}, {0, 0, -20}}), attributes));
    const QImage blueFirst = paint(scene, NodeCells(snapshotOf({{0, 0, -20}, {0, 0, 20}}), attributes));
    CHECK(redFirst.pixelColor(160, 120).red() > 200);
    CHECK(redFirst.pixelColor(160, 120).blue() < 140);
    CHECK(blueFirst.pixelColor(160, 120).blue() > 200);
}

TEST_CASE("links go from who brought to who came, behind what is nearer", "[scene]")
{
    const std::vector<Place> places{{-40, 0, 0}, {40, 0, 0, 0}, {0, 0, 30}};
    SoftScene scene = sceneFrom(150);
    scene.linkAlpha = 1.0F;
    const QImage image = paint(scene, NodeCells(snapshotOf(places), plainAttributes(3)));
    const float perUnit = scene.camera.pixelsPerUnit(150.0F);
    const int between = 160 - static_cast<int>(25 * perUnit);
    CHECK(image.pixelColor(between, 120).green() + image.pixelColor(between, 119).green() > 150);
    CHECK(image.pixelColor(between, 110) == QColor(Qt::black));
    CHECK(image.pixelColor(160, 120).red() > 200); // the node before it
    CHECK(image.pixelColor(160, 120).green() < 140);
}

TEST_CASE("faded, hidden and found people look it, and a transparent picture has nothing behind", "[scene]")
{
    const auto places = snapshotOf({{-30, 0, 0}, {0, 0, 0}, {30, 0, 0}});
    QByteArray attributes = plainAttributes(3);
    attributes[BitsChannel] = static_cast<char>(FadedBit);
    attributes[8 + BitsChannel] = static_cast<char>(HiddenBit);
    SoftScene scene = sceneFrom(150);
    scene.transparent = true;
    const QImage image = paint(scene, NodeCells(places, attributes));
    const int step = static_cast<int>(30 * scene.camera.pixelsPerUnit(150.0F));
    CHECK(qAlpha(image.pixel(160, 120)) == 255);
    CHECK(qAlpha(image.pixel(160 - step, 120)) > 8);
    CHECK(qAlpha(image.pixel(160 - step, 120)) < 30);
    CHECK(qAlpha(image.pixel(160 + step, 120)) == 0);
    CHECK(qAlpha(image.pixel(5, 5)) == 0);
}

TEST_CASE("the cells have everyone once, in their true boxes, by importance", "[scene]")
{
    const auto places = cloud(20000, 500, 3);
    QByteArray attributes = plainAttributes(places.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        attributes[static_cast<qsizetype>(i) * 4 + SizeChannel] = static_cast<char>(i * 37 % 256);
    attributes[7 * 4 + BitsChannel] = RoseBit;
    attributes[9 * 4 + BitsChannel] = static_cast<char>(HiddenBit);
    const NodeCells cells(snapshotOf(places), attributes);
    CHECK(cells.roses.size() == 1);
    CHECK(cells.nodes.size() == places.size() - 2);
    CHECK(cells.cells.size() > 100);
    std::vector<int> seen(places.size(), 0);
    std::uint32_t next = 0;
    for (const NodeCells::Cell &cell : cells.cells) {
        CHECK(cell.begin == next);
        next = cell.end;
        for (std::uint32_t i = cell.begin; i < cell.end; ++i) {
            const NodeCells::Node &node = cells.nodes[i];
            ++seen[static_cast<std::size_t>(node.index)];
            CHECK((node.at.x >= cell.low.x && node.at.x <= cell.high.x && node.at.z >= cell.low.z
                && node.at.z <= cell.high.z && node.at.y >= cell.low.y && node.at.y <= cell.high.y));
            if (i > cell.begin)
                CHECK(node.size <= cells.nodes[i - 1].size);
        }
    }
    CHECK(next == cells.nodes.size());
    for (std::size_t i = 0; i < seen.size(); ++i)
        CHECK(seen[i] == (i == 7 || i == 9 ? 0 : 1));
}

TEST_CASE("from near, every node in the view is drawn, none beside it costs anything", "[scene]")
{
    const auto places = cloud(20000, 500, 4);
    const NodeCells cells(snapshotOf(places), plainAttributes(places.size()));
    const SoftScene scene = sceneFrom(200);
    const Projector projector = scene.camera.projector();
    int inside = 0;
    for (const Place &place : places) {
        const auto at = projector.project({place.x, place.y, place.z});
        inside += at && at->x() >= 0 && at->x() < 320 && at->y() >= 0 && at->y() < 240 ? 1 : 0;
    }
    PaintReport report;
    (void)paint(scene, cells, 1.0F, &report);
    CHECK(report.nodes >= inside);
    CHECK(report.cells < static_cast<int>(cells.cells.size()));
}

TEST_CASE("little detail draws few nodes, but about as much light; found ones are always among them", "[scene]")
{
    const auto places = cloud(60000, 400, 5);
    QByteArray attributes = plainAttributes(places.size());
    SoftScene scene = sceneFrom(1500);
    scene.linkAlpha = 0.0F;
    PaintReport full;
    PaintReport little;
    const QImage all = paint(scene, NodeCells(snapshotOf(places), attributes), 1.0F, &full);
    const QImage some = paint(scene, NodeCells(snapshotOf(places), attributes), 0.1F, &little);
    CHECK(little.nodes < full.nodes / 2);
    CHECK(little.represented > little.nodes);
    CHECK(brightness(some) > brightness(all) * 0.6);
    CHECK(brightness(some) < brightness(all) * 1.4);

    attributes[12345 * 4 + BitsChannel] = MatchBit;
    attributes[12345 * 4 + ColorChannel] = 1;
    scene.filtered = true;
    const QImage found = paint(scene, NodeCells(snapshotOf(places), attributes), 0.02F);
    int blue = 0;
    for (int y = 0; y < 240; ++y) {
        for (int x = 0; x < 320; ++x)
            blue += found.pixelColor(x, y).blue() > 60 ? 1 : 0;
    }
    CHECK(blue > 0);
}

TEST_CASE("a picture is the same with any number of threads, and stops when it is told to", "[scene]")
{
    const auto places = cloud(5000, 300, 6);
    const NodeCells cells(snapshotOf(places), plainAttributes(places.size()));
    const SoftScene scene = sceneFrom(700);
    std::array<QImage, 2> images;
    for (unsigned threads = 1; threads <= 2; ++threads) {
        QImage &image = images[threads - 1];
        image = QImage(scene.size, QImage::Format_RGBA8888_Premultiplied);
        SoftPainter painter(threads * 2 - 1);
        const std::atomic<bool> never = false;
        (void)painter.paint(scene, cells, 0.5F, reinterpret_cast<Pixel *>(image.bits()), never);
    }
    CHECK(images[0] == images[1]);
    const std::atomic<bool> now = true;
    CHECK_FALSE(SoftPainter(1).paint(scene, cells, 1.0F, reinterpret_cast<Pixel *>(images[0].bits()), now).complete);
}
