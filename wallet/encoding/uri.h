// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace majlis::wallet
{

// RFC 3986, appendix A, to the letter. QUrl repairs; these refuse.

/// `[ userinfo "@" ] host [ ":" port ]` with a host that is not empty.
[[nodiscard]] bool isAuthority(QStringView text);
/// `scheme ":" hier-part [ "?" query ] [ "#" fragment ]`
[[nodiscard]] bool isUri(QStringView text);
/// The authority of a URI that has one; empty otherwise. Precondition: isUri().
[[nodiscard]] QStringView authorityOf(QStringView uri);
/// `ALPHA *( ALPHA / DIGIT / "+" / "-" / "." )`
[[nodiscard]] bool isUriScheme(QStringView text);
/// `*pchar`
[[nodiscard]] bool isPathCharacters(QStringView text);

} // namespace majlis::wallet
