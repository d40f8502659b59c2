// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exportcommand.h"

#include "app/cli/networkinput.h"
#include "graph3d/layout/layout.h"
#include "models/domain/export/networkexport.h"
#include "models/domain/export/pseudonyms.h"
#include "models/platforms/habibi/networksnapshot.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace majlis::cli
{

namespace
{

constexpr auto usageLine = "export NETWORK OUT.csv|.graphml|.gexf|.glb|.svg [--pseudonyms] [--json]";
constexpr int secretBytes = 32;
constexpr float nodeRadius = 3.0F;

// A colour a generation, as the program's dark theme has them.
constexpr std::array<std::array<std::uint8_t, 3>, 8> generationColors{
    {{0xe8, 0xb4, 0xb8}, {0x22, 0x82, 0xfa}, {0xfa, 0xe2, 0x4c}, {0x10, 0x7c, 0x58}, {0x1c, 0xc4, 0xfa},
        {0x46, 0x7c, 0x10}, {0x7c, 0xe2, 0x76}, {0x10, 0x76, 0x8e}}};

/// A network's file as it is exported; nobody has a place before layOut().
class FileSource : public ExportSource
{
public:
    explicit FileSource(NetworkFile network)
        : m_snapshot(std::move(network))
        , m_network(m_snapshot.file())
    {
    }

    void layOut()
    {
        m_layout.emplace(graph3d::Graph::fromParents(m_network.parents()), graph3d::LayoutOptions{});
        while (!m_layout->isSettled())
            m_layout->tick();
    }

    [[nodiscard]] std::uint32_t count() const override { return m_network.nodeCount(); }

    [[nodiscard]] ExportPerson person(std::uint32_t index) const override
    {
        ExportPerson person;
        person.name = m_network.name(index);
        const auto address = m_snapshot.address(index);
        person.address = address ? address->text() : QString();
        person.id = person.address.isEmpty() ? u"n"_s + QString::number(index) : person.address;
        person.depth = m_network.depths()[index];
        if (m_network.parents()[index] != noParent)
            person.parent = m_network.parents()[index];
        if (!person.address.isEmpty())
            person.verified = m_network.isVerified(index);
        person.chain = m_snapshot.chain(index).text();
        person.joinedAt = m_network.joinedAt(index);
        person.balance = m_network.balance(index);
        if (!m_network.directReferrals().empty())
            person.directReferrals = m_network.directReferrals()[index];
        if (!m_network.totalDescendants().empty())
            person.totalDescendants = m_network.totalDescendants()[index];
        return person;
    }

    [[nodiscard]] ExportLook look(std::uint32_t index) const override
    {
        ExportLook look;
        if (m_layout) {
            const graph3d::Vec3 place = m_layout->position(index);
            look.position = {place.x, place.y, place.z};
        }
        look.color = generationColors[m_network.depths()[index] % generationColors.size()];
        look.radius = nodeRadius;
        return look;
    }

private:
    habibi::NetworkSnapshot m_snapshot;
    const NetworkFile &m_network;
    std::optional<graph3d::Layout> m_layout;
};

bool hasPlaces(ExportFormat format)
{
    return format == ExportFormat::Gexf || format == ExportFormat::Gltf || format == ExportFormat::Svg;
}

QByteArray newSecret()
{
    QByteArray secret(secretBytes, Qt::Uninitialized);
    QRandomGenerator::system()->generate(secret.begin(), secret.end());
    return secret;
}

int fail(const Error &error)
{
    const QString reason = error.reason.isEmpty() ? QString() : error.reason + u": "_s;
    std::fprintf(stderr, "majlis-cli export: %s\n", qUtf8Printable(reason + error.detail));
    return failed;
}

int run(const QStringList &arguments)
{
    QStringList words = arguments;
    const bool json = words.removeAll(u"--json"_s) > 0;
    const bool pseudonyms = words.removeAll(u"--pseudonyms"_s) > 0;
    const auto format = words.size() == 2 ? exportFormatOf(words[1]) : std::nullopt;
    if (!format || words[0].startsWith(u'-') || words[1].startsWith(u'-')) {
        std::fprintf(stderr, "usage: majlis-cli %s\n", usageLine);
        return badUsage;
    }
    auto network = readNetwork(words[0]);
    if (!network)
        return fail(network.error());
    FileSource source(std::move(*network));
    if (hasPlaces(*format))
        source.layOut();
    const PseudonymousSource masked(source, newSecret());
    const ExportSource &shown = pseudonyms ? static_cast<const ExportSource &>(masked) : source;
    const auto written = exportNetwork(shown, *format, words[1], [](double) { return true; });
    if (!written)
        return fail(written.error());
    const qint64 bytes = QFileInfo(words[1]).size();
    if (json) {
        const QJsonObject line{{u"people"_s, static_cast<qint64>(source.count())}, {u"bytes"_s, bytes}};
        std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    } else {
        std::printf("%u people: %lld bytes\n", source.count(), static_cast<long long>(bytes));
    }
    return ok;
}

} // namespace

Command exportCommand()
{
    return {"export", usageLine, run};
}

} // namespace majlis::cli
