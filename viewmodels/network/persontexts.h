// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"
#include "viewmodels/network/networkpeople.h"
#include "viewmodels/network/networksearchmodel.h"
#include "viewmodels/network/networktreemodel.h"
#include "viewmodels/network/persondetails.h"
#include "viewmodels/network/uplinemodel.h"

namespace majlis::graph3d
{
class NetworkModel;
}

namespace majlis::viewmodels
{

/// What people are called and what is said of them: for the table, the search, the labels of the scene and the panel
/// beside it. GUI thread.
class PersonTexts : public NetworkTreeModel::Texts
{
public:
    /// All outlive this object.
    PersonTexts(const NetworkPeople &people, const graph3d::NetworkModel &model, const Clock &clock);

    // Precondition: node < people.count(), but for text(), which says nothing of the others.
    [[nodiscard]] QVariant text(std::uint32_t node, NetworkTreeModel::Role role) const override;
    [[nodiscard]] QString label(std::uint32_t node) const; ///< the name, or the short address
    [[nodiscard]] SearchHit hit(std::uint32_t node) const;
    [[nodiscard]] PersonDetails details(std::uint32_t node, const std::optional<Address> &self) const;
    /// Who brought this person, who brought them, and so on: the nearest first, up to the root.
    [[nodiscard]] std::vector<UplineRow> upline(std::uint32_t node) const;

private:
    const NetworkPeople &m_people;
    const graph3d::NetworkModel &m_model;
    const Clock &m_clock;
};

} // namespace majlis::viewmodels
