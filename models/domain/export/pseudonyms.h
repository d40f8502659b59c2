// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/export/exportsource.h"

#include <QByteArray>

namespace majlis
{

/// A network without who is in it: no names, no addresses; ids that are made from the address and a secret of this one
/// export, so that they are the same throughout a file and tell nothing between files; months instead of instants, and
/// two leading digits of balances, because an exact balance on a public chain is as good as an address. Who knows the
/// shape of a network can still recognise it: that is said where this is chosen.
class PseudonymousSource : public ExportSource
{
public:
    /// `source` outlives this object; `secret`: 32 random bytes, to be forgotten afterwards.
    PseudonymousSource(const ExportSource &source, QByteArray secret);

    [[nodiscard]] std::uint32_t count() const override { return m_source.count(); }
    [[nodiscard]] ExportPerson person(std::uint32_t index) const override;
    [[nodiscard]] ExportLook look(std::uint32_t index) const override { return m_source.look(index); }

private:
    const ExportSource &m_source;
    QByteArray m_secret;
};

/// `amount` with all digits behind the first two zero, towards zero: 12,345.6 is 12,000.
[[nodiscard]] Amount coarse(const Amount &amount);
/// The first instant of the month (UTC).
[[nodiscard]] UnixMs monthOf(UnixMs at);

} // namespace majlis
