// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"
#include "viewmodels/common/rowsmodel.h"
#include "viewmodels/network/newestrun.h"
#include "viewmodels/network/peoplecolours.h"

#include <QString>
#include <QtQml/qqmlregistration.h>

namespace majlis::graph3d
{
class NetworkModel;
}

namespace majlis::viewmodels
{

class PersonTexts;

/// A line of the legend.
struct LegendRow {
    int colour = 0; ///< into the palette of peoplecolours.h
    QString text; ///< "Level 3", "500 to 1,000"
    QString people; ///< how many have this colour
    int node = -1; ///< whose branch, -1: no branch
    bool operator==(const LegendRow &) const = default;
};

class LegendModel : public RowsModel<LegendRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by NetworkColoursViewModel")

public:
    enum Role {
        ColourRole = Qt::UserRole + 1, ///< int
        TextRole, ///< QString
        PeopleRole, ///< QString
        NodeIndexRole, ///< int
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const LegendRow &row, int role) const override;
    [[nodiscard]] bool isSame(const LegendRow &left, const LegendRow &right) const override
    {
        return left.text == right.text && left.node == right.node;
    }
};

/// What the colours and sizes of the scene say, and the legend that explains them. The arrays are made on a worker
/// thread. GUI thread.
class NetworkColoursViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by NetworkViewModel")
    Q_PROPERTY(Colouring colourBy READ colourBy WRITE setColourBy NOTIFY changed FINAL)
    Q_PROPERTY(Sizing sizeBy READ sizeBy WRITE setSizeBy NOTIFY changed FINAL)
    Q_PROPERTY(majlis::viewmodels::LegendModel *legend READ legend CONSTANT FINAL)
    Q_PROPERTY(QString sizeText READ sizeText NOTIFY changed FINAL) ///< what a large sphere means
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged FINAL)

public:
    enum class Colouring { Depth, Branch, Balance, Age }; ///< as ColourBy
    Q_ENUM(Colouring)
    enum class Sizing { ByBalance, ByPeople, Equal }; ///< as SizeBy
    Q_ENUM(Sizing)

    /// All outlive this object.
    NetworkColoursViewModel(const NetworkPeople &people, const PersonTexts &texts, graph3d::NetworkModel &scene,
        const Clock &clock, QObject *parent = nullptr);
    ~NetworkColoursViewModel() override;

    [[nodiscard]] Colouring colourBy() const { return m_colourBy; }
    void setColourBy(Colouring by);
    [[nodiscard]] Sizing sizeBy() const { return m_sizeBy; }
    void setSizeBy(Sizing by);
    [[nodiscard]] LegendModel *legend() { return &m_legend; }
    [[nodiscard]] QString sizeText() const;
    [[nodiscard]] bool isBusy() const { return m_run.isBusy(); }

    void restart(); ///< others are there now
    void touch(); ///< somebody joined or changed; looks again soon

Q_SIGNALS:
    void changed();
    void busyChanged();
    /// By person, into the palette: for the dots of the table.
    void coloursChanged(const std::vector<std::uint8_t> &colours);

private:
    struct Made {
        PeopleColours colours;
        std::vector<float> sizes;
    };
    void start();
    void take(Made made);
    [[nodiscard]] QString meaningText(const ColourMeaning &meaning) const;

    const NetworkPeople &m_people;
    const PersonTexts &m_texts;
    graph3d::NetworkModel &m_scene;
    const Clock &m_clock;
    LegendModel m_legend;
    QTimer m_soon;
    NewestRun<Made> m_run{*this};
    Colouring m_colourBy = Colouring::Depth;
    Sizing m_sizeBy = Sizing::ByBalance;
};

} // namespace majlis::viewmodels
