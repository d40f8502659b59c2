// SPDX-License-Identifier: GPL-3.0-or-later
// Sign-in texts: what is read is written again to the letter, and nothing but the expected one is accepted.
#include "wallet/encoding/rfc3339.h"
#include "wallet/solana/signin.h"

#include <cstdlib>

using namespace majlis::wallet;
using namespace majlis::wallet::solana;
using namespace Qt::StringLiterals;

namespace
{

void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size > 8192)
        return 0;
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    static_cast<void>(parseRfc3339(text));
    const auto parsed = SignIn::parse(text);
    if (!parsed)
        return 0;
    const auto message = parsed->message();
    require(message && *message == text);
    SignInExpectation expected{
        u"trade-hybrid.example"_s, parsed->address, u"mainnet"_s, u"p7Yq2Lx9TtVw4Zk1"_s, 1'763'650'001'123};
    if (checkSignIn(*parsed, expected)) {
        require(parsed->domain == expected.domain && parsed->nonce == expected.nonce);
        require(!parsed->uri || parsed->uri->startsWith(u"https://trade-hybrid.example"_s));
    }
    return 0;
}
