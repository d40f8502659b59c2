// SPDX-License-Identifier: GPL-3.0-or-later
// solana_interop_probe make BLOCKHASH     transactions of every instruction that the wallet builds, for execute.mjs
// solana_interop_probe signin             reads [{"good", "text" or fields}] and prints what the wallet makes of each
// The keys are constants: no wallet that anybody uses comes out of here.
#include "wallet/signer.h"
#include "wallet/solana/instructions.h"
#include "wallet/solana/programaddress.h"
#include "wallet/solana/programs.h"
#include "wallet/solana/review.h"
#include "wallet/solana/signin.h"
#include "wallet/solana/transaction.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace majlis::wallet;
using namespace majlis::wallet::solana;
using namespace Qt::StringLiterals;

namespace
{

SecretBytes seedOf(std::uint8_t fill)
{
    SecretBytes seed(32);
    std::ranges::fill(seed.span(), fill);
    return seed;
}

PublicKey walletOf(std::uint8_t fill)
{
    return *PublicKey::of(*solanaAddress(seedOf(fill)));
}

constexpr std::uint8_t payerSeed = 101;
constexpr std::uint8_t mintSeed = 102;
constexpr std::uint8_t nonceSeed = 103;
constexpr std::uint8_t freshSeed = 104;
constexpr std::uint64_t rent = 10'000'000; // more than any of these accounts needs

class Script
{
public:
    explicit Script(const Blockhash &blockhash)
        : m_blockhash(blockhash)
    {
    }

