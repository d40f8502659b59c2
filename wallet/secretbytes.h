// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace majlis::wallet
{

/// A secret: a key, a seed, a passphrase as UTF-8. Lives between guard pages, locked into RAM where the system allows
/// it, left out of core dumps, and wiped when it goes. Move-only, so that every copy is written down as `clone()`.
/// Growing moves the content and wipes the old place. Not synchronised: one thread at a time.
class SecretBytes
{
public:
    SecretBytes() noexcept = default;
    /// `size` zero bytes.
    explicit SecretBytes(std::size_t size);
    ~SecretBytes();
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;

    [[nodiscard]] static SecretBytes copyOf(ByteView source);
    /// Text that is in the program's memory anyhow, such as a test's. What the user types goes through append().
    [[nodiscard]] static SecretBytes fromText(std::string_view utf8);
    /// Copies, then wipes the source.
    [[nodiscard]] static SecretBytes takeFrom(std::span<std::uint8_t> source);
    [[nodiscard]] SecretBytes clone() const;

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_size == 0; }
    [[nodiscard]] const std::uint8_t *data() const noexcept { return m_data; }
    [[nodiscard]] std::uint8_t *data() noexcept { return m_data; }
    [[nodiscard]] ByteView view() const noexcept { return {m_data, m_size}; }
    [[nodiscard]] std::span<std::uint8_t> span() noexcept { return {m_data, m_size}; }
    /// For functions that take text. The view ends with this object's next change.
    [[nodiscard]] std::string_view text() const noexcept { return {reinterpret_cast<const char *>(m_data), m_size}; }

    void reserve(std::size_t capacity);
    void append(ByteView more);
    void append(std::uint8_t byte) { append(ByteView(&byte, 1)); }
    /// Cuts to `size` bytes and wipes what is cut. Does nothing when it is not longer.
    void truncate(std::size_t size);
    /// Removes the last Unicode character of UTF-8 text (all its bytes): what Backspace does.
    void removeLastCharacter();
    /// Number of Unicode characters of UTF-8 text: how many dots to draw.
    [[nodiscard]] std::size_t characterCount() const noexcept;
    /// Wipes and frees.
    void clear() noexcept;

    /// In time that depends on the length alone.
    friend bool operator==(const SecretBytes &left, const SecretBytes &right) noexcept;

private:
    std::uint8_t *m_data = nullptr;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

/// Overwrites memory that held a secret; not optimised away.
void wipe(std::span<std::uint8_t> memory) noexcept;
/// Zeroes the vector registers of this thread.
void wipeVectorRegisters() noexcept;
/// Overwrites the part of the stack below the caller, where a library may have left parts of a secret, and the vector
/// registers.
void wipeStackBelow() noexcept;

} // namespace majlis::wallet
