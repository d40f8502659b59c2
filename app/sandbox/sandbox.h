// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/db/database.h"
#include "app/sandbox/options.h"
#include "models/domain/time.h"

#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>

namespace majlis::sandbox
{

/// The HABIBI platform on loopback, put together: a world, its database, and one port that speaks REST, GraphQL and the
/// live dialects. Needs an event loop; one thread. Destroying it closes every connection and the database.
class Sandbox
{
public:
    /// The error is for the person who started it. `clock` outlives the sandbox.
    [[nodiscard]] static std::expected<std::unique_ptr<Sandbox>, QString> start(
        const Options &options, const Clock &clock);
    ~Sandbox();

    [[nodiscard]] quint16 port() const;
    /// The line that says that it is ready, and where.
    [[nodiscard]] QJsonObject endpoints() const;

private:
    Sandbox();
    struct Parts;
    std::unique_ptr<QTemporaryDir> m_temporary;
    Database m_database;
    std::unique_ptr<Parts> m_parts; // goes before the database that it uses
};

} // namespace majlis::sandbox
