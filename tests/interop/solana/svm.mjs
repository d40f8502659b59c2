// SPDX-License-Identifier: GPL-3.0-or-later
// A Solana virtual machine (npm's litesvm: the runtime and the real programs) that takes raw transactions.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import bs58 from "bs58";

process.env.RUST_LOG ??= "error";
const require = createRequire(import.meta.url);
const native = require("litesvm/dist/internal.js");
const { LiteSVM } = require("litesvm");

// litesvm gives numbers for errors; their names are in its type file.
const types = readFileSync(require.resolve("litesvm/dist/internal.d.ts"), "utf8");
function namesOf(name) {
    const body = types.match(new RegExp(`enum ${name} \\{([^}]*)\\}`))[1];
    return Object.fromEntries([...body.matchAll(/(\w+) = (\d+)/g)].map((match) => [match[2], match[1]]));
}
const transactionErrors = namesOf("TransactionErrorFieldless");
const instructionErrors = namesOf("InstructionErrorFieldless");

// As JSON-RPC nodes write it.
function errorOf(error) {
    if (typeof error === "number") return transactionErrors[error] ?? `Unknown(${error})`;
    const name = error.constructor.name;
    if (name !== "TransactionErrorInstructionError") return { [name.replace("TransactionError", "")]: {} };
    const inner = error.err();
    if (typeof inner === "number") return { InstructionError: [error.index, instructionErrors[inner]] };
    return { InstructionError: [error.index, "code" in inner ? { Custom: inner.code } : { BorshIoError: inner.msg }] };
}

export const key = (address) => bs58.decode(address);

export class Svm {
    constructor() {
        this.inner = new LiteSVM().inner;
        this.inner.setSigverify(true);
    }
    blockhash() {
        return this.inner.latestBlockhash();
    }
    airdrop(address, lamports) {
        this.inner.airdrop(key(address), BigInt(lamports));
    }
    balance(address) {
        return this.inner.getBalance(key(address)) ?? 0n;
    }
    account(address) {
        const found = this.inner.getAccount(key(address));
        if (!found || (found.lamports() === 0n && found.data().length === 0)) return null;
        return {
            lamports: found.lamports(),
            data: Buffer.from(found.data()),
            owner: bs58.encode(found.owner()),
            executable: found.executable(),
        };
    }
    setAccount(address, { lamports, data, owner }) {
        this.inner.setAccount(key(address), new native.Account(BigInt(lamports), data, key(owner), false, 2n ** 64n - 1n));
    }
    programAccounts(program) {
        return this.inner.getProgramAccounts(key(program)).map((entry) => bs58.encode(entry.address));
    }
    rentExemption(bytes) {
        return this.inner.minimumBalanceForRentExemption(BigInt(bytes));
    }
    // litesvm ends the process on bytes that are no transaction: hand it only what the wallet made.
    run(bytes, { simulate = false } = {}) {
        const signatures = bytes[0];
        const versioned = (bytes[1 + 64 * signatures] & 0x80) !== 0;
        const kind = versioned ? "VersionedTransaction" : "LegacyTransaction";
        const result = this.inner[`${simulate ? "simulate" : "send"}${kind}`](bytes);
        const meta = result.meta ? result.meta() : result;
        return {
            error: typeof result.err === "function" ? errorOf(result.err()) : null,
            logs: meta.logs(),
            units: Number(meta.computeUnitsConsumed()),
        };
    }
}

// An address lookup table that is active from the first slot on.
export function lookupTable(addresses) {
    const header = Buffer.alloc(56);
    header.writeUInt32LE(1, 0);
    header.writeBigUInt64LE(2n ** 64n - 1n, 4);
    return {
        lamports: 10_000_000,
        owner: "AddressLookupTab1e1111111111111111111111111",
        data: Buffer.concat([header, ...addresses.map((address) => Buffer.from(key(address)))]),
    };
}
