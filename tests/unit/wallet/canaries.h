// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/random.h"
#include "wallet/secretbytes.h"

#include <catch2/catch.hpp>

#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <string>
#include <unistd.h>
#include <vector>

namespace majlis::wallet::test
{

inline constexpr std::size_t window = 16;

// Sixteen bytes from the start, the middle and the end of a secret, inverted.
inline std::vector<Bytes> invertedParts(const SecretBytes &secret)
{
    std::vector<Bytes> parts;
    for (const std::size_t at : {std::size_t{0}, (secret.size() - window) / 2, secret.size() - window}) {
        Bytes part(window);
        std::transform(secret.data() + at, secret.data() + at + window, part.begin(),
            [](std::uint8_t byte) { return static_cast<std::uint8_t>(~byte); });
        parts.push_back(std::move(part));
    }
    return parts;
}

inline bool contains(ByteView memory, const Bytes &inverted)
{
    const auto first = static_cast<std::uint8_t>(~inverted[0]);
    const std::uint8_t *at = memory.data();
    const std::uint8_t *const end = memory.data() + memory.size() - window + 1;
    while (at < end
        && (at = static_cast<const std::uint8_t *>(std::memchr(at, first, static_cast<std::size_t>(end - at))))
            != nullptr) {
        if (std::equal(inverted.begin(), inverted.end(), at,
                [](std::uint8_t left, std::uint8_t right) { return left == static_cast<std::uint8_t>(~right); }))
            return true;
        ++at;
    }
    return false;
}

/// Secrets to look for in memory and files. What is looked for is kept with every bit inverted, so that the search
/// does not find itself.
class Canaries
{
public:
    void add(const char *name, const SecretBytes &secret) { m_parts[name] = invertedParts(secret); }

    /// The names of those that are anywhere in the memory of this process, or of another one.
    [[nodiscard]] std::vector<std::string> found(std::int64_t process = ::getpid()) const
    {
        std::vector<std::string> names;
        const QString place = QStringLiteral("/proc/") + QString::number(process);
        QFile maps(place + QStringLiteral("/maps"));
        REQUIRE(maps.open(QIODevice::ReadOnly));
        const int memory = ::open((place + QStringLiteral("/mem")).toLatin1().constData(), O_RDONLY | O_CLOEXEC);
        REQUIRE(memory >= 0);
        qint64 bytesRead = 0;
        for (const QByteArray &line : maps.readAll().split('\n'))
            bytesRead += searchRange(memory, line, names);
        ::close(memory);
        REQUIRE(bytesRead > 1'000'000); // it did look
        return names;
    }

    /// Whether this process may look into that one at all: never another program of the same user, only root.
    [[nodiscard]] static bool canReadMemoryOf(std::int64_t process)
    {
        const QByteArray path = "/proc/" + QByteArray::number(static_cast<qlonglong>(process)) + "/mem";
        const int memory = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
        if (memory >= 0)
            ::close(memory);
        return memory >= 0;
    }

    /// In the files below a folder, core images included.
    [[nodiscard]] std::vector<std::string> foundBelow(const QString &folder, const QStringList &names = {}) const
    {
        std::vector<std::string> found;
        QDirIterator files(folder, names, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            REQUIRE(file.open(QIODevice::ReadOnly));
            const uchar *map = file.size() > 0 ? file.map(0, file.size()) : nullptr;
            if (map == nullptr)
                continue;
            search(ByteView(map, static_cast<std::size_t>(file.size())), file.fileName().toStdString(), found);
        }
        return found;
    }

    [[nodiscard]] std::vector<std::string> foundIn(const QByteArray &text) const
    {
        std::vector<std::string> found;
        search(
            ByteView(reinterpret_cast<const std::uint8_t *>(text.constData()), static_cast<std::size_t>(text.size())),
            "text", found);
        return found;
    }

private:
    qint64 searchRange(int memory, const QByteArray &line, std::vector<std::string> &names) const
    {
        const QList<QByteArray> range = line.left(line.indexOf(' ')).split('-');
        if (range.size() != 2 || !line.contains(" r") || line.contains("[vvar]") || line.contains("[vsyscall]"))
            return 0;
        const quint64 start = range[0].toULongLong(nullptr, 16);
        Bytes copy(range[1].toULongLong(nullptr, 16) - start);
        const auto size = ::pread64(memory, copy.data(), copy.size(), static_cast<off64_t>(start));
        if (size < static_cast<ssize_t>(window))
            return 0;
        search(ByteView(copy).first(static_cast<std::size_t>(size)), line.toStdString(), names);
        wipe(copy);
        return size;
    }

    void search(ByteView where, const std::string &place, std::vector<std::string> &names) const
    {
        if (where.size() < window)
            return;
        for (const auto &[name, parts] : m_parts) {
            for (const Bytes &part : parts) {
                if (contains(where, part))
                    names.push_back(name + " in " + place);
            }
        }
    }

    std::map<std::string, std::vector<Bytes>> m_parts;
};

/// 40 random printable characters.
inline SecretBytes randomText()
{
    SecretBytes text;
    const SecretBytes raw = randomSecret(40);
    for (const std::uint8_t byte : raw.view())
        text.append(static_cast<std::uint8_t>('!' + byte % 90));
    return text;
}

} // namespace majlis::wallet::test
