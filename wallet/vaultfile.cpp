// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/vaultfile.h"

#include "wallet/crypto/sodium.h"
#include "wallet/random.h"

#include <sodium.h>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace majlis::wallet
{

namespace
{

constexpr std::string_view magic = "MAJLISVT";
constexpr std::uint16_t currentVersion = 1;
constexpr std::size_t checksumSize = 32;
constexpr std::size_t sealSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
// Magic, version, zero and checksum: what every version of the format has.
constexpr std::size_t smallestFile = 12 + checksumSize;

void append(Bytes &target, ByteView bytes)
{
    // Not vector::insert: GCC 12 warns about an overflow inside it that cannot happen.
    std::copy(bytes.begin(), bytes.end(), std::back_inserter(target));
}

template <class Number>
void appendNumber(Bytes &target, Number number)
{
    for (std::size_t i = 0; i < sizeof number; ++i)
        target.push_back(static_cast<std::uint8_t>(number >> (8 * i)));
}

ByteArray<checksumSize> checksum(ByteView bytes)
{
    ensureSodium();
    ByteArray<checksumSize> hash{};
    crypto_generichash(hash.data(), hash.size(), bytes.data(), bytes.size(), nullptr, 0);
    return hash;
}

void seal(std::uint8_t *target, ByteView plain, ByteView context, const ByteArray<24> &nonce, const SecretBytes &key)
{
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        target, nullptr, plain.data(), plain.size(), context.data(), context.size(), nullptr, nonce.data(), key.data());
}

bool open(SecretBytes &target, ByteView sealed, ByteView context, const ByteArray<24> &nonce, const SecretBytes &key)
{
    return crypto_aead_xchacha20poly1305_ietf_decrypt(target.data(), nullptr, nullptr, sealed.data(), sealed.size(),
               context.data(), context.size(), nonce.data(), key.data())
        == 0;
}

} // namespace

// Bounds-checked reading: past the end it gives zeros and remembers.
class VaultFile::Reader
{
public:
    explicit Reader(ByteView bytes)
        : m_rest(bytes)
    {
    }

    ByteView take(std::size_t size)
    {
        if (size > m_rest.size()) {
            m_failed = true;
            return {};
        }
        const ByteView taken = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return taken;
    }

    template <std::size_t Size>
    void into(ByteArray<Size> &target)
    {
        const ByteView taken = take(Size);
        std::copy(taken.begin(), taken.end(), target.begin());
    }

    template <class Number>
    Number number()
    {
        Number value = 0;
        const ByteView taken = take(sizeof value);
        for (std::size_t i = 0; i < taken.size(); ++i)
            value = static_cast<Number>(value | static_cast<Number>(static_cast<Number>(taken[i]) << (8 * i)));
        return value;
    }

    [[nodiscard]] bool isExact() const { return !m_failed && m_rest.empty(); }

private:
    ByteView m_rest;
    bool m_failed = false;
};

VaultFile VaultFile::create(KdfParameters parameters)
{
    VaultFile file;
    fillRandom(file.m_id);
    file.renew(parameters);
    return file;
}

void VaultFile::renew(KdfParameters parameters)
{
    m_parameters = parameters;
    fillRandom(m_salt);
    m_deviceSlot.reset();
}

VaultFile::SealedKey VaultFile::readSlot(Reader &reader)
{
    SealedKey slot;
    reader.into(slot.nonce);
    reader.into(slot.sealed);
    return slot;
}

