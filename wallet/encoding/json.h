// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/error.h"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace majlis::wallet
{

/// What a reader of JSON accepts at most; beyond it InvalidArgument.
struct JsonLimits {
    std::size_t bytes = 1U << 20U;
    unsigned depth = 64; ///< arrays and objects within each other
};

/// A JSON value (RFC 8259) read strictly: what two readers could understand differently is refused. Numbers keep their
/// text, so that nothing is rounded; members keep their order. A value, and not for secrets.
class Json
{
public:
    using Array = std::vector<Json>;
    using Member = std::pair<std::string, Json>;
    using Object = std::vector<Member>;
    struct Number {
        std::string text;
        friend bool operator==(const Number &, const Number &) = default;
    };

    Json() = default; ///< null
    // One for each kind: a template would also be asked about std::expected<Json, …>, which Clang cannot answer. That
    // of bool is one, so that no pointer becomes a truth value.
    template <std::same_as<bool> Boolean>
    explicit Json(Boolean content)
        : m_content(content)
    {
    }
    explicit Json(Number content)
        : m_content(std::move(content))
    {
    }
    explicit Json(std::string content)
        : m_content(std::move(content))
    {
    }
    explicit Json(Array content)
        : m_content(std::move(content))
    {
    }
    explicit Json(Object content)
        : m_content(std::move(content))
    {
    }

    /// Refuses invalid UTF-8 and a byte order mark, halves of surrogate pairs, duplicate members, anything behind the
    /// value, and what is beyond `limits`.
    [[nodiscard]] static Result<Json> parse(std::string_view utf8, JsonLimits limits = {});

    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(m_content); }
    /// Null when it is of another kind.
    [[nodiscard]] const bool *boolean() const { return std::get_if<bool>(&m_content); }
    [[nodiscard]] const std::string *string() const { return std::get_if<std::string>(&m_content); }
    [[nodiscard]] const Array *array() const { return std::get_if<Array>(&m_content); }
    [[nodiscard]] const Object *object() const { return std::get_if<Object>(&m_content); }
    [[nodiscard]] const Number *number() const { return std::get_if<Number>(&m_content); }
    /// A number without fraction and exponent that JavaScript holds exactly, ±(2^53 - 1); empty for all else.
    [[nodiscard]] std::optional<std::int64_t> integer() const;

    /// Null when this is no object or has no such member.
    [[nodiscard]] const Json *find(std::string_view name) const;
    /// The same, and null too when the member is no text.
    [[nodiscard]] const std::string *findString(std::string_view name) const;

    friend bool operator==(const Json &, const Json &) = default;

private:
    std::variant<std::monostate, bool, Number, std::string, Array, Object> m_content;
};

} // namespace majlis::wallet
