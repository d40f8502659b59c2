// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>
#include <QStringView>

#include <compare>

namespace majlis
{

/// A well-formed referral code, `^HABIBI-[A-Z]{3,5}-[A-Z0-9]{8}$`. Whether somebody owns it, only the platform knows.
class ReferralCode
{
public:
    /// Strict; ValidationFailed with the contract's message "Invalid referral code format".
    [[nodiscard]] static Result<ReferralCode> parse(QStringView text);
    /// What a person typed or pasted: surrounding spaces go and letters are raised, then parse().
    [[nodiscard]] static Result<ReferralCode> fromInput(QStringView text);

    [[nodiscard]] const QString &text() const { return m_text; }
    /// The middle part (SOL, BASE, ARB…): where the code was made, not who may use it.
    [[nodiscard]] QStringView origin() const;

    friend bool operator==(const ReferralCode &, const ReferralCode &) = default;

private:
    explicit ReferralCode(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};

} // namespace majlis
