// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/desktop/clipboardguard.h"

#include <catch2/catch.hpp>

using namespace majlis;
using namespace majlis::client;
using namespace Qt::StringLiterals;

namespace
{

struct Fixture {
    ClipboardGuard::Access access()
    {
        return {.read = [this] { return text; },
            .write =
                [this](const QString &written, bool isSecret) {
                    text = written;
                    secret = isSecret;
                },
            .clear = [this] { text.clear(); }};
    }
    static wallet::SecretBytes key() { return wallet::SecretBytes::fromText("4c0883a69102937d6231471b5dbb6204"); }

    QString text;
    bool secret = false;
};

} // namespace

TEST_CASE_METHOD(Fixture, "a secret leaves the clipboard, and something else stays there", "[clipboard]")
{
    ClipboardGuard guard(access());
    guard.copySecret(key());
    CHECK(text == u"4c0883a69102937d6231471b5dbb6204");
    CHECK(secret);
    CHECK(guard.holdsSecret());
    guard.forget();
    CHECK(text.isEmpty());
    CHECK_FALSE(guard.holdsSecret());

    guard.copySecret(key());
    text = u"what another program copied"_s;
    guard.forget();
    CHECK(text == u"what another program copied");

    guard.copySecret(key());
    guard.copy(u"an address"_s);
    CHECK_FALSE(secret);
    guard.forget();
    CHECK(text == u"an address");
}

TEST_CASE_METHOD(Fixture, "the end of the program takes the secret off, too", "[clipboard]")
{
    {
        ClipboardGuard guard(access());
        guard.copySecret(key());
    }
    CHECK(text.isEmpty());
}
