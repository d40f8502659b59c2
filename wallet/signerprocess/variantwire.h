// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/signerprocess/wire.h"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace majlis::wallet::wire
{

/// A value to read into; specialised for types that have no empty value.
template <class T>
struct Blank {
    static T make() { return T(); }
};
template <>
struct Blank<Address> {
    static Address make() { return blankAddress(); }
};

// describe(archive, value) is written once for each type and serves both ways. A variant is a byte that says which
// alternative, and the value.

template <class... Alternatives>
void describeVariant(Writer &writer, const std::variant<Alternatives...> &value)
{
    writer.number(static_cast<std::uint8_t>(value.index()));
    std::visit([&writer](const auto &held) { describe(writer, held); }, value);
}

template <class... Alternatives>
void describeVariant(Reader &reader, std::variant<Alternatives...> &value)
{
    std::uint8_t which = 0;
    reader.choice(which, sizeof...(Alternatives));
    if (!reader.isGood())
        return;
    std::uint8_t index = 0;
    const auto readOne = [&]<class Held>(std::type_identity<Held>) {
        if (index++ != which)
            return;
        Held held = Blank<Held>::make();
        describe(reader, held);
        if (reader.isGood())
            value = std::move(held);
    };
    (readOne(std::type_identity<Alternatives>()), ...);
}

template <class T>
void describeOptional(Writer &writer, const std::optional<T> &value)
{
    writer.flag(value.has_value());
    if (value)
        describe(writer, *value);
}

template <class T>
void describeOptional(Reader &reader, std::optional<T> &value)
{
    bool there = false;
    reader.flag(there);
    if (!there)
        return;
    T held = Blank<T>::make();
    describe(reader, held);
    if (reader.isGood())
        value = std::move(held);
}

/// At most `limit` values, behind two bytes of count.
template <class List>
void describeList(Writer &writer, const List &values, std::size_t limit)
{
    // Too many are written as they are counted, and refused by the reader.
    writer.number(
        static_cast<std::uint16_t>(std::min<std::size_t>(static_cast<std::size_t>(values.size()), UINT16_MAX)));
    std::size_t written = 0;
    for (const auto &value : values) {
        if (written++ < limit)
            describe(writer, value);
    }
}

template <class List>
void describeList(Reader &reader, List &values, std::size_t limit)
{
    using T = typename List::value_type;
    std::uint16_t count = 0;
    reader.number(count);
    if (count > limit)
        reader.spoil();
    for (std::uint16_t i = 0; i < count && reader.isGood(); ++i) {
        T held = Blank<T>::make();
        describe(reader, held);
        if (reader.isGood())
            values.push_back(std::move(held));
    }
}

} // namespace majlis::wallet::wire
