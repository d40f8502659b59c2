// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <expected>
#include <optional>
#include <utility>
#include <vector>

namespace majlis
{

/// What went wrong, as one closed set for REST, GraphQL, feeds, files and calculations. The first block is the
/// contract's (CONVENTIONS rule 6); codes that a server adds become Unknown and keep their text in `reason`.
enum class ErrorCode {
    ValidationFailed,
    Unauthorized,
    TokenExpired,
    Forbidden,
    NotFound,
    Conflict,
    InsufficientFunds,
    SlippageExceeded,
    MarketClosed,
    RateLimited,
    Internal,
    Unavailable,
    Unknown,

    Offline, ///< no connection could be made
    Timeout,
    Tls, ///< the certificate does not match or is not trusted
    TooLarge, ///< the answer is longer than this request allows
    Malformed, ///< the answer is not what the contract says; `path` names the field
    Cancelled, ///< the caller went away; never shown

    InvalidArgument, ///< of a calculation or a command
    Overflow,
    Undefined, ///< no value exists: shown as "–", never as 0
    NotEligible,
    InsufficientLiquidity,

    Storage, ///< the local database or a file refused
    Damaged, ///< a local file is not what was written
    Wallet, ///< from the wallet room; `reason` carries its code
};

/// One failed field of a validation_failed answer.
struct ErrorDetail {
    QString path;
    QString message;
    friend bool operator==(const ErrorDetail &, const ErrorDetail &) = default;
};

/// A failure on its way from where it happened to the page that shows it. Only `code`, `path`, `details` and
/// `retryAfter` may decide what a view model does; `serverMessage` is untrusted plain text; `detail` is for the log.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail; ///< for the log and the Diagnostics page: English, no secrets
    QString serverMessage; ///< what the server said, plain text, at most 500 characters
    QString reason; ///< the contract's finer reason, such as `nonce_used`
    QString path; ///< the field at fault, such as `data.user.balance`
    int httpStatus = 0; ///< 0: no HTTP answer
    std::optional<std::chrono::milliseconds> retryAfter;
    std::vector<ErrorDetail> details;
    QString requestId;
};

template <class T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, QString detail = {}, QString path = {})
{
    Error error;
    error.code = code;
    error.detail = std::move(detail);
    error.path = std::move(path);
    return std::unexpected(std::move(error));
}

} // namespace majlis
