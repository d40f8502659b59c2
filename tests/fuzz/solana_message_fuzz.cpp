// SPDX-License-Identifier: GPL-3.0-or-later
// Solana transactions and messages as anybody may send them: read, judged, signed, written again.
#include "wallet/signer.h"
#include "wallet/solana/programs.h"
#include "wallet/solana/review.h"
#include "wallet/solana/transaction.h"

#include <cstdlib>

using namespace majlis::wallet;
using namespace majlis::wallet::solana;

namespace
{

void require(bool condition)
{
    if (!condition)
        std::abort();
}

const SecretBytes &ourSeed()
{
    static const SecretBytes seed(32);
    return seed;
}

void fuzzMessage(ByteView bytes)
{
    const auto message = Message::parse(bytes);
    if (!message)
        return;
    const Bytes written = message->serialise();
    require(std::equal(written.begin(), written.end(), bytes.begin(), bytes.end()));
    require(!signOffChainMessage(bytes, ourSeed()));
    ReviewContext context;
    context.wallet = *PublicKey::of(*solanaAddress(ourSeed()));
    context.programs
        = {{message->keys.back(), Program::TradeHybridStaking}, {message->keys.front(), Program::TradeHybridMatrix}};
    for (const TableLookup &lookup : message->lookups)
        context.tables.push_back({lookup.table, {message->keys.front(), tokenProgram()}});
    const TransactionReview judged = review(*message, context);
    require(judged.instructions.size() == message->instructions.size());
    for (const DecodedInstruction &instruction : judged.instructions)
        require(instruction.method != Method::Unknown || instruction.arguments.empty());
    // Whatever is not understood must be refused.
    if (judged.has(Concern::UnknownProgram) || judged.has(Concern::UnknownInstruction))
        require(judged.verdict() == Severity::Refused);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const ByteView bytes(data, size);
    fuzzMessage(bytes);
    const auto transaction = Transaction::parse(bytes);
    const auto signedOne = signTransaction(bytes, ourSeed());
    require(!signedOne || transaction.has_value());
    if (!transaction)
        return 0;
    const Bytes written = transaction->serialise();
    require(std::equal(written.begin(), written.end(), bytes.begin(), bytes.end()));
    const Bytes message = transaction->message.serialise();
    fuzzMessage(message);
    if (signedOne) {
        // Our slot only.
        std::size_t changed = 0;
        for (std::size_t i = 0; i < size; ++i)
            changed += signedOne->bytes[i] != bytes[i] ? 1 : 0;
        require(signedOne->bytes.size() == size && changed <= 64);
    }
    return 0;
}
