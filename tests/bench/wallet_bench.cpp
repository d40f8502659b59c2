// SPDX-License-Identifier: GPL-3.0-or-later
// bench_wallet QUESTIONS.json: how many times a second the wallet signs and recovers, beside libsecp256k1's bare
// operation with the same context, and how often it encodes what the file asks for. Prints JSON: {name: {perSecond,
// result?}}.
#include "wallet/crypto/curve.h"
#include "wallet/crypto/ecdsa.h"
#include "wallet/encoding/hex.h"
#include "wallet/encoding/json.h"
#include "wallet/encoding/utf8.h"
#include "wallet/evm/abi.h"
#include "wallet/evm/rlp.h"
#include "wallet/evm/typeddata.h"
#include "wallet/random.h"

#include <secp256k1_recovery.h>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

using namespace majlis::wallet;
using namespace Qt::StringLiterals;

namespace
{

constexpr int rounds = 9;

// Of processor time: others may use the machine meanwhile.
double seconds(auto &&work, int times)
{
    const std::clock_t start = std::clock();
    for (int i = 0; i < times; ++i)
        work(i);
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

// Two that take turns, so that a busy moment of the machine meets both; the best round of each counts.
std::pair<double, double> perSecond(int times, auto &&one, auto &&other)
{
    double best = 1e9;
    double otherBest = 1e9;
    for (int round = 0; round < rounds; ++round) {
        best = std::min(best, seconds(one, times));
        otherBest = std::min(otherBest, seconds(other, times));
    }
    return {times / best, times / otherBest};
}

double perSecond(auto &&work)
{
    int times = 1;
    while (seconds(work, times) < 0.02)
        times *= 2;
    return perSecond(times, work, work).first;
}

std::size_t kept = 0; // what is worked out is used, so that no compiler leaves it away

QJsonObject figure(double rate)
{
    return {{u"perSecond"_s, rate}};
}

void curve(QJsonObject &report)
{
    const SecretBytes key = randomSecret(32);
    std::vector<Hash256> digests(64);
    for (Hash256 &digest : digests)
        fillRandom(digest);
    const auto digestOf
        = [&](int i) -> const Hash256 & { return digests[static_cast<std::size_t>(i) % digests.size()]; };
    std::vector<RecoverableSignature> made;
    std::vector<secp256k1_ecdsa_recoverable_signature> bare(digests.size());
    for (std::size_t i = 0; i < digests.size(); ++i) {
        made.push_back(signDigest(key, digests[i]).value());
        static_cast<void>(secp256k1_ecdsa_recoverable_signature_parse_compact(
            curveContext(), &bare[i], made[i].bytes.data(), made[i].parity));
    }
    const auto [sign, bareSign] = perSecond(
        4000, [&](int i) { kept += signDigest(key, digestOf(i))->bytes[0]; },
        [&](int i) {
            secp256k1_ecdsa_recoverable_signature signature;
            static_cast<void>(secp256k1_ecdsa_sign_recoverable(
                curveContext(), &signature, digestOf(i).data(), key.data(), nullptr, nullptr));
            kept += signature.data[0];
        });
    const auto [recover, bareRecover] = perSecond(
        4000,
        [&](int i) {
            const std::size_t at = static_cast<std::size_t>(i) % digests.size();
            kept += recoverSigner(digests[at], made[at])->bytes()[0];
        },
        [&](int i) {
            const std::size_t at = static_cast<std::size_t>(i) % digests.size();
            secp256k1_pubkey publicKey;
            kept += static_cast<std::size_t>(
                secp256k1_ecdsa_recover(curveContext(), &publicKey, &bare[at], digests[at].data()));
        });
    report[u"sign"_s] = QJsonObject{{u"perSecond"_s, sign}, {u"bare"_s, bareSign}};
    report[u"recover"_s] = QJsonObject{{u"perSecond"_s, recover}, {u"bare"_s, bareRecover}};
}

RlpItem rlpFrom(const Json &json)
{
    if (json.string() != nullptr)
        return RlpItem(fromHex(fromUtf8(*json.string())).value());
    RlpItem::List list;
    for (const Json &element : *json.array())
        list.push_back(rlpFrom(element));
    return RlpItem(std::move(list));
}

void abi(const std::string &name, const Json &question, QJsonObject &report)
{
    const AbiFunction function = AbiFunction::parse(*question.findString("signature")).value();
    const AbiValue value = AbiValue::fromJson(function.inputs(), *question.find("args")).value();
    const AbiValue::List &arguments = *value.get<AbiValue::List>();
    const Bytes encoded = function.encodeCall(arguments).value();
    QJsonObject encode = figure(perSecond([&](int) { kept += function.encodeCall(arguments)->size(); }));
    encode[u"result"_s] = toHex(encoded);
    report[QString::fromStdString(name + " encode")] = encode;
    report[QString::fromStdString(name + " decode")]
        = figure(perSecond([&](int) { kept += function.decodeCall(encoded)->size(); }));
}

void formats(const Json &questions, QJsonObject &report)
{
    const RlpItem item = rlpFrom(*questions.find("rlp"));
    QJsonObject rlp = figure(perSecond([&](int) { kept += encodeRlp(item).size(); }));
    rlp[u"result"_s] = toHex(encodeRlp(item));
    report[u"RLP encode"_s] = rlp;
    const Bytes encoded = encodeRlp(item);
    report[u"RLP decode"_s] = figure(perSecond([&](int) { kept += decodeRlp(encoded)->list().size(); }));
    abi("ABI transfer", *questions.find("transfer"), report);
    abi("ABI nested", *questions.find("nested"), report);
    const Json &typed = *questions.find("typedData");
    QJsonObject hash = figure(perSecond([&](int) { kept += TypedData::fromJson(typed)->digest()[0]; }));
    hash[u"result"_s] = toHex(TypedData::fromJson(typed)->digest());
    report[u"EIP-712 hash"_s] = hash;
}

} // namespace

int main(int argc, char **argv)
{
    QFile file(argc == 2 ? QString::fromLocal8Bit(argv[1]) : QString());
    if (!file.open(QIODevice::ReadOnly)) {
        std::fputs("usage: bench_wallet QUESTIONS.json\n", stderr);
        return 2;
    }
    QJsonObject report;
    curve(report);
    formats(Json::parse(file.readAll().toStdString()).value(), report);
    report[u"kept"_s] = QString::number(kept);
    std::puts(QJsonDocument(report).toJson(QJsonDocument::Compact).constData());
    return 0;
}
