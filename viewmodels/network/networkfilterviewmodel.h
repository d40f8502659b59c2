// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/network/filterchipsmodel.h"
#include "viewmodels/network/networklens.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// The filters of the network: what the user asks for, what of it is on, and how many people are left. What is typed is
/// an exact amount or a day; a text that is neither is not a filter and says so. The lens does the work. GUI thread.
class NetworkFilterViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by NetworkViewModel")
    Q_PROPERTY(int depth READ depth WRITE setDepth NOTIFY changed FINAL) ///< 1..7; 7: all
    Q_PROPERTY(int chain READ chain WRITE setChain NOTIFY changed FINAL) ///< 0 any, 1 Solana, 2 Base, 3 Arbitrum
    Q_PROPERTY(Verified verified READ verified WRITE setVerified NOTIFY changed FINAL)
    Q_PROPERTY(QString leastText READ leastText WRITE setLeastText NOTIFY changed FINAL)
    Q_PROPERTY(QString leastError READ leastError NOTIFY changed FINAL)
    Q_PROPERTY(QString mostText READ mostText WRITE setMostText NOTIFY changed FINAL)
    Q_PROPERTY(QString mostError READ mostError NOTIFY changed FINAL)
    /// Days of this computer's time zone, as 2026-01-31; both belong to the span.
    Q_PROPERTY(QString fromText READ fromText WRITE setFromText NOTIFY changed FINAL)
    Q_PROPERTY(QString fromError READ fromError NOTIFY changed FINAL)
    Q_PROPERTY(QString untilText READ untilText WRITE setUntilText NOTIFY changed FINAL)
    Q_PROPERTY(QString untilError READ untilError NOTIFY changed FINAL)
    Q_PROPERTY(bool active READ isActive NOTIFY changed FINAL) ///< something but the levels is on, or those are
    Q_PROPERTY(majlis::viewmodels::FilterChipsModel *chips READ chips CONSTANT FINAL)
    Q_PROPERTY(QString countText READ countText NOTIFY countChanged FINAL) ///< "1,204 of 12,000 people"; else empty
    Q_PROPERTY(bool nobody READ isNobody NOTIFY countChanged FINAL) ///< nobody is left

public:
    enum class Verified { Any, Only, Not };
    Q_ENUM(Verified)
    enum class Part { Depth, Chain, VerifiedPart, Balance, Joined };
    Q_ENUM(Part)

    /// Both outlive this object.
    NetworkFilterViewModel(NetworkLens &lens, const Clock &clock, QObject *parent = nullptr);
    ~NetworkFilterViewModel() override;

    [[nodiscard]] int depth() const { return m_depth; }
    void setDepth(int depth);
    [[nodiscard]] int chain() const { return m_chain; }
    void setChain(int chain);
    [[nodiscard]] Verified verified() const { return m_verified; }
    void setVerified(Verified verified);
    [[nodiscard]] QString leastText() const { return m_leastText; }
    void setLeastText(const QString &text);
    [[nodiscard]] QString leastError() const;
    [[nodiscard]] QString mostText() const { return m_mostText; }
    void setMostText(const QString &text);
    [[nodiscard]] QString mostError() const;
    [[nodiscard]] QString fromText() const { return m_fromText; }
    void setFromText(const QString &text);
    [[nodiscard]] QString fromError() const;
    [[nodiscard]] QString untilText() const { return m_untilText; }
    void setUntilText(const QString &text);
    [[nodiscard]] QString untilError() const;
    [[nodiscard]] bool isActive() const { return !filter().isEmpty(); }
    [[nodiscard]] FilterChipsModel *chips() { return &m_chips; }
    [[nodiscard]] QString countText() const;
    [[nodiscard]] bool isNobody() const;

    /// What is on; texts that cannot be read count for nothing.
    [[nodiscard]] NetworkFilter filter() const;

    Q_INVOKABLE void clear();
    Q_INVOKABLE void clearPart(int part);
    Q_INVOKABLE void joinedInLastDays(int days); ///< from that many days ago on
    Q_INVOKABLE void frame(); ///< the view goes to those who are lit

Q_SIGNALS:
    void changed();
    void countChanged();

private:
    template <class Value>
    void set(Value &member, const Value &value);
    void apply();
    void showChips(const NetworkFilter &filter);

    NetworkLens &m_lens;
    const Clock &m_clock;
    FilterChipsModel m_chips;
    QString m_leastText;
    QString m_mostText;
    QString m_fromText;
    QString m_untilText;
    int m_depth = countedLevels;
    int m_chain = 0;
    Verified m_verified = Verified::Any;
};

} // namespace majlis::viewmodels
