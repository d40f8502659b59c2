// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/error.h"
#include "wallet/kdf.h"
#include "wallet/secretbytes.h"

#include <cstdint>
#include <optional>

namespace majlis::wallet
{

/// The vault file's format, without disk and without meaning of its content. Numbers are little-endian.
///
///     header   8 "MAJLISVT"  2 version = 1  2 zero  4 Argon2id passes  4 KiB  16 salt  16 vault id        (52 bytes)
///              8 generation, one more with each save
///              72 passphrase slot  1 device slot there? 0 or 1  72 device slot, if there
///              24 nonce of the content  4 length of the sealed content
///     content  sealed
///     32       BLAKE2b-256 of everything before
///
/// A slot is a 24-byte nonce and the sealed 32-byte content key; its key is Argon2id of the passphrase, or the device
/// key, and the first 52 bytes and the slot's kind are its associated data. The content is sealed under the content key
/// with the whole header as associated data. All sealing is XChaCha20-Poly1305 with fresh random nonces. The last hash
/// tells damage from a wrong passphrase before anybody has to type one; who forges it still fails the seals.
class VaultFile
{
public:
    enum class Slot : std::uint8_t { Passphrase = 1, Device = 2 };
    static constexpr std::size_t contentKeySize = 32;
    static constexpr std::size_t largestFile = std::size_t{32} * 1024 * 1024;

    /// An unsealed file with fresh salt and id.
    [[nodiscard]] static VaultFile create(KdfParameters parameters);
    /// Damaged for anything that is not exactly what was written; UnsupportedVersion for a newer version;
    /// WeakParameters, ExcessiveParameters. Never reads beyond `bytes`, takes no memory beyond their size.
    [[nodiscard]] static Result<VaultFile> parse(ByteView bytes);
    /// Precondition: the passphrase slot and the content have been sealed.
    [[nodiscard]] Bytes serialise() const;

    [[nodiscard]] KdfParameters parameters() const { return m_parameters; }
    [[nodiscard]] const ByteArray<16> &salt() const { return m_salt; }
    [[nodiscard]] const ByteArray<16> &id() const { return m_id; }
    [[nodiscard]] std::uint64_t generation() const { return m_generation; }
    [[nodiscard]] bool hasDeviceSlot() const { return m_deviceSlot.has_value(); }

    /// Fresh salt and parameters: the slots have to be sealed again.
    void renew(KdfParameters parameters);
    /// `key` has 32 bytes.
    void sealSlot(Slot slot, const SecretBytes &key, const SecretBytes &contentKey);
    void removeDeviceSlot() { m_deviceSlot.reset(); }
    /// WrongPassphrase when `key` does not fit, NotFound when there is no such slot.
    [[nodiscard]] Result<SecretBytes> openSlot(Slot slot, const SecretBytes &key) const;

    /// Counts the generation up and seals. Slots are part of the associated data: seal them first.
    void sealContent(const SecretBytes &contentKey, const SecretBytes &content);
    /// Damaged when the seal does not hold.
    [[nodiscard]] Result<SecretBytes> openContent(const SecretBytes &contentKey) const;

private:
    struct SealedKey {
        ByteArray<24> nonce{};
        ByteArray<48> sealed{};
    };
    class Reader;

    VaultFile() = default;
    [[nodiscard]] static SealedKey readSlot(Reader &reader);
    [[nodiscard]] Bytes identity() const;
    [[nodiscard]] Bytes slotContext(Slot slot) const;
    [[nodiscard]] Bytes header() const;

    KdfParameters m_parameters;
    ByteArray<16> m_salt{};
    ByteArray<16> m_id{};
    std::uint64_t m_generation = 0;
    SealedKey m_passphraseSlot;
    std::optional<SealedKey> m_deviceSlot;
    ByteArray<24> m_contentNonce{};
    Bytes m_content;
};

} // namespace majlis::wallet
