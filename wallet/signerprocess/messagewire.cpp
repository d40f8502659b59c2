// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/signerprocess/messagewire.h"

#include "wallet/signerprocess/intentwire.h"
#include "wallet/signerprocess/variantwire.h"
#include "wallet/vaultcontent.h"

namespace majlis::wallet::wire
{

namespace
{

constexpr ByteArray<8> magic{'M', 'A', 'J', 'L', 'I', 'S', 'S', 'P'};
constexpr std::uint8_t errorCodeCount = static_cast<std::uint8_t>(ErrorCode::Internal) + 1;
constexpr std::size_t largestKeyText = std::size_t{64} * 1024;
constexpr std::size_t largestSignedText = longestMessage * 3; // what is said of it besides

std::unexpected<Error> notAMessage()
{
    return fail(ErrorCode::Damaged, "not a message of the signer protocol");
}

} // namespace

template <>
struct Blank<Account> {
    static Account make() { return {.name = {}, .address = blankAddress()}; }
};
template <>
struct Blank<request::WatchAddress> {
    static request::WatchAddress make() { return {.address = blankAddress(), .name = {}}; }
};
template <>
struct Blank<SignedIntent> {
    static SignedIntent make() { return {blankAddress(), {}, {}, {}, {}, {}}; }
};

// Templates in the namespace itself, where the helpers of variantwire.h find them by their first argument.

template <class Archive, Like<std::monostate> X>
void describe(Archive &, X &)
{
}

template <class Archive, Like<SecretBytes> X>
void describe(Archive &archive, X &secret)
{
    archive.secret(secret, VaultContent::largestSecret);
}

template <class Archive, Like<Account> X>
void describe(Archive &archive, X &x)
{
    archive.number(x.id);
    archive.text(x.name);
    archive.address(x.address);
    archive.number(x.index);
    archive.choice(x.origin, 3);
    archive.flag(x.hidden);
}

template <class Archive, Like<SignedIntent> X>
void describe(Archive &archive, X &x)
{
    archive.address(x.signer);
    archive.text(x.message, longestMessage);
    archive.text(x.signature);
    archive.bytes(x.transaction, longestMessage);
    archive.text(x.transactionId);
    archive.text(x.description, largestSignedText);
}

template <class Archive, Like<Error> X>
void describe(Archive &archive, X &x)
{
    archive.choice(x.code, errorCodeCount);
    QString detail = QString::fromStdString(x.detail).left(longestText / 4);
    archive.text(detail);
    std::chrono::milliseconds retryAfter(x.retryAfterMs);
    archive.time(retryAfter);
    if constexpr (Archive::isReader) {
        x.detail = detail.toStdString();
        x.retryAfterMs = retryAfter.count();
    }
}

template <class Archive, Like<WalletSnapshot> X>
void describe(Archive &archive, X &x)
{
    archive.choice(x.phase, 5);
    describe(archive, x.error);
    archive.flag(x.recovered);
    archive.flag(x.hasDeviceKey);
    archive.text(x.vaultId);
    describeList(archive, x.accounts, VaultContent::mostAccounts);
    archive.flag(x.hasMnemonicPassphrase);
}

template <class Archive, Like<request::Inspect> X>
void describe(Archive &, X &)
{
}

template <class Archive, Like<request::Create> X>
void describe(Archive &archive, X &x)
{
    archive.secret(x.entropy, 32);
    archive.secret(x.mnemonicPassphrase, largestPassphrase);
    archive.secret(x.passphrase, largestPassphrase);
}

template <class Archive, Like<request::Unlock> X>
void describe(Archive &archive, X &x)
{
    archive.secret(x.passphrase, largestPassphrase);
}

template <class Archive, Like<request::Lock> X>
void describe(Archive &, X &)
{
}

template <class Archive, Like<request::ChangePassphrase> X>
void describe(Archive &archive, X &x)
{
    archive.secret(x.current, largestPassphrase);
    archive.secret(x.next, largestPassphrase);
}

template <class Archive, Like<request::BackupPhrase> X>
void describe(Archive &archive, X &x)
{
    archive.secret(x.passphrase, largestPassphrase);
}

template <class Archive, Like<request::SetAside> X>
void describe(Archive &, X &)
{
}

template <class Archive, Like<request::AddAccount> X>
void describe(Archive &archive, X &x)
{
    archive.choice(x.family, 2);
    archive.text(x.name);
}

template <class Archive, Like<request::RenameAccount> X>
void describe(Archive &archive, X &x)
{
    archive.number(x.id);
    archive.text(x.name);
}

template <class Archive, Like<request::Sign> X>
void describe(Archive &archive, X &x)
{
    archive.number(x.id);
    if constexpr (Archive::isReader)
        readIntent(archive, x.intent);
    else
        writeIntent(archive, x.intent);
}

template <class Archive, Like<request::PutSecret> X>
void describe(Archive &archive, X &x)
{
    archive.text(x.name);
    archive.secret(x.value, VaultContent::largestSecret);
}

template <class Archive, Like<request::GetSecret> X>
void describe(Archive &archive, X &x)
{
    archive.text(x.name);
}

template <class Archive, Like<request::RemoveSecret> X>
void describe(Archive &archive, X &x)
{
    archive.text(x.name);
}

template <class Archive, Like<request::SetDeviceKey> X>
void describe(Archive &archive, X &x)
{
    archive.secret(x.key, 32);
}

template <class Archive, Like<request::RemoveDeviceKey> X>
void describe(Archive &, X &)
{
}

template <class Archive, Like<request::UnlockWithDeviceKey> X>
void describe(Archive &archive, X &x)
{
    archive.secret(x.key, 32);
}

template <class Archive, Like<request::SetIdleLock> X>
void describe(Archive &archive, X &x)
{
    archive.time(x.after);
}

template <class Archive, Like<request::Touch> X>
void describe(Archive &, X &)
{
}

template <class Archive, Like<request::ImportKey> X>
void describe(Archive &archive, X &x)
{
    archive.choice(x.format, keyFormatCount);
    archive.secret(x.text, largestKeyText);
    archive.secret(x.filePassphrase, largestPassphrase);
    archive.text(x.name);
}

template <class Archive, Like<request::WatchAddress> X>
void describe(Archive &archive, X &x)
{
    archive.address(x.address);
    archive.text(x.name);
}

template <class Archive, Like<request::SetAccountHidden> X>
void describe(Archive &archive, X &x)
{
    archive.number(x.id);
    archive.flag(x.hidden);
}

template <class Archive, Like<request::RemoveAccount> X>
void describe(Archive &archive, X &x)
{
    archive.number(x.id);
}

template <class Archive, Like<request::ExportKey> X>
void describe(Archive &archive, X &x)
{
    archive.number(x.id);
    archive.secret(x.passphrase, largestPassphrase);
    archive.choice(x.format, keyFormatCount);
    archive.secret(x.filePassphrase, largestPassphrase);
}

SecretBytes writeHello()
{
    Writer writer;
    writer.raw(magic);
    writer.number(protocolVersion);
    return writer.take();
}

Result<void> readHello(ByteView message)
{
    Reader reader(message);
    ByteArray<8> start{};
    std::uint16_t version = 0;
    reader.raw(start);
    reader.number(version);
    if (!reader.isDone() || start != magic)
        return notAMessage();
    if (version != protocolVersion)
        return fail(ErrorCode::UnsupportedVersion, "the client speaks another version of the signer protocol");
    return {};
}

SecretBytes writeWelcome(std::uint32_t confinement)
{
    Writer writer;
    writer.raw(magic);
    writer.number(protocolVersion);
    writer.number(confinement);
    return writer.take();
}

Result<Welcome> readWelcome(ByteView message)
{
    Reader reader(message);
    ByteArray<8> start{};
    Welcome welcome;
    reader.raw(start);
    reader.number(welcome.version);
    reader.number(welcome.confinement);
    if (!reader.isDone() || start != magic)
        return notAMessage();
    if (welcome.version != protocolVersion)
        return fail(ErrorCode::UnsupportedVersion, "the signer speaks another version of the protocol");
    return welcome;
}

SecretBytes writeRequest(std::uint32_t number, const WalletRequest &request)
{
    Writer writer;
    writer.number(number);
    describeVariant(writer, request);
    return writer.take();
}

Result<NumberedRequest> readRequest(ByteView message)
{
    Reader reader(message);
    NumberedRequest read;
    reader.number(read.number);
    describeVariant(reader, read.request);
    if (!reader.isDone())
        return notAMessage();
    return read;
}

SecretBytes writeReply(std::uint32_t number, const WalletReply &reply)
{
    Writer writer;
    writer.number(number);
    describe(writer, reply.snapshot);
    writer.flag(reply.result.has_value());
    if (reply.result)
        describeVariant(writer, *reply.result);
    else
        describe(writer, reply.result.error());
    return writer.take();
}

Result<NumberedReply> readReply(ByteView message)
{
    Reader reader(message);
    NumberedReply read;
    bool ok = false;
    reader.number(read.number);
    describe(reader, read.reply.snapshot);
    reader.flag(ok);
    if (ok) {
        WalletValue value;
        describeVariant(reader, value);
        read.reply.result = std::move(value);
    } else {
        Error error;
        describe(reader, error);
        read.reply.result = std::unexpected(std::move(error));
    }
    if (!reader.isDone())
        return notAMessage();
    return read;
}

} // namespace majlis::wallet::wire
