// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/networkviewmodel.h"

#include <algorithm>

namespace majlis::viewmodels
{

/// Texts of the rows from the network that is held.
class NetworkViewModel::Texts : public NetworkTreeModel::Texts
{
public:
    [[nodiscard]] QVariant text(std::uint32_t, NetworkTreeModel::Role) const override { return {}; }
};

NetworkViewModel::NetworkViewModel(QObject *parent)
    : AsyncState(parent)
    , m_texts(std::make_unique<Texts>())
    , m_tree(std::make_unique<NetworkTreeModel>(*m_texts))
{
}

NetworkViewModel::~NetworkViewModel() = default;

void NetworkViewModel::setDepthLimit(int depth)
{
    const int bounded = std::clamp(depth, 1, 7);
    if (m_depthLimit == bounded) {
        return;
    }
    m_depthLimit = bounded;
    m_tree->setDepthLimit(bounded);
    Q_EMIT depthLimitChanged();
}

bool NetworkViewModel::isEmpty() const
{
    return status() == Status::Ready && m_personCount <= 1;
}

void NetworkViewModel::select(int) { }
void NetworkViewModel::selectAndFly(int) { }
void NetworkViewModel::showAddress(const QString &) { }
void NetworkViewModel::refresh() { }
void NetworkViewModel::cancel() { }
void NetworkViewModel::copyAddress() { }

} // namespace majlis::viewmodels
