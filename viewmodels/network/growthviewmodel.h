// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/network/networklens.h"
#include "viewmodels/network/newestrun.h"

#include <QElapsedTimer>
#include <QList>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// When the people of a network joined: the span, and how many in each of its equal parts.
struct GrowthSpan {
    std::int64_t known = 0; ///< of how many it is known when they joined
    UnixMs first;
    UnixMs last;
    std::vector<std::uint32_t> parts;
};
/// O(n); worker threads.
[[nodiscard]] GrowthSpan growthSpan(const NetworkPeople &people, std::size_t parts);

/// The growth of the network as a film: whoever had not joined by the moment shown is faded. The moment is moved by
/// hand or plays by itself. GUI thread.
class GrowthViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by NetworkViewModel")
    Q_PROPERTY(bool open READ isOpen WRITE setOpen NOTIFY openChanged FINAL) ///< shown, and deciding who is lit
    Q_PROPERTY(bool available READ isAvailable NOTIFY spanChanged FINAL) ///< it is known when people joined
    Q_PROPERTY(bool playing READ isPlaying WRITE setPlaying NOTIFY playingChanged FINAL)
    Q_PROPERTY(double position READ position WRITE setPosition NOTIFY positionChanged FINAL) ///< 0 first join … 1 last
    Q_PROPERTY(int speed READ speed WRITE setSpeed NOTIFY speedChanged FINAL) ///< 1, 2, 4: the whole in 24, 12, 6 s
    Q_PROPERTY(QString dateText READ dateText NOTIFY positionChanged FINAL)
    Q_PROPERTY(QString firstText READ firstText NOTIFY spanChanged FINAL)
    Q_PROPERTY(QString lastText READ lastText NOTIFY spanChanged FINAL)
    Q_PROPERTY(QString countText READ countText NOTIFY countChanged FINAL) ///< "1,204 people"
    Q_PROPERTY(QList<double> joins READ joins NOTIFY spanChanged FINAL) ///< 0..1, the most in a part is 1

public:
    /// Both outlive this object.
    GrowthViewModel(const NetworkPeople &people, NetworkLens &lens, QObject *parent = nullptr);
    ~GrowthViewModel() override;

    [[nodiscard]] bool isOpen() const { return m_open; }
    void setOpen(bool open);
    [[nodiscard]] bool isAvailable() const { return m_span.known > 1 && m_span.last > m_span.first; }
    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }
    void setPlaying(bool playing);
    [[nodiscard]] double position() const { return m_position; }
    void setPosition(double position);
    [[nodiscard]] int speed() const { return m_speed; }
    void setSpeed(int speed);
    [[nodiscard]] QString dateText() const;
    [[nodiscard]] QString firstText() const;
    [[nodiscard]] QString lastText() const;
    [[nodiscard]] QString countText() const;
    [[nodiscard]] const QList<double> &joins() const { return m_joins; }

    void restart(); ///< others are there now

    static constexpr std::size_t parts = 60;

Q_SIGNALS:
    void openChanged();
    void spanChanged();
    void playingChanged();
    void positionChanged();
    void speedChanged();
    void countChanged();

private:
    void advance();
    void take(GrowthSpan span);
    void apply();
    [[nodiscard]] UnixMs moment() const;

    const NetworkPeople &m_people;
    NetworkLens &m_lens;
    GrowthSpan m_span;
    QList<double> m_joins;
    QTimer m_timer;
    QElapsedTimer m_since;
    NewestRun<GrowthSpan> m_run{*this};
    double m_position = 1;
    int m_speed = 1;
    bool m_open = false;
};

} // namespace majlis::viewmodels
