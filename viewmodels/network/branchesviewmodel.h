// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/graph/branches.h"
#include "viewmodels/home/homemodels.h"
#include "viewmodels/network/branchesmodel.h"
#include "viewmodels/network/networklens.h"
#include "viewmodels/network/newestrun.h"

#include <QString>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace majlis::viewmodels
{

class PersonTexts;

/// Several people and everyone below them, each once.
struct GatheredFacts {
    std::vector<Result<BranchFacts>> branches; ///< in the order asked for
    std::int64_t people = 0; ///< those gathered and everyone below, each once
    std::int64_t verified = 0;
    std::int64_t unknownBalances = 0;
    Result<Amount> balance;
};
/// O(n) for each; worker threads.
[[nodiscard]] GatheredFacts gatheredFacts(const NetworkPeople &people, const std::vector<std::uint32_t> &nodes);

/// Branches: what one counts for and why, several side by side, and one looked at as if it were the whole network.
/// Sums are exact and made on a worker thread. GUI thread.
class BranchesViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by NetworkViewModel")
    /// Whose branch is explained: the selected person's, or the top's when nobody is selected.
    Q_PROPERTY(QString name READ name NOTIFY explainedChanged FINAL)
    Q_PROPERTY(QString strength READ strength NOTIFY explainedChanged FINAL)
    Q_PROPERTY(majlis::viewmodels::StrengthModel *terms READ terms CONSTANT FINAL)
    Q_PROPERTY(QString note READ note NOTIFY explainedChanged FINAL) ///< what the sums leave out; empty: nothing
    Q_PROPERTY(bool explained READ isExplained NOTIFY explainedChanged FINAL)

    Q_PROPERTY(majlis::viewmodels::BranchesModel *gathered READ gathered CONSTANT FINAL)
    Q_PROPERTY(int gatheredCount READ gatheredCount NOTIFY gatheredChanged FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY summaryChanged FINAL) ///< "1,204 people, 120 verified, 9,120.25 …"
    Q_PROPERTY(majlis::viewmodels::ComparedModel *compared READ compared CONSTANT FINAL) ///< the first two gathered
    Q_PROPERTY(QString leftName READ leftName NOTIFY summaryChanged FINAL)
    Q_PROPERTY(QString rightName READ rightName NOTIFY summaryChanged FINAL)

    Q_PROPERTY(int top READ top NOTIFY topChanged FINAL) ///< whose branch is looked at as the whole; -1: none
    Q_PROPERTY(QString topName READ topName NOTIFY topChanged FINAL)

public:
    static constexpr std::size_t mostGathered = 12;

    /// All outlive this object.
    BranchesViewModel(
        const NetworkPeople &people, const PersonTexts &texts, NetworkLens &lens, QObject *parent = nullptr);
    ~BranchesViewModel() override;

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString strength() const { return m_strength; }
    [[nodiscard]] StrengthModel *terms() { return &m_terms; }
    [[nodiscard]] QString note() const { return m_note; }
    [[nodiscard]] bool isExplained() const { return !m_strength.isEmpty(); }
    [[nodiscard]] BranchesModel *gathered() { return &m_gathered; }
    [[nodiscard]] int gatheredCount() const { return static_cast<int>(m_nodes.size()); }
    [[nodiscard]] QString summary() const { return m_summary; }
    [[nodiscard]] ComparedModel *compared() { return &m_compared; }
    [[nodiscard]] QString leftName() const;
    [[nodiscard]] QString rightName() const;
    [[nodiscard]] int top() const { return m_top; }
    [[nodiscard]] QString topName() const;

    /// -1: the network's own root.
    void explain(int node);
    Q_INVOKABLE void gather(int node); ///< at most mostGathered; once each
    Q_INVOKABLE void drop(int node);
    Q_INVOKABLE void dropAll();
    [[nodiscard]] Q_INVOKABLE bool isGathered(int node) const;
    /// Everyone outside fades, the table begins there, and the view goes there.
    Q_INVOKABLE void makeTop(int node);
    Q_INVOKABLE void leaveTop();

    void restart(); ///< others are there now
    void touch(); ///< somebody joined or changed

Q_SIGNALS:
    void explainedChanged();
    void gatheredChanged();
    void summaryChanged();
    void topChanged();

private:
    void startExplaining();
    void startGathering();
    void takeExplained(const Result<BranchFacts> &facts);
    void takeGathered(const GatheredFacts &facts);
    void showCompared(const BranchFacts &left, const BranchFacts &right);

    const NetworkPeople &m_people;
    const PersonTexts &m_texts;
    NetworkLens &m_lens;
    StrengthModel m_terms;
    BranchesModel m_gathered;
    ComparedModel m_compared;
    std::vector<std::uint32_t> m_nodes; // gathered
    QString m_name;
    QString m_strength;
    QString m_note;
    QString m_summary;
    QTimer m_soon;
    NewestRun<Result<BranchFacts>> m_explaining{*this};
    NewestRun<GatheredFacts> m_gathering{*this};
    std::uint32_t m_node = 0;
    int m_top = -1;
};

} // namespace majlis::viewmodels
