// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/values.h"

#include <QObject>

namespace majlis::viewmodels
{

/// The state of one thing that is fetched or done in the background. Every asynchronous view model is one, and a page
/// with several independent parts has one for each. GUI thread.
/// Classes derived from it name it in full, as Qt 6.4's type registrar finds no base that is not qualified.
class AsyncState : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by its view model")
    Q_PROPERTY(Status status READ status NOTIFY statusChanged FINAL)
    Q_PROPERTY(bool loading READ isLoading NOTIFY statusChanged FINAL)
    Q_PROPERTY(majlis::viewmodels::UserError error READ error NOTIFY errorChanged FINAL)
    Q_PROPERTY(majlis::viewmodels::Freshness freshness READ freshness NOTIFY freshnessChanged FINAL)

public:
    enum class Status {
        Idle, ///< nothing was asked for yet
        Loading, ///< on its way; older data may be on show (see freshness)
        Ready, ///< what is shown is what was last received
        Failed, ///< see error; older data may be on show (see freshness)
    };
    Q_ENUM(Status)

    using QObject::QObject;

    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] bool isLoading() const { return m_status == Status::Loading; }
    [[nodiscard]] const UserError &error() const { return m_error; }
    [[nodiscard]] const Freshness &freshness() const { return m_freshness; }

    /// For the owner: an error stays on show until the next Ready or reset, so that Loading does not make it flicker.
    void setLoading();
    void setReady();
    void setFailed(const UserError &error);
    void reset();
    void setFreshness(const Freshness &freshness);

Q_SIGNALS:
    void statusChanged();
    void errorChanged();
    void freshnessChanged();

private:
    void setStatus(Status status);
    void setError(const UserError &error);

    Status m_status = Status::Idle;
    UserError m_error;
    Freshness m_freshness;
};

} // namespace majlis::viewmodels
