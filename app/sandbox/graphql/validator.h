// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/graphql/schema.h"

namespace majlis::sandbox::graphql
{

/// The contract's limits on one operation (added by it, not GraphQL's own). Introspection does not count: tools send
/// it.
inline constexpr int maxSelectionDepth = 10;
inline constexpr int maxSelectedFields = 500;

/// Every complaint about the document, or none: the rules of the specification's section 5 that the grammar leaves open
/// (names, fields, arguments, fragments, variables, leaf selections, merging, values), and the limits above.
[[nodiscard]] std::vector<SyntaxError> validate(const Schema &schema, const Document &document);

} // namespace majlis::sandbox::graphql
