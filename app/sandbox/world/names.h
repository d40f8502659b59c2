// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace majlis::sandbox
{

/// A display name made from 64 mixed bits, or null for those who never set one (about a quarter). Given names are
/// common ones in Latin and Arabic script, family names and handles are made of syllables; nobody is meant.
[[nodiscard]] QString displayNameFor(std::uint64_t bits);

} // namespace majlis::sandbox
