// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace majlis::wallet
{

/// Why a wallet operation did not happen. Closed: callers switch over it and say what the user can do.
enum class ErrorCode {
    InvalidArgument, ///< a value is outside its domain (index, length, encoding)
    InvalidMnemonic, ///< a word is unknown, the number of words is wrong, or the checksum fails
    WrongPassphrase, ///< the vault did not open with this passphrase
    Throttled, ///< too many wrong passphrases; `retryAfterMs` says how long to wait
    Damaged, ///< the file is not what was written: a byte differs, or it is cut short
    UnsupportedVersion, ///< written by a newer Majlis
    WeakParameters, ///< key derivation below the floor: somebody made the file easier to guess
    ExcessiveParameters, ///< key derivation above the ceiling: somebody wants to exhaust this computer
    Locked, ///< the vault is locked
    NotFound,
    AlreadyExists,
    KeyStoreUnavailable, ///< this computer has no key store, or it is not running
    KeyStoreLocked, ///< the key store is there, but locked or it refused
    Cancelled,
    Refused, ///< clear signing refuses the request, whatever the user says; `detail` names the findings
    SignerLost, ///< the signer process ended, or did not answer, in the middle of the call
    SignerMissing, ///< majlis-signer is not there, or may not be run
    SignerFailed, ///< majlis-signer was started and ended, or made no sense, before it was ready
    SignerMismatch, ///< majlis-signer is of another version than this program
    Io, ///< the disk refused; `detail` says what
    Internal, ///< a library failed where it should not
};

/// An error of the wallet room. `detail` is for the log: English, no secrets, no user text.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;
    long long retryAfterMs = 0; ///< only with Throttled
};

template <class T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string detail = {})
{
    return std::unexpected(Error{code, std::move(detail)});
}

} // namespace majlis::wallet
