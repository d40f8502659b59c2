// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/error.h"
#include "wallet/vaultfile.h"

#include <QString>

namespace majlis::wallet
{

/// The vault's place on disk: one file and its last good copy. Kill the program anywhere and the next load() finds the
/// state before or after the save. Blocks on the disk; one thread at a time.
class VaultStorage
{
public:
    struct Loaded {
        VaultFile file;
        bool recovered = false; ///< the file was damaged, cut short or missing; this is its copy
    };

    explicit VaultStorage(QString path);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QString copyPath() const;
    [[nodiscard]] bool exists() const;

    /// NotFound, Io, or what VaultFile::parse() says about the file when its copy is no better.
    [[nodiscard]] Result<Loaded> load() const;
    /// Writes beside, flushes to the disk, reads back, keeps what was there as the copy if it was good (a damaged file
    /// is kept as `.damaged`), renames. The folder is made when missing; files are the owner's alone (0600).
    [[nodiscard]] Result<void> save(const VaultFile &file) const;
    /// Makes the copy the same as the file: nothing older can be opened any more.
    [[nodiscard]] Result<void> renewCopy() const;
    /// Renames both to names that nothing else has.
    [[nodiscard]] Result<void> setAside() const;

private:
    [[nodiscard]] Result<void> keepCurrent() const;

    QString m_path;
};

} // namespace majlis::wallet
