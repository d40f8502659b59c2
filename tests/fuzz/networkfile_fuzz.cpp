// SPDX-License-Identifier: GPL-3.0-or-later
// The binary graph, behind its checksums too. The first byte chooses: as it is, or with the checksums made right.
#include "models/domain/graph/crc32c.h"
#include "models/domain/graph/edgelist.h"
#include "models/domain/graph/networkpages.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

using namespace majlis;

namespace
{

void require(bool condition)
{
    if (!condition)
        std::abort();
}

template <class T>
T get(const QByteArray &bytes, qsizetype offset)
{
    T value{};
    std::memcpy(&value, bytes.constData() + offset, sizeof(T));
    return value;
}

std::uint32_t checksum(const QByteArray &bytes, qsizetype offset, qsizetype length)
{
    return crc32c({reinterpret_cast<const std::byte *>(bytes.constData()) + offset, static_cast<std::size_t>(length)});
}

void putChecksum(QByteArray &bytes, qsizetype offset, std::uint32_t value)
{
    std::memcpy(bytes.data() + offset, &value, sizeof(value));
}

// What a forger would do; a header of the usual size is enough.
void reseal(QByteArray &bytes)
{
    const auto sections = std::min<std::uint32_t>(get<std::uint32_t>(bytes, 16), 64);
    const qsizetype tableEnd = 72 + 32 * static_cast<qsizetype>(sections);
    if (bytes.size() < tableEnd)
        return;
    const std::uint64_t size = static_cast<std::uint64_t>(bytes.size());
    std::memcpy(bytes.data() + 56, &size, sizeof(size));
    for (qsizetype entry = 72; entry < tableEnd; entry += 32) {
        const auto offset = get<std::uint64_t>(bytes, entry + 8);
        const auto length = get<std::uint64_t>(bytes, entry + 16);
        if (offset <= size && length <= size - offset)
            putChecksum(
                bytes, entry + 24, checksum(bytes, static_cast<qsizetype>(offset), static_cast<qsizetype>(length)));
    }
    QByteArray head = bytes.first(68) + bytes.sliced(72, tableEnd - 72);
    putChecksum(bytes, 68, checksum(head, 0, head.size()));
}

// Everything that an accepted file promises.
void useAll(const NetworkFile &file)
{
    const std::uint32_t first = file.firstIndex();
    for (std::uint32_t index = 0; index < file.nodeCount(); ++index) {
        const std::uint32_t parent = file.parents()[index];
        require(parent == noParent || parent < first + index);
        static_cast<void>(file.joinedAt(index));
        static_cast<void>(file.balance(index));
        static_cast<void>(file.name(index));
        require(file.addressBytes(index).size() <= 32);
    }
    NetworkPages pages;
    if (pages.add(file))
        require(pages.join().has_value());
    static_cast<void>(writeForest(file));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    QByteArray bytes(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    if (data[0] % 2 == 1 && bytes.size() >= 72)
        reseal(bytes);
    const auto file = NetworkFile::read(bytes, {.maxNodes = 100'000});
    if (file)
        useAll(*file);
    else
        require(!file.error().reason.isEmpty());
    return 0;
}
