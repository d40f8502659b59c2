// SPDX-License-Identifier: GPL-3.0-or-later
// What tweetnacl, bs58 and @solana/web3.js answer to the Solana questions of `majlis-cli vectors`.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { AddressLookupTableAccount, PublicKey, TransactionMessage, VersionedTransaction } from "@solana/web3.js";
import bs58 from "bs58";
import { Mnemonic, getBytes, hexlify } from "ethers";
import nacl from "tweetnacl";
import { messageOf } from "./peers.mjs";

const refused = { valid: false };

function attempt(work) {
    try {
        return work();
    } catch {
        return refused;
    }
}

// SLIP-0010 for Ed25519: hardened steps only.
function slip10(seed, path) {
    assert.match(path, /^m(\/(0|[1-9]\d{0,9})')*$/);
    const hmac = (key, data) => createHmac("sha512", key).update(data).digest();
    let node = hmac("ed25519 seed", seed);
    for (const step of path.split("/").slice(1)) {
        const index = Buffer.alloc(4);
        assert.ok(parseInt(step) < 2 ** 31);
        index.writeUInt32BE(2 ** 31 + parseInt(step));
        node = hmac(node.subarray(32), Buffer.concat([Buffer.from([0]), node.subarray(0, 32), index]));
    }
    return node.subarray(0, 32);
}

function seedOf(question) {
    if (question.secretKey) return getBytes(question.secretKey);
    return slip10(getBytes(Mnemonic.fromPhrase(question.mnemonic, question.passphrase ?? "").computeSeed()), question.path);
}

const keysOf = (question) => nacl.sign.keyPair.fromSeed(seedOf(question));

function signed(question) {
    const keys = keysOf(question);
    const bytes = Buffer.from(question.tx, "base64");
    const transaction = VersionedTransaction.deserialize(bytes);
    assert.deepEqual(Buffer.from(transaction.serialize()), bytes);
    const message = transaction.message;
    const signers = message.staticAccountKeys.slice(0, message.header.numRequiredSignatures);
    assert.equal(transaction.signatures.length, signers.length);
    const place = signers.findIndex((key) => key.equals(new PublicKey(keys.publicKey)));
    assert.ok(place >= 0);
    transaction.signatures[place] = nacl.sign.detached(message.serialize(), keys.secretKey);
    return { valid: true, tx: Buffer.from(transaction.serialize()).toString("base64"), signature: bs58.encode(transaction.signatures[place]) };
}

export const solanaPeers = {
    "sol.derive": (q) => attempt(() => ({ valid: true, secretKey: hexlify(seedOf(q)), address: bs58.encode(keysOf(q).publicKey) })),
    "sol.sign_message": (q) => {
        const keys = keysOf(q);
        return { address: bs58.encode(keys.publicKey), signature: bs58.encode(nacl.sign.detached(messageOf(q), keys.secretKey)) };
    },
    "sol.sign_tx": (q) => attempt(() => signed(q)),
    "sol.pda": (q) => {
        const [address, bump] = PublicKey.findProgramAddressSync(q.seeds.map(getBytes), new PublicKey(q.programId));
        return { address: address.toBase58(), bump };
    },
    "sol.address": (q) => attempt(() => {
        assert.equal(bs58.decode(q.address).length, 32);
        return { valid: true, onCurve: PublicKey.isOnCurve(bs58.decode(q.address)) };
    }),
    "sol.shortvec": ({ value }) => {
        const bytes = [];
        for (; value > 0x7f; value >>= 7) bytes.push((value & 0x7f) | 0x80);
        return { encoded: hexlify(Uint8Array.from([...bytes, value])) };
    },
    "base58.encode": (q) => ({ base58: bs58.encode(getBytes(q.hex)) }),
    "base58.decode": (q) => attempt(() => ({ valid: true, hex: hexlify(bs58.decode(q.base58)) })),
};

export const solanaJudges = {
    // Another order of the accounts is as good: what the message does is compared.
    "sol.compile_tx": (q, answer) => {
        const keys = keysOf(q);
        const transaction = VersionedTransaction.deserialize(Buffer.from(answer.tx, "base64"));
        const tables = q.lookupTables.map(({ key, addresses }) => new AddressLookupTableAccount({
            key: new PublicKey(key),
            state: { addresses: addresses.map((a) => new PublicKey(a)), deactivationSlot: 2n ** 64n - 1n, lastExtendedSlot: 0, lastExtendedSlotStartIndex: 0 },
        }));
        const message = TransactionMessage.decompile(transaction.message, { addressLookupTableAccounts: tables });
        assert.equal(transaction.version, q.version);
        assert.equal(message.recentBlockhash, q.recentBlockhash);
        assert.equal(message.payerKey.toBase58(), bs58.encode(keys.publicKey));
        const flagsOf = (key) => q.instructions.flatMap((i) => i.accounts).filter((a) => a.pubkey === key);
        assert.deepEqual(
            message.instructions.map((i) => ({
                programId: i.programId.toBase58(), data: hexlify(i.data), accounts: i.keys.map((k) => k.pubkey.toBase58()) })),
            q.instructions.map((i) => ({ programId: i.programId, data: i.data, accounts: i.accounts.map((a) => a.pubkey) })));
        for (const { pubkey, isSigner, isWritable } of message.instructions.flatMap((i) => i.keys)) {
            const isPayer = pubkey.equals(message.payerKey);
            const asked = flagsOf(pubkey.toBase58());
            assert.equal(isSigner, isPayer || asked.some((a) => a.isSigner));
            assert.equal(isWritable, isPayer || asked.some((a) => a.isWritable));
        }
        assert.ok(nacl.sign.detached.verify(transaction.message.serialize(), transaction.signatures[0], keys.publicKey));
    },
};
