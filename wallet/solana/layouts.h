// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/solana/decode.h"

#include <span>
#include <vector>

namespace majlis::wallet::solana
{

// How instructions are written: inside wallet/solana only.

enum class FieldKind {
    U8,
    U32,
    U64,
    Key,
    OptionalKey, ///< one byte, then perhaps a key
    LongText, ///< a u64 length, then UTF-8
    RestText, ///< UTF-8 to the end
};

struct LayoutField {
    Argument name;
    FieldKind kind;
};

struct Layout {
    Bytes tag; ///< the first bytes of the data
    Method method;
    std::vector<Role> roles; ///< of the accounts, in order
    std::vector<LayoutField> fields; ///< of the data, in order
    std::size_t optionalRoles = 0; ///< so many at the end of `roles` may be missing
    Role rest = Role::Other; ///< of accounts beyond `roles`
};

/// Empty for Program::Unknown. No two layouts of a program fit the same data.
[[nodiscard]] std::span<const Layout> layoutsOf(Program program);

} // namespace majlis::wallet::solana
