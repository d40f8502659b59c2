// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/secretfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace majlis::wallet;
using namespace Qt::StringLiterals;

namespace
{

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

qsizetype filesIn(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot).size();
}

} // namespace

TEST_CASE("a key file is for the user only, whole, and overwrites nothing that it was not told to", "[secretfile]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"key.json"_s);
    const SecretBytes first = SecretBytes::fromText("first");
    const SecretBytes second = SecretBytes::fromText("the second");
    REQUIRE(writeSecretFile(path, first, FileInTheWay::Keep));
    CHECK(contentOf(path) == "first");
    CHECK(filesIn(folder) == 1); // nothing is left beside it
#ifdef Q_OS_UNIX
    struct stat status{};
    REQUIRE(::stat(QFile::encodeName(path).constData(), &status) == 0);
    CHECK((status.st_mode & 07777) == 0600);
    CHECK(status.st_nlink == 1);
#endif
    const Result<void> again = writeSecretFile(path, second, FileInTheWay::Keep);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::AlreadyExists);
    CHECK(contentOf(path) == "first");
    REQUIRE(writeSecretFile(path, second, FileInTheWay::Replace));
    CHECK(contentOf(path) == "the second");
    CHECK(filesIn(folder) == 1);
}

TEST_CASE("what is no place for a key file is refused, and nothing is left behind", "[secretfile]")
{
    QTemporaryDir folder;
    const SecretBytes content = SecretBytes::fromText("key");
    const auto code = [&](const QString &path, FileInTheWay way) {
        const Result<void> written = writeSecretFile(path, content, way);
        REQUIRE_FALSE(written);
        return written.error().code;
    };
    CHECK(code(u"key.json"_s, FileInTheWay::Keep) == ErrorCode::InvalidArgument); // relative to what?
    CHECK(code(folder.filePath(u"none/key.json"_s), FileInTheWay::Keep) == ErrorCode::InvalidArgument);
    CHECK(code(folder.path() + u'/', FileInTheWay::Keep) == ErrorCode::InvalidArgument);
    CHECK(code(folder.path(), FileInTheWay::Replace) == ErrorCode::InvalidArgument);
    const QString link = folder.filePath(u"link"_s);
    REQUIRE(QFile::link(folder.filePath(u"target"_s), link)); // hangs in the air
    CHECK(code(link, FileInTheWay::Keep) == ErrorCode::AlreadyExists);
    CHECK(code(link, FileInTheWay::Replace) == ErrorCode::InvalidArgument);
    CHECK_FALSE(QFile::exists(folder.filePath(u"target"_s)));
    CHECK(filesIn(folder) == 1);
}

TEST_CASE("a key file is read up to its limit, and nothing else than a file", "[secretfile]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"key.json"_s);
    CHECK(readSecretFile(path, 10).error().code == ErrorCode::NotFound);
    REQUIRE(writeSecretFile(path, SecretBytes::fromText("0123456789"), FileInTheWay::Keep));
    const Result<SecretBytes> read = readSecretFile(path, 10);
    REQUIRE(read);
    CHECK(read->text() == "0123456789");
    CHECK(readSecretFile(path, 9).error().code == ErrorCode::InvalidArgument);
    CHECK(readSecretFile(folder.path(), 10).error().code == ErrorCode::InvalidArgument);
#ifdef Q_OS_UNIX
    CHECK(readSecretFile(u"/dev/zero"_s, 10).error().code == ErrorCode::InvalidArgument);
    const QString pipe = folder.filePath(u"pipe"_s);
    REQUIRE(::mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
    CHECK(readSecretFile(pipe, 10).error().code == ErrorCode::InvalidArgument); // and does not wait for a writer
#endif
}
