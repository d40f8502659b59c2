// SPDX-License-Identifier: GPL-3.0-or-later
// The vault file, behind its checksum too: what a forger with a hex editor can reach. The first byte chooses the layer.
#include "wallet/vaultcontent.h"
#include "wallet/vaultfile.h"

#include <sodium.h>

#include <algorithm>
#include <cstdlib>

using namespace majlis::wallet;

namespace
{

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void fuzzFile(ByteView bytes)
{
    const auto file = VaultFile::parse(bytes);
    if (!file)
        return;
    require(file->parameters().check().has_value());
    const Bytes again = file->serialise();
    require(std::equal(again.begin(), again.end(), bytes.begin(), bytes.end()));
    const SecretBytes key(32);
    for (const auto slot : {VaultFile::Slot::Passphrase, VaultFile::Slot::Device})
        require(!file->openSlot(slot, key));
    require(!file->openContent(key));
}

void fuzzContent(ByteView bytes)
{
    const auto content = VaultContent::parse(SecretBytes::copyOf(bytes));
    if (!content)
        return;
    const auto again = VaultContent::parse(content->serialise());
    require(again.has_value() && again->serialise() == content->serialise());
    require(
        content->accounts.size() <= VaultContent::mostAccounts && content->secrets.size() <= VaultContent::mostSecrets);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    Bytes bytes(data + 1, data + size);
    switch (data[0] % 3) {
    case 0:
        fuzzFile(bytes);
        break;
    case 1:
        if (bytes.size() >= 32) {
            const std::size_t length = bytes.size() - 32;
            crypto_generichash(bytes.data() + length, 32, bytes.data(), length, nullptr, 0);
        }
        fuzzFile(bytes);
        break;
    default:
        fuzzContent(bytes);
    }
    return 0;
}
