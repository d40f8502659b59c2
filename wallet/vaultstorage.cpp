// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/vaultstorage.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <system_error>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#else
#include <io.h>
#endif

namespace majlis::wallet
{

namespace
{

std::filesystem::path native(const QString &path)
{
    return QFileInfo(path).filesystemFilePath();
}

Result<Bytes> readAll(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return fail(ErrorCode::NotFound, "no vault file");
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, "reading the vault: " + file.errorString().toStdString());
    if (file.size() > static_cast<qint64>(VaultFile::largestFile))
        return fail(ErrorCode::Damaged, "not the size of a vault");
    const QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::Io, "reading the vault: " + file.errorString().toStdString());
    return Bytes(content.begin(), content.end());
}

bool flushToDisk(QFile &file)
{
#ifdef Q_OS_UNIX
    return file.flush() && ::fsync(file.handle()) == 0;
#else
    return file.flush() && ::_commit(file.handle()) == 0;
#endif
}

// A rename lasts only when the folder's own entry is on the disk.
void flushFolder(const QString &path)
{
#ifdef Q_OS_UNIX
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor); // some file systems have no such thing; the rename itself is atomic everywhere
    ::close(descriptor);
#else
    Q_UNUSED(path)
#endif
}

Result<void> writeFlushed(const QString &path, const Bytes &bytes)
{
    QFile::remove(path);
    QFile file(path);
    const auto size = static_cast<qint64>(bytes.size());
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(reinterpret_cast<const char *>(bytes.data()), size) != size || !flushToDisk(file))
        return fail(ErrorCode::Io, "writing the vault: " + file.errorString().toStdString());
    file.close();
    const Result<Bytes> back = readAll(path);
    if (!back || *back != bytes)
        return fail(ErrorCode::Io, "the disk gave back other bytes than were written");
    return {};
}

Result<void> replace(const QString &from, const QString &to)
{
    std::error_code error;
    std::filesystem::rename(native(from), native(to), error);
    if (error)
        return fail(ErrorCode::Io, "renaming the vault: " + error.message());
    flushFolder(to);
    return {};
}

Result<VaultFile> parseFile(const QString &path)
{
    const Result<Bytes> bytes = readAll(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    return VaultFile::parse(*bytes);
}

bool copyMayHelp(ErrorCode code)
{
    return code == ErrorCode::Damaged || code == ErrorCode::NotFound || code == ErrorCode::Io;
}

} // namespace

VaultStorage::VaultStorage(QString path)
    : m_path(std::move(path))
{
}

QString VaultStorage::copyPath() const
{
    return m_path + QStringLiteral(".bak");
}

bool VaultStorage::exists() const
{
    return QFile::exists(m_path) || QFile::exists(copyPath());
}

Result<VaultStorage::Loaded> VaultStorage::load() const
{
    Result<VaultFile> file = parseFile(m_path);
    if (file)
        return Loaded{std::move(*file), false};
    if (!copyMayHelp(file.error().code))
        return std::unexpected(file.error());
    Result<VaultFile> copy = parseFile(copyPath());
    if (copy)
        return Loaded{std::move(*copy), true};
    // The file's own trouble says more, unless there is no file and the copy is what is wrong.
    return std::unexpected(file.error().code == ErrorCode::NotFound ? copy.error() : file.error());
}

Result<void> VaultStorage::save(const VaultFile &file) const
{
    if (!QDir().mkpath(QFileInfo(m_path).absolutePath()))
        return fail(ErrorCode::Io, "the vault's folder cannot be made");
    const QString fresh = m_path + QStringLiteral(".new");
    if (const Result<void> written = writeFlushed(fresh, file.serialise()); !written)
        return written;
    if (const Result<void> kept = keepCurrent(); !kept)
        return kept;
    return replace(fresh, m_path);
}

Result<void> VaultStorage::keepCurrent() const
{
    const Result<Bytes> current = readAll(m_path);
    if (!current)
        return current.error().code == ErrorCode::NotFound ? Result<void>() : std::unexpected(current.error());
    if (!VaultFile::parse(*current))
        return replace(m_path, m_path + QStringLiteral(".damaged"));
    const QString fresh = copyPath() + QStringLiteral(".new");
    if (const Result<void> written = writeFlushed(fresh, *current); !written)
        return written;
    return replace(fresh, copyPath());
}

Result<void> VaultStorage::setAside() const
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmss"));
    QString aside = m_path + QStringLiteral(".aside-") + stamp;
    for (int number = 2; QFile::exists(aside) || QFile::exists(aside + QStringLiteral(".bak")); ++number)
        aside = m_path + QStringLiteral(".aside-") + stamp + u'-' + QString::number(number);
    // The copy first: if the second rename fails, what is left is the file itself.
    if (QFile::exists(copyPath())) {
        if (const Result<void> moved = replace(copyPath(), aside + QStringLiteral(".bak")); !moved)
            return moved;
    }
    return QFile::exists(m_path) ? replace(m_path, aside) : Result<void>();
}

Result<void> VaultStorage::renewCopy() const
{
    return keepCurrent();
}

} // namespace majlis::wallet
