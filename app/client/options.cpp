// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/options.h"

#include <QDir>

#include <functional>
#include <map>

namespace majlis::client
{

using namespace Qt::StringLiterals;

namespace
{

using Outcome = std::expected<void, QString>;

Outcome takeSize(Options &options, const QString &text)
{
    const QStringList parts = text.split(u'x');
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
    if (size.width() < 320 || size.height() < 240 || size.width() > 8192 || size.height() > 8192) {
        return std::unexpected(u"--size takes WIDTHxHEIGHT, such as 1280x800"_s);
    }
    options.size = size;
    return {};
}

Outcome takeTheme(Options &options, const QString &text)
{
    if (!QStringList{u"dark"_s, u"light"_s, u"system"_s, u"highContrast"_s}.contains(text)) {
        return std::unexpected(u"--theme takes dark, light, system or highContrast"_s);
    }
    options.theme = text;
    return {};
}

Outcome takeUrl(Options &options, const QString &text)
{
    options.connectTo = QUrl(text, QUrl::StrictMode);
    if (!options.connectTo.isValid() || options.connectTo.host().isEmpty()) {
        return std::unexpected(u"--connect takes the address of a platform, such as https://api.habibi.finance"_s);
    }
    return {};
}

Outcome takeBench(Options &options, const QString &text)
{
    if (text != "unlock"_L1 && text != "home"_L1) {
        return std::unexpected(u"--bench-start takes unlock or home"_s);
    }
    options.bench = text == "home"_L1 ? Options::Bench::Home : Options::Bench::Unlock;
    return {};
}

Outcome takeIdle(Options &options, const QString &text)
{
    bool isNumber = false;
    options.benchSeconds = text.toInt(&isNumber);
    if (!isNumber || options.benchSeconds < 1 || options.benchSeconds > 3600) {
        return std::unexpected(u"--bench-idle takes seconds, 1 to 3600"_s);
    }
    options.bench = Options::Bench::Idle;
    return {};
}

} // namespace

std::expected<Options, QString> Options::parse(const QStringList &arguments)
{
    using Take = std::function<Outcome(Options &, const QString &)>;
    const std::map<QString, Take> withValue{
        {u"--data-dir"_s, [](Options &o, const QString &v) { return o.dataDir = QDir(v).absolutePath(), Outcome(); }},
        {u"--network"_s, [](Options &o, const QString &v) { return o.networkFile = v, Outcome(); }},
        {u"--shots"_s, [](Options &o, const QString &v) { return o.shotsDir = QDir(v).absolutePath(), Outcome(); }},
        {u"--connect"_s, takeUrl},
        {u"--size"_s, takeSize},
        {u"--theme"_s, takeTheme},
        {u"--bench-start"_s, takeBench},
        {u"--bench-idle"_s, takeIdle},
    };
    Options options;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString &name = arguments[i];
        if (name == "--help"_L1 || name == "-h"_L1) {
            return std::unexpected(QString());
        }
        if (name == "--sandbox"_L1) {
            options.sandbox = true;
        } else if (name == "--bench-unlock"_L1) {
            options.bench = Bench::Unlocking;
        } else if (name == "--bench-prepare"_L1) {
            options.bench = Bench::Prepare;
        } else if (name == "--"_L1) {
            options.sandboxArguments = arguments.mid(i + 1);
            break;
        } else if (const auto found = withValue.find(name); found != withValue.end()) {
            if (++i == arguments.size()) {
                return std::unexpected(u"%1 needs a value"_s.arg(name));
            }
            if (const Outcome taken = found->second(options, arguments[i]); !taken) {
                return std::unexpected(taken.error());
            }
        } else {
            return std::unexpected(u"%1 is not an option; see --help"_s.arg(name));
        }
    }
    return options;
}

QString Options::usage()
{
    return u"majlis: the desktop client of HABIBI\n\n"
           "  --data-dir DIR      wallet, settings and cache (default: your application data folder)\n"
           "  --connect URL       add this platform and use it\n"
           "  --sandbox [-- ARGS] use the practice platform on this computer; ARGS are majlis-sandbox's\n"
           "  --network FILE      a referral network for the practice platform (see majlis-sandbox --help)\n"
           "  --theme NAME        dark, light, system or highContrast\n"
           "  --size WxH          of the window\n"
           "  --shots DIR         take pictures of every page with a throwaway wallet, then end\n"
           "  --bench-start PAGE  print how long the start took (unlock, home), then end\n"
           "  --bench-idle SECS   print frames and processor time of an open window at rest, then end\n"
           "  --bench-unlock      print how long unlocking takes and what the window feels of it, then end\n"
           "  --bench-prepare     make the wallet and the cached data that the benches need, then end\n"_s;
}

} // namespace majlis::client
