// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/tour/tournetwork.h"

#include <algorithm>
#include <vector>

namespace majlis::client
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace majlis::viewmodels;
using graph3d::NetworkModel;

namespace
{
constexpr std::chrono::milliseconds layoutRest = 90s;
}

void NetworkTour::pages()
{
    people();
    colours();
    filters();
    growth();
    branches();
}

void NetworkTour::people()
{
    const auto atRest = [this] {
        return network().personCount() > 1
            && (network().model()->layoutState() == NetworkModel::LayoutState::Settled
                || network().model()->progress() > 0.97);
    };
    step({}, [this] { m_root.shell()->open(page::Id::Network); }, atRest, layoutRest);
    step(u"network"_s, [] {}, [this] { return network().colours()->legend()->rowCount() > 0; });
    step(
        u"network-search"_s, [this] { network().search()->setQuery(u"an"_s); },
        [this] { return !network().search()->isSearching() && !network().search()->summary().isEmpty(); });
    step(
        u"network-selected"_s,
        [this] {
            network().search()->setQuery({});
            const NetworkModel &scene = *network().model();
            int deepest = 0;
            for (int node = 0; node < network().personCount(); ++node) {
                deepest = scene.depthOf(node) > scene.depthOf(deepest) ? node : deepest;
            }
            network().selectAndFly(deepest);
        },
        [this] { return network().selection().present; });
    step(
        u"network-depth-2"_s,
        [this] {
            network().select(-1);
            network().setDepthLimit(2);
            network().filters()->frame();
        },
        [this] { return network().depthLimit() == 2 && !network().filters()->countText().isEmpty(); });
    step({}, [this] { network().filters()->clear(); }, [this] { return network().filters()->countText().isEmpty(); });
}

void NetworkTour::colours()
{
    using Vm = NetworkColoursViewModel;
    const auto made = [this] { return !network().colours()->isBusy() && !network().model()->isLookPending(); };
    const auto colour = [this, made](const QString &name, Vm::Colouring by, Vm::Sizing size) {
        step(
            name,
            [this, by, size] {
                network().colours()->setColourBy(by);
                network().colours()->setSizeBy(size);
                network().filters()->frame();
            },
            made);
    };
    colour(u"network-colour-branch"_s, Vm::Colouring::Branch, Vm::Sizing::ByPeople);
    colour(u"network-colour-balance"_s, Vm::Colouring::Balance, Vm::Sizing::ByBalance);
    colour(u"network-colour-age"_s, Vm::Colouring::Age, Vm::Sizing::Equal);
    colour({}, Vm::Colouring::Depth, Vm::Sizing::ByBalance);
}

void NetworkTour::filters()
{
    step(
        u"network-filters"_s,
        [this] {
            network().setPanel(NetworkViewModel::Panel::Filters);
            network().filters()->setVerified(NetworkFilterViewModel::Verified::Only);
            network().filters()->setLeastText(u"100"_s);
        },
        [this] { return !network().filters()->countText().isEmpty() && !network().model()->isLookPending(); });
    step(
        u"network-filters-wrong"_s,
        [this] {
            network().filters()->setMostText(u"ten"_s);
            network().filters()->setFromText(u"yesterday"_s);
        },
        [this] { return !network().filters()->fromError().isEmpty(); });
    step(
        {},
        [this] {
            network().filters()->clear();
            network().setPanel(NetworkViewModel::Panel::None);
        },
        [this] { return network().filters()->countText().isEmpty() && !network().model()->isLookPending(); });
}

void NetworkTour::growth()
{
    step({}, [this] { network().growth()->setOpen(true); }, [this] { return network().growth()->isAvailable(); });
    step(
        u"network-growth"_s, [this] { network().growth()->setPosition(0.15); },
        [this] { return !network().filters()->countText().isEmpty() && !network().model()->isLookPending(); });
    step({}, [this] { network().growth()->setOpen(false); }, [this] { return !network().model()->isLookPending(); });
}

void NetworkTour::branches()
{
    step(
        u"network-branch"_s,
        [this] {
            network().setPanel(NetworkViewModel::Panel::Branches);
            network().selectAndFly(largestBranch(0));
        },
        [this] { return network().branches()->isExplained(); });
    step(
        u"network-branch-compare"_s,
        [this] {
            network().branches()->gather(largestBranch(0));
            network().branches()->gather(largestBranch(1));
        },
        [this] { return network().branches()->compared()->rowCount() > 0; });
    step(
        u"network-branch-alone"_s,
        [this] {
            network().setPanel(NetworkViewModel::Panel::None);
            network().branches()->makeTop(largestBranch(0));
        },
        [this] { return !network().filters()->countText().isEmpty() && !network().model()->isLookPending(); });
    step(
        {},
        [this] {
            network().branches()->leaveTop();
            network().branches()->dropAll();
            network().select(-1);
        },
        [this] { return network().filters()->countText().isEmpty(); });
}

int NetworkTour::largestBranch(int place) const
{
    const NetworkModel &scene = *m_root.network()->model();
    std::vector<int> below(static_cast<std::size_t>(scene.capacity()), 0);
    std::vector<int> heads;
    for (int node = scene.capacity() - 1; node >= 0; --node) {
        if (const int parent = scene.parentOf(node); parent >= 0) {
            below[static_cast<std::size_t>(parent)] += below[static_cast<std::size_t>(node)] + 1;
        }
        if (scene.depthOf(node) == 1) {
            heads.push_back(node);
        }
    }
    std::ranges::stable_sort(heads, std::greater{}, [&](int node) { return below[static_cast<std::size_t>(node)]; });
    return heads.empty() ? 0 : heads[std::min(static_cast<std::size_t>(place), heads.size() - 1)];
}

} // namespace majlis::client
