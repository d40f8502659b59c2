// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// The selected person.
class PersonDetails
{
    Q_GADGET
    QML_VALUE_TYPE(personDetails)
    Q_PROPERTY(bool present MEMBER present FINAL)
    Q_PROPERTY(int node MEMBER node FINAL)
    Q_PROPERTY(QString name MEMBER name FINAL) ///< plain text, untrusted; empty when not set
    Q_PROPERTY(QString address MEMBER address FINAL)
    Q_PROPERTY(QString addressText MEMBER addressText FINAL)
    Q_PROPERTY(QString chain MEMBER chain FINAL)
    Q_PROPERTY(bool verified MEMBER verified FINAL)
    Q_PROPERTY(bool self MEMBER self FINAL) ///< the signed-in account
    Q_PROPERTY(QString balance MEMBER balance FINAL)
    Q_PROPERTY(QString balanceExact MEMBER balanceExact FINAL)
    Q_PROPERTY(QString joined MEMBER joined FINAL)
    Q_PROPERTY(QString joinedAt MEMBER joinedAt FINAL)
    Q_PROPERTY(int depth MEMBER depth FINAL)
    Q_PROPERTY(QString directReferrals MEMBER directReferrals FINAL)
    Q_PROPERTY(QString totalDescendants MEMBER totalDescendants FINAL)
    Q_PROPERTY(QString share MEMBER share FINAL) ///< "counts 34.30 % of its balance" at this depth

public:
    bool present = false;
    int node = -1;
    QString name;
    QString address;
    QString addressText;
    QString chain;
    bool verified = false;
    bool self = false;
    QString balance;
    QString balanceExact;
    QString joined;
    QString joinedAt;
    int depth = 0;
    QString directReferrals;
    QString totalDescendants;
    QString share;

    friend bool operator==(const PersonDetails &, const PersonDetails &) = default;
};

} // namespace majlis::viewmodels
