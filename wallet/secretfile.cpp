// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/secretfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

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

std::unexpected<Error> refused(const char *what, const QString &why)
{
    return fail(ErrorCode::Io, std::string(what) + ": " + why.toStdString());
}

bool flushToDisk(QFile &file)
{
#ifdef Q_OS_UNIX
    return file.flush() && ::fsync(file.handle()) == 0;
#else
    return file.flush() && ::_commit(file.handle()) == 0;
#endif
}

// A new name lasts only when the folder's own entry is on the disk; some file systems have no such thing.
void flushFolder(const QString &path)
{
#ifdef Q_OS_UNIX
    const int descriptor
        = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
#else
    Q_UNUSED(path)
#endif
}

// Unbuffered, so that no copy stays in a buffer of Qt's.
Result<void> writeNew(const QString &path, const SecretBytes &content)
{
    QFile file(path);
    const auto size = static_cast<qint64>(content.size());
    constexpr auto mode = QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered;
    constexpr auto forUser = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    // The permissions before the content.
    if (!file.open(mode, forUser) || !file.setPermissions(forUser))
        return refused("making the file", file.errorString());
    if (file.write(reinterpret_cast<const char *>(content.data()), size) != size || !flushToDisk(file))
        return refused("writing the file", file.errorString());
    return {};
}

// Under its name only when nothing has it, in one step where the file system can do that.
Result<void> nameNew(const QString &from, const QString &to)
{
    std::error_code error;
    std::filesystem::create_hard_link(native(from), native(to), error);
    if (!error) {
        QFile::remove(from);
        return {};
    }
    if (error == std::errc::file_exists)
        return fail(ErrorCode::AlreadyExists, "there is such a file");
    // No hard links here (FAT): QFile::rename() refuses as well when there is a file.
    if (QFile::exists(to))
        return fail(ErrorCode::AlreadyExists, "there is such a file");
    QFile file(from);
    return file.rename(to) ? Result<void>() : refused("naming the file", file.errorString());
}

Result<void> nameOver(const QString &from, const QString &to)
{
    std::error_code error;
    std::filesystem::rename(native(from), native(to), error);
    return error ? refused("naming the file", QString::fromStdString(error.message())) : Result<void>();
}

} // namespace

Result<void> writeSecretFile(const QString &path, const SecretBytes &content, FileInTheWay inTheWay)
{
    const QFileInfo target(path);
    if (!QDir::isAbsolutePath(path) || target.fileName().isEmpty() || !target.dir().exists())
        return fail(ErrorCode::InvalidArgument, "not the name of a file in a folder that exists");
    const bool isThere = target.exists() || target.isSymLink();
    if (isThere && inTheWay == FileInTheWay::Keep)
        return fail(ErrorCode::AlreadyExists, "there is such a file");
    if (isThere && (target.isSymLink() || !target.isFile()))
        return fail(ErrorCode::InvalidArgument, "no regular file");
    const QString fresh = target.dir().filePath(
        QStringLiteral(".") + target.fileName().left(64) + u'.' + QUuid::createUuid().toString(QUuid::Id128));
    Result<void> done = writeNew(fresh, content);
    if (done)
        done = inTheWay == FileInTheWay::Keep ? nameNew(fresh, path) : nameOver(fresh, path);
    if (!done) {
        QFile::remove(fresh);
        return done;
    }
    flushFolder(path);
    return {};
}

Result<SecretBytes> readSecretFile(const QString &path, std::size_t largest)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::NotFound, "no such file");
    if (!info.isFile()) // a pipe or a device would never end
        return fail(ErrorCode::InvalidArgument, "no regular file");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return refused("opening the file", file.errorString());
    SecretBytes content(largest + 1);
    std::size_t size = 0;
    while (size < content.size()) {
        const qint64 read
            = file.read(reinterpret_cast<char *>(content.data() + size), static_cast<qint64>(content.size() - size));
        if (read < 0)
            return refused("reading the file", file.errorString());
        if (read == 0)
            break;
        size += static_cast<std::size_t>(read);
    }
    if (size > largest)
        return fail(ErrorCode::InvalidArgument, "the file is too long for a key");
    content.truncate(size);
    return content;
}

} // namespace majlis::wallet
