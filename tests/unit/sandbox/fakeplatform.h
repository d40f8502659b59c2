// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/world/platform.h"

#include <catch2/catch.hpp>

#include <QTemporaryDir>

#include <memory>

/// A clock that stands until it is moved.
class StillClock final : public majlis::Clock
{
public:
    majlis::UnixMs now() const override { return {at}; }
    std::chrono::milliseconds monotonic() const override { return std::chrono::milliseconds(at); }
    std::int64_t at = 1'795'187'045'000;
};

/// A small platform in a temporary folder; `restart` begins a new life of it over the same folder.
struct FakePlatform {
    explicit FakePlatform(majlis::sandbox::Options wanted = smallWorld())
        : options(std::move(wanted))
    {
        restart();
    }

    static majlis::sandbox::Options smallWorld()
    {
        majlis::sandbox::Options options;
        options.users = 300;
        return options;
    }
    void restart()
    {
        platform.reset();
        database = std::make_unique<majlis::sandbox::Database>();
        REQUIRE(database->open(folder.path()));
        auto started = majlis::sandbox::Platform::start(options, *database, clock);
        REQUIRE(started);
        platform = std::move(*started);
    }

    StillClock clock;
    QTemporaryDir folder;
    majlis::sandbox::Options options;
    std::unique_ptr<majlis::sandbox::Database> database;
    std::unique_ptr<majlis::sandbox::Platform> platform;
};

/// The wallet with these 20 bytes, all the same.
inline majlis::wallet::Address evmAddress(std::uint8_t byte)
{
    majlis::wallet::ByteArray<20> bytes{};
    bytes.fill(byte);
    return majlis::wallet::Address::evm(bytes);
}