Result<VaultFile> VaultFile::parse(ByteView bytes)
{
    if (bytes.size() < smallestFile || bytes.size() > largestFile)
        return fail(ErrorCode::Damaged, "not the size of a vault");
    const ByteView content = bytes.first(bytes.size() - checksumSize);
    const ByteArray<checksumSize> expected = checksum(content);
    if (!std::equal(expected.begin(), expected.end(), bytes.end() - static_cast<std::ptrdiff_t>(checksumSize)))
        return fail(ErrorCode::Damaged, "the checksum does not match");

    Reader reader(content);
    const ByteView start = reader.take(magic.size());
    if (!std::equal(start.begin(), start.end(), bytesOf(magic).begin()))
        return fail(ErrorCode::Damaged, "not a vault");
    const auto version = reader.number<std::uint16_t>();
    if (version > currentVersion)
        return fail(ErrorCode::UnsupportedVersion, "vault version " + std::to_string(version));
    if (version == 0 || reader.number<std::uint16_t>() != 0)
        return fail(ErrorCode::Damaged, "not a vault of any version");

    VaultFile file;
    file.m_parameters.operations = reader.number<std::uint32_t>();
    file.m_parameters.memoryKiB = reader.number<std::uint32_t>();
    reader.into(file.m_salt);
    reader.into(file.m_id);
    file.m_generation = reader.number<std::uint64_t>();
    file.m_passphraseSlot = readSlot(reader);
    const auto hasDeviceSlot = reader.number<std::uint8_t>();
    if (hasDeviceSlot == 1)
        file.m_deviceSlot = readSlot(reader);
    reader.into(file.m_contentNonce);
    const ByteView sealed = reader.take(reader.number<std::uint32_t>());
    if (!reader.isExact() || hasDeviceSlot > 1 || sealed.size() < sealSize)
        return fail(ErrorCode::Damaged, "the parts do not fit");
    file.m_content.assign(sealed.begin(), sealed.end());
    if (const Result<void> acceptable = file.m_parameters.check(); !acceptable)
        return std::unexpected(acceptable.error());
    return file;
}

Bytes VaultFile::serialise() const
{
    Bytes bytes = header();
    append(bytes, m_content);
    append(bytes, checksum(bytes));
    return bytes;
}

// The first 52 bytes.
Bytes VaultFile::identity() const
{
    Bytes bytes;
    append(bytes, bytesOf(magic));
    appendNumber(bytes, currentVersion);
    appendNumber(bytes, std::uint16_t{0});
    appendNumber(bytes, m_parameters.operations);
    appendNumber(bytes, m_parameters.memoryKiB);
    append(bytes, m_salt);
    append(bytes, m_id);
    return bytes;
}

Bytes VaultFile::slotContext(Slot slot) const
{
    Bytes bytes = identity();
    bytes.push_back(static_cast<std::uint8_t>(slot));
    return bytes;
}

Bytes VaultFile::header() const
{
    Bytes bytes = identity();
    appendNumber(bytes, m_generation);
    append(bytes, m_passphraseSlot.nonce);
    append(bytes, m_passphraseSlot.sealed);
    bytes.push_back(m_deviceSlot ? 1 : 0);
    if (m_deviceSlot) {
        append(bytes, m_deviceSlot->nonce);
        append(bytes, m_deviceSlot->sealed);
    }
    append(bytes, m_contentNonce);
    appendNumber(bytes, static_cast<std::uint32_t>(m_content.size()));
    return bytes;
}

void VaultFile::sealSlot(Slot slot, const SecretBytes &key, const SecretBytes &contentKey)
{
    SealedKey sealedKey;
    fillRandom(sealedKey.nonce);
    seal(sealedKey.sealed.data(), contentKey.view(), slotContext(slot), sealedKey.nonce, key);
    if (slot == Slot::Passphrase)
        m_passphraseSlot = sealedKey;
    else
        m_deviceSlot = sealedKey;
}

Result<SecretBytes> VaultFile::openSlot(Slot slot, const SecretBytes &key) const
{
    if (slot == Slot::Device && !m_deviceSlot)
        return fail(ErrorCode::NotFound, "the vault has no device key");
    if (key.size() != contentKeySize)
        return fail(ErrorCode::WrongPassphrase, "a key of the wrong size");
    const SealedKey &sealedKey = slot == Slot::Passphrase ? m_passphraseSlot : *m_deviceSlot;
    SecretBytes contentKey(contentKeySize);
    if (!open(contentKey, sealedKey.sealed, slotContext(slot), sealedKey.nonce, key))
        return fail(ErrorCode::WrongPassphrase, "the key does not fit");
    return contentKey;
}

void VaultFile::sealContent(const SecretBytes &contentKey, const SecretBytes &content)
{
    ++m_generation;
    fillRandom(m_contentNonce);
    m_content.resize(content.size() + sealSize); // its size is part of the header
    seal(m_content.data(), content.view(), header(), m_contentNonce, contentKey);
}

Result<SecretBytes> VaultFile::openContent(const SecretBytes &contentKey) const
{
    SecretBytes content(m_content.size() - sealSize);
    if (!open(content, m_content, header(), m_contentNonce, contentKey))
        return fail(ErrorCode::Damaged, "the content's seal does not hold");
    return content;
}

} // namespace majlis::wallet
