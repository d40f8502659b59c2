// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/positionsnapshot.h"
#include "models/domain/export/exportsource.h"
#include "viewmodels/network/networkpeople.h"

#include <QColor>
#include <QList>

#include <memory>

namespace majlis::viewmodels
{

/// The people of a network as they are exported, with their places and colours in the scene. A value made on the GUI
/// thread of what is shared, for reading on a worker thread.
class PeopleExport : public ExportSource
{
public:
    /// How the scene shows them: `attributes` as NetworkState::attributes(), `palette` as NetworkModel::palette().
    struct Looks {
        std::shared_ptr<const graph3d::PositionSnapshot> positions; ///< null: nobody has a place
        QByteArray attributes;
        QList<QColor> palette;
    };

    PeopleExport(NetworkPeople people, Looks looks);

    [[nodiscard]] std::uint32_t count() const override { return m_people.count(); }
    [[nodiscard]] ExportPerson person(std::uint32_t index) const override;
    [[nodiscard]] ExportLook look(std::uint32_t index) const override;

private:
    NetworkPeople m_people;
    Looks m_looks;
};

} // namespace majlis::viewmodels
