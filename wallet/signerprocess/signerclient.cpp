// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/signerprocess/signerclient.h"

#include "wallet/signerprocess/messagewire.h"

#include <QCoreApplication>
#include <QDir>

namespace majlis::wallet
{

namespace
{

constexpr std::chrono::seconds forGreeting{20};
constexpr std::chrono::seconds forWork{120};
constexpr std::chrono::seconds forTheRest{30};

// Those that run Argon2id or scrypt.
bool isWork(const WalletRequest &request)
{
    return std::holds_alternative<request::Create>(request) || std::holds_alternative<request::Unlock>(request)
        || std::holds_alternative<request::ChangePassphrase>(request)
        || std::holds_alternative<request::BackupPhrase>(request) || std::holds_alternative<request::ImportKey>(request)
        || std::holds_alternative<request::ExportKey>(request);
}

FrameChannel::Deadline within(std::chrono::seconds span)
{
    return std::chrono::steady_clock::now() + span;
}

Error trouble(ErrorCode code, const Error &reason)
{
    return {code, "majlis-signer: " + reason.detail, 0};
}

} // namespace

SignerClient::SignerClient(Setup setup)
    : m_setup(std::move(setup))
{
}

SignerClient::~SignerClient()
{
    m_busy = true; // this end is ours
    m_child.reset();
}

QString SignerClient::installedProgram()
{
#ifdef Q_OS_WIN
    const QString name = QStringLiteral("majlis-signer.exe");
#else
    const QString name = QStringLiteral("majlis-signer");
#endif
    return QDir(QCoreApplication::applicationDirPath()).filePath(name);
}

void SignerClient::onLost(std::function<void()> lost)
{
    m_lost = std::move(lost);
}

void SignerClient::drop()
{
    if (m_child)
        m_child->kill();
    m_child.reset();
    m_processId = 0;
    m_confinement = 0;
}

Result<void> SignerClient::ensureStarted()
{
    if (m_child && !m_child->hasEnded())
        return {};
    drop();
    const QStringList arguments{QStringLiteral("--folder"), m_setup.folder, QStringLiteral("--kdf"),
        QStringLiteral("%1,%2").arg(m_setup.parameters.operations).arg(m_setup.parameters.memoryKiB)};
    auto child = SignerChild::start(m_setup.program, arguments, [this] {
        if (!m_busy && m_lost)
            m_lost();
    });
    if (!child)
        return std::unexpected(trouble(ErrorCode::SignerMissing, child.error()));
    m_child = std::move(*child);
    m_number = 0;
    m_processId = m_child->processId();
    if (const Result<void> greeted = greet(); !greeted) {
        drop();
        const bool other = greeted.error().code == ErrorCode::UnsupportedVersion;
        return std::unexpected(trouble(other ? ErrorCode::SignerMismatch : ErrorCode::SignerFailed, greeted.error()));
    }
    if (m_idleLock) {
        if (const Result<WalletReply> set = exchange(request::SetIdleLock{*m_idleLock}); !set)
            return std::unexpected(trouble(ErrorCode::SignerFailed, set.error()));
    }
    return {};
}

Result<void> SignerClient::greet()
{
    if (const Result<void> sent = m_child->channel().write(wire::writeHello(), within(forGreeting)); !sent)
        return sent;
    const Result<SecretBytes> answer = m_child->channel().read(wire::largestFrame, within(forGreeting));
    if (!answer)
        return std::unexpected(answer.error());
    const Result<wire::Welcome> welcome = wire::readWelcome(answer->view());
    if (!welcome)
        return std::unexpected(welcome.error());
    m_confinement = welcome->confinement;
    return {};
}

Result<WalletReply> SignerClient::exchange(const WalletRequest &request)
{
    const std::uint32_t number = ++m_number;
    const auto deadline = within(isWork(request) ? forWork : forTheRest);
    if (const Result<void> sent = m_child->channel().write(wire::writeRequest(number, request), deadline); !sent)
        return std::unexpected(sent.error());
    const Result<SecretBytes> answer = m_child->channel().read(wire::largestFrame, deadline);
    if (!answer)
        return std::unexpected(answer.error());
    Result<wire::NumberedReply> reply = wire::readReply(answer->view());
    if (!reply)
        return std::unexpected(reply.error());
    if (reply->number != number)
        return fail(ErrorCode::Damaged, "an answer to another request");
    return std::move(reply->reply);
}

WalletReply SignerClient::perform(WalletRequest request)
{
    m_busy = true;
    if (const auto *set = std::get_if<request::SetIdleLock>(&request))
        m_idleLock = set->after;
    WalletReply outcome{std::unexpected(Error()), {}};
    if (const Result<void> started = ensureStarted(); !started)
        outcome = lostReply(started.error());
    else if (Result<WalletReply> reply = exchange(request); reply)
        outcome = std::move(*reply);
    else
        outcome = lostReply(trouble(ErrorCode::SignerLost, reply.error()));
    wipeStackBelow();
    m_busy = false;
    if (m_child && m_child->hasEnded() && m_lost) // between the answer and the line above
        m_lost();
    return outcome;
}

// The signer is gone or does not make sense. A fresh one says how the wallet stands now.
WalletReply SignerClient::lostReply(Error error)
{
    drop();
    WalletReply reply{std::unexpected(error), {}};
    reply.snapshot.phase = WalletPhase::Unusable;
    reply.snapshot.error = error;
    if (const Result<void> started = ensureStarted(); !started) {
        drop();
        reply.snapshot.error = started.error();
        return reply;
    }
    Result<WalletReply> fresh = exchange(request::Inspect{});
    if (fresh)
        reply.snapshot = std::move(fresh->snapshot);
    else
        drop();
    return reply;
}

} // namespace majlis::wallet
