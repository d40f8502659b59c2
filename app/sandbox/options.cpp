// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/options.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

using Parsed = std::expected<void, QString>;

std::unexpected<QString> bad(const QString &name, const QString &value, const QString &expected)
{
    return std::unexpected(QString(name + u": `"_s + value + u"` is no "_s + expected));
}

Parsed number(const QString &name, const QString &value, double least, double most, double &target)
{
    bool ok = false;
    const double parsed = value.toDouble(&ok);
    if (!ok || !std::isfinite(parsed) || parsed < least || parsed > most)
        return bad(name, value, u"number from %1 to %2"_s.arg(least).arg(most));
    target = parsed;
    return {};
}

template <class Integer>
Parsed integer(const QString &name, const QString &value, double least, double most, Integer &target)
{
    double parsed = 0;
    if (auto result = number(name, value, least, most, parsed); !result)
        return result;
    if (parsed != std::floor(parsed))
        return bad(name, value, u"whole number"_s);
    target = static_cast<Integer>(parsed);
    return {};
}

Parsed apply(Options &options, const QString &name, const QString &value)
{
    if (name == u"--port"_s)
        return integer(name, value, 0, 65535, options.port);
    if (name == u"--seed"_s)
        return integer(name, value, 0, 9e15, options.seed);
    if (name == u"--speed"_s)
        return number(name, value, 0, 1e6, options.speed);
    if (name == u"--users"_s)
        return integer(name, value, 1, 1'000'000, options.users);
    if (name == u"--limits"_s)
        return number(name, value, 0, 1e6, options.limits);
    if (name == u"--access-ttl"_s)
        return integer(name, value, 1, 86'400, options.accessSeconds);
    if (name == u"--adopt"_s) {
        if (value != u"largest"_s && value != u"none"_s)
            return bad(name, value, u"`largest` or `none`"_s);
        options.adoptLargest = value == u"largest"_s;
        return {};
    }
    if (name == u"--data-dir"_s)
        options.dataDir = value;
    else if (name == u"--network"_s)
        options.networkFile = value;
    else if (name == u"--admin"_s)
        options.admin = value;
    else if (name == u"--fault"_s)
        options.faults.append(value);
    else
        return std::unexpected(QString(u"unknown option "_s + name));
    return {};
}

} // namespace

std::expected<Options, QString> Options::parse(const QStringList &arguments)
{
    Options options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument == u"--help"_s || argument == u"-h"_s)
            return std::unexpected(QString());
        if (argument == u"--parent-watch"_s) {
            options.parentWatch = true;
            continue;
        }
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = equals < 0 ? argument : argument.left(equals);
        if (equals < 0 && i + 1 >= arguments.size())
            return std::unexpected(QString(u"unknown option, or one without its value: "_s + argument));
        const QString value = equals < 0 ? arguments[++i] : argument.mid(equals + 1);
        if (auto applied = apply(options, name, value); !applied)
            return std::unexpected(applied.error());
    }
    return options;
}

QString Options::usage()
{
    return uR"(majlis-sandbox: the HABIBI platform on loopback, for practice and for tests

  --port N            port on 127.0.0.1; 0 (default) lets the system choose
  --data-dir DIR      database folder, kept between runs; default: a temporary one
  --seed N            another world (default 1)
  --users N           people in the generated network, 1..1000000 (default 6000)
  --network FILE      a network of your own: lines `referee referrer timestamp`, `-` = root; plain or .xz
  --speed X           world seconds a second (default 720: a day and a rebase of each chain in two minutes; 0 = still)
  --adopt MODE        largest (default): the first new wallet takes over the position with the largest network,
                      so that there is something to see; none: every wallet starts with nothing
  --fault SPEC        MODE[:ARG][@PATH], may be repeated; modes: drop delay 429 500 503 malformed stale slow huge
                      invalid-utf8 nan duplicate-keys deep token-expired
  --limits X          factor on the rate limits (default 1, 0 = none)
  --access-ttl S      life of an access token in seconds (default 900)
  --admin ADDRESS     gives this address the role admin
  --parent-watch      stop when standard input ends (always so when it is a pipe)

Prints one JSON line with its endpoints when ready, and stops with its parent.
)"_s;
}

} // namespace majlis::sandbox
