// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/peopleexport.h"

#include "graph3d/scene/networkstate.h"
#include "viewmodels/format/names.h"

namespace majlis::viewmodels
{

namespace
{
constexpr qsizetype texelSize = 4;
}

PeopleExport::PeopleExport(NetworkPeople people, Looks looks)
    : m_people(std::move(people))
    , m_looks(std::move(looks))
{
}

ExportPerson PeopleExport::person(std::uint32_t index) const
{
    ExportPerson person;
    person.address = m_people.addressText(index);
    person.id = person.address.isEmpty() ? QStringLiteral("n%1").arg(index) : person.address;
    person.name = m_people.name(index);
    person.chain = format::plainName(m_people.chain(index).text());
    person.depth = m_people.depth(index);
    person.parent = m_people.parent(index);
    person.verified = m_people.isVerified(index);
    person.joinedAt = m_people.joinedAt(index);
    person.balance = m_people.balance(index);
    person.directReferrals = m_people.directReferrals(index);
    person.totalDescendants = m_people.totalDescendants(index);
    return person;
}

ExportLook PeopleExport::look(std::uint32_t index) const
{
    ExportLook look;
    const int node = static_cast<int>(index);
    if (m_looks.positions && m_looks.positions->contains(node)) {
        const QVector3D place = m_looks.positions->position(node);
        look.position = {place.x(), place.y(), place.z()};
    }
    const qsizetype texel = texelSize * static_cast<qsizetype>(index);
    if (texel + texelSize <= m_looks.attributes.size() && !m_looks.palette.isEmpty()) {
        const auto byte = [&](graph3d::AttributeChannel channel) {
            return static_cast<std::uint8_t>(m_looks.attributes[texel + channel]);
        };
        const QColor color = m_looks.palette[byte(graph3d::ColorChannel) % m_looks.palette.size()];
        look.color = {static_cast<std::uint8_t>(color.red()), static_cast<std::uint8_t>(color.green()),
            static_cast<std::uint8_t>(color.blue())};
        look.radius = graph3d::radiusOfCode(byte(graph3d::SizeChannel));
    }
    return look;
}

} // namespace majlis::viewmodels