    void add(const QString &name, const std::vector<Instruction> &instructions,
        std::initializer_list<std::uint8_t> cosigners = {}, MessageVersion version = MessageVersion::Legacy,
        const std::vector<LookupTable> &tables = {})
    {
        const Message message = *compile(walletOf(payerSeed), m_blockhash, instructions, version, tables);
        Bytes bytes = signMessageOf(message, seedOf(payerSeed))->bytes;
        for (const std::uint8_t cosigner : cosigners)
            bytes = signTransaction(bytes, seedOf(cosigner))->bytes;
        const QByteArray raw(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
        const TransactionReview judged = review(message, {.wallet = walletOf(payerSeed), .tables = tables});
        m_steps.append(QJsonObject{{u"name"_s, name}, {u"tx"_s, QString::fromLatin1(raw.toBase64())},
            {u"fee"_s, static_cast<qint64>(judged.fees.total())},
            {u"outflow"_s, static_cast<qint64>(judged.outflow.lamports)},
            {u"understood"_s, !judged.has(Concern::UnknownInstruction) && !judged.has(Concern::UnknownProgram)}});
    }
    [[nodiscard]] const QJsonArray &steps() const { return m_steps; }

private:
    Blockhash m_blockhash;
    QJsonArray m_steps;
};

struct Cast {
    PublicKey payer = walletOf(payerSeed);
    PublicKey recipient = walletOf(110);
    PublicKey mint = walletOf(mintSeed);
    PublicKey nonce = walletOf(nonceSeed);
    PublicKey fresh = walletOf(freshSeed);
    PublicKey table = walletOf(111);
    PublicKey source = *associatedTokenAddress(payer, mint, tokenProgram());
    PublicKey destination = *associatedTokenAddress(recipient, mint, tokenProgram());
    PublicKey wrapped = *associatedTokenAddress(payer, nativeMint(), tokenProgram());
    PublicKey stake = *createWithSeed(payer, bytesOf("majlis-stake"), stakeProgram());
};

void addSystem(Script &script, const Cast &cast)
{
    script.add(u"transfer"_s, {system::transfer(cast.payer, cast.recipient, 1'234'567)});
    script.add(u"memo and budget"_s,
        {computebudget::setUnitLimit(60'000), computebudget::setUnitPrice(25'001),
            *memo::create("majlis \u0645\u062c\u0644\u0633", std::vector{cast.payer}),
            system::transfer(cast.payer, cast.recipient, 1'000'000)},
        {}, MessageVersion::V0);
    script.add(u"nonce account"_s,
        {system::createAccount(cast.payer, cast.nonce, rent, 80, systemProgram()),
            system::initializeNonce(cast.nonce, cast.payer)},
        {nonceSeed});
    script.add(u"nonce authority"_s, {system::authorizeNonce(cast.nonce, cast.payer, cast.payer)});
    script.add(u"nonce withdrawal"_s, {system::withdrawNonce(cast.nonce, cast.payer, cast.recipient, 3'000'000)});
    script.add(u"account with seed"_s,
        {system::createAccountWithSeed(cast.payer, cast.stake, cast.payer, "majlis-stake", rent, 200, stakeProgram())});
    script.add(u"assign"_s,
        {system::transfer(cast.payer, cast.fresh, rent), system::allocate(cast.fresh, 10),
            system::assign(cast.fresh, stakeProgram())},
        {freshSeed});
}

void addToken(Script &script, const Cast &cast)
{
    const PublicKey &program = tokenProgram();
    script.add(u"mint"_s,
        {system::createAccount(cast.payer, cast.mint, rent, 82, program),
            token::initializeMint(program, cast.mint, 6, cast.payer, std::nullopt)},
        {mintSeed});
    script.add(u"token accounts"_s,
        {*associatedtoken::createIdempotent(cast.payer, cast.payer, cast.mint, program),
            *associatedtoken::createIdempotent(cast.payer, cast.recipient, cast.mint, program),
            *associatedtoken::createIdempotent(cast.payer, cast.recipient, cast.mint, program),
            token::mintTo(program, cast.mint, cast.source, cast.payer, 9'000'000)});
    script.add(u"transferChecked"_s,
        {token::transferChecked(program, cast.source, cast.mint, cast.destination, cast.payer, 1'500'000, 6)});
    script.add(u"wrong decimals"_s,
        {token::transferChecked(program, cast.source, cast.mint, cast.destination, cast.payer, 1'500'000, 9)});
    script.add(u"lookup table"_s,
        {token::transferChecked(program, cast.source, cast.mint, cast.destination, cast.payer, 250'000, 6)}, {},
        MessageVersion::V0, {{cast.table, {cast.recipient, cast.destination, cast.source, cast.mint}}});
    script.add(u"plain token transfer"_s, {token::transfer(program, cast.source, cast.destination, cast.payer, 1)});
    script.add(u"approve"_s,
        {token::approve(program, cast.source, cast.recipient, cast.payer, 5),
            token::approveChecked(program, cast.source, cast.mint, cast.recipient, cast.payer, 77, 6)});
    script.add(u"revoke"_s, {token::revoke(program, cast.source, cast.payer)});
    script.add(u"burn"_s, {token::burn(program, cast.source, cast.mint, cast.payer, 1'000'000)});
    script.add(u"wrapped SOL"_s,
        {*associatedtoken::createIdempotent(cast.payer, cast.payer, nativeMint(), program),
            system::transfer(cast.payer, cast.wrapped, 5'000), token::syncNative(cast.wrapped)});
    script.add(u"close"_s, {token::closeAccount(program, cast.wrapped, cast.payer, cast.payer)});
    script.add(u"mint authority"_s,
        {token::setAuthority(program, cast.mint, token::AuthorityType::MintTokens, cast.payer, std::nullopt)});
    script.add(u"owner"_s,
        {token::setAuthority(program, cast.source, token::AuthorityType::AccountOwner, cast.payer, cast.recipient)});
}

QJsonObject made(const QString &blockhash)
{
    const Cast cast;
    Script script(*Blockhash::parse(blockhash));
    addSystem(script, cast);
    addToken(script, cast);
    return {{u"steps"_s, script.steps()},
        {u"accounts"_s,
            QJsonObject{{u"payer"_s, cast.payer.text()}, {u"recipient"_s, cast.recipient.text()},
                {u"mint"_s, cast.mint.text()}, {u"nonce"_s, cast.nonce.text()}, {u"fresh"_s, cast.fresh.text()},
                {u"table"_s, cast.table.text()}, {u"source"_s, cast.source.text()},
                {u"destination"_s, cast.destination.text()}, {u"wrapped"_s, cast.wrapped.text()},
                {u"stake"_s, cast.stake.text()}}}};
}

// Fields of the Wallet Standard's SolanaSignInInput, by their names there.
struct NamedField {
    QString name;
    std::optional<QString> SignIn::*member;
};

const std::vector<NamedField> &namedFields()
{
    static const std::vector<NamedField> fields = {{u"statement"_s, &SignIn::statement}, {u"uri"_s, &SignIn::uri},
        {u"version"_s, &SignIn::version}, {u"chainId"_s, &SignIn::chainId}, {u"nonce"_s, &SignIn::nonce},
        {u"issuedAt"_s, &SignIn::issuedAt}, {u"expirationTime"_s, &SignIn::expirationTime},
        {u"notBefore"_s, &SignIn::notBefore}, {u"requestId"_s, &SignIn::requestId}};
    return fields;
}

QJsonObject jsonOf(const SignIn &signIn)
{
    QJsonObject object{{u"domain"_s, signIn.domain}, {u"address"_s, signIn.address.text()}};
    for (const NamedField &field : namedFields()) {
        if (const auto &value = signIn.*field.member)
            object.insert(field.name, *value);
    }
    if (signIn.resources)
        object.insert(u"resources"_s, QJsonArray::fromStringList(*signIn.resources));
    return object;
}

QJsonValue messageFrom(const QJsonObject &object)
{
    SignIn signIn;
    signIn.domain = object[u"domain"_s].toString();
    const auto address = PublicKey::parse(object[u"address"_s].toString());
    if (!address)
        return QJsonValue::Null;
    signIn.address = *address;
    for (const NamedField &field : namedFields()) {
        if (object.contains(field.name))
            signIn.*field.member = object[field.name].toString();
    }
    if (object.contains(u"resources"_s)) {
        signIn.resources.emplace();
        for (const QJsonValue &uri : object[u"resources"_s].toArray())
            signIn.resources->append(uri.toString());
    }
    const auto message = signIn.message();
    return message ? QJsonValue(*message) : QJsonValue::Null;
}

QJsonArray signIns(const QJsonArray &questions)
{
    QJsonArray answers;
    for (const QJsonValue &question : questions) {
        if (question.isObject()) {
            answers.append(messageFrom(question.toObject()));
            continue;
        }
        const auto parsed = SignIn::parse(question.toString());
        answers.append(parsed ? QJsonValue(jsonOf(*parsed)) : QJsonValue::Null);
    }
    return answers;
}

void print(const QJsonDocument &document)
{
    std::puts(document.toJson(QJsonDocument::Compact).constData());
}

} // namespace

int main(int argc, char **argv)
{
    const QByteArray mode = argc > 1 ? argv[1] : "";
    if (mode == "make" && argc == 3) {
        print(QJsonDocument(made(QString::fromLatin1(argv[2]))));
        return 0;
    }
    if (mode == "signin") {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return 1;
        print(QJsonDocument(signIns(QJsonDocument::fromJson(input.readAll()).array())));
        return 0;
    }
    std::fputs("usage: solana_interop_probe make BLOCKHASH | signin\n", stderr);
    return 64;
}
