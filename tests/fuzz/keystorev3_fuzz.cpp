// SPDX-License-Identifier: GPL-3.0-or-later
// Web3 Secret Storage: anything may come as a file. Costly derivations are not run: it is the reading that is fuzzed.
#include "wallet/evm/keystorev3.h"
#include "wallet/evm/privatekey.h"

#include <cstdlib>
#include <string>

using namespace majlis::wallet;

namespace
{

bool isCheap(std::string_view json)
{
    return json.find("\"n\":2,") != std::string_view::npos || json.find("\"c\":1,") != std::string_view::npos;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view json(reinterpret_cast<const char *>(data), size);
    const auto outline = readKeystoreV3(json);
    if (outline && outline->kdf != "scrypt" && outline->kdf != "pbkdf2")
        std::abort();
    if (outline && isCheap(json))
        static_cast<void>(importKeystoreV3(json, SecretBytes::fromText("x")));
    if (const auto key = parsePrivateKey(SecretBytes::copyOf({data, size})))
        static_cast<void>(privateKeyText(*key));
    return 0;
}
