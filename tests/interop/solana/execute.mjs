// SPDX-License-Identifier: GPL-3.0-or-later
// execute.mjs PROBE: every instruction that the wallet builds, executed by the real programs, and what it left behind.
import { spawnSync } from "node:child_process";
import assert from "node:assert/strict";
import bs58 from "bs58";
import { Svm, lookupTable } from "./svm.mjs";

const [probe] = process.argv.slice(2);
const svm = new Svm();
const blockhash = svm.blockhash();
const result = spawnSync(probe, ["make", blockhash], { encoding: "utf8", maxBuffer: 1 << 26 });
assert.equal(result.status, 0, result.stderr);
const { steps, accounts } = JSON.parse(result.stdout);
const { payer, recipient, mint, nonce, fresh, table, source, destination, wrapped, stake } = accounts;

svm.airdrop(payer, 5_000_000_000n);
svm.airdrop(recipient, 1_000_000_000n);
svm.setAccount(table, lookupTable([recipient, destination, source, mint]));
// The mint of wrapped SOL is there on every cluster, but not in litesvm: no authority, supply 0, 9 decimals.
const nativeMint = Buffer.alloc(82);
nativeMint.set([9, 1], 44);
svm.setAccount("So11111111111111111111111111111111111111112", { lamports: 1_461_600, owner: "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA", data: nativeMint });
svm.inner.warpToSlot(100n); // a table serves from the slot after it was extended

const u64 = (address, offset) => svm.account(address).data.readBigUInt64LE(offset);
const keyAt = (address, offset) => bs58.encode(svm.account(address).data.subarray(offset, offset + 32));
const tokens = (address) => u64(address, 64);
const delegate = (address) => (svm.account(address).data.readUInt32LE(72) ? keyAt(address, 76) : null);

// What each step must have done, besides not failing.
const after = {
    "transfer": (before) => assert.equal(svm.balance(recipient) - before.recipient, 1_234_567n),
    "memo and budget": (before, run) => {
        assert.equal(svm.balance(recipient) - before.recipient, 1_000_000n);
        assert.ok(run.logs.some((line) => line.includes("majlis \u0645\u062c\u0644\u0633")), run.logs.join("\n"));
    },
    "nonce account": () => assert.equal(keyAt(nonce, 8), payer),
    "nonce authority": () => assert.equal(keyAt(nonce, 8), payer),
    "nonce withdrawal": (before) => assert.equal(svm.balance(recipient) - before.recipient, 3_000_000n),
    "account with seed": () => {
        assert.equal(svm.account(stake).owner, "Stake11111111111111111111111111111111111111");
        assert.equal(svm.account(stake).data.length, 200);
    },
    "assign": () => assert.equal(svm.account(fresh).owner, "Stake11111111111111111111111111111111111111"),
    "mint": () => assert.equal(svm.account(mint).data[44], 6),
    "token accounts": () => {
        assert.equal(tokens(source), 9_000_000n);
        assert.equal(keyAt(destination, 32), recipient);
    },
    "transferChecked": () => assert.deepEqual([tokens(source), tokens(destination)], [7_500_000n, 1_500_000n]),
    "wrong decimals": () => assert.equal(tokens(destination), 1_500_000n),
    "lookup table": () => assert.equal(tokens(destination), 1_750_000n),
    "plain token transfer": () => assert.equal(tokens(destination), 1_750_001n),
    "approve": () => assert.deepEqual([delegate(source), u64(source, 121)], [recipient, 77n]),
    "revoke": () => assert.equal(delegate(source), null),
    "burn": () => assert.deepEqual([tokens(source), u64(mint, 36)], [6_249_999n, 8_000_000n]),
    "wrapped SOL": () => assert.equal(tokens(wrapped), 5_000n),
    "close": () => assert.equal(svm.account(wrapped), null),
    "mint authority": () => assert.equal(svm.account(mint).data.readUInt32LE(0), 0),
    "owner": () => assert.equal(keyAt(source, 32), recipient),
};
const fails = { "wrong decimals": { InstructionError: [0, { Custom: 18 }] } }; // TokenError::MintDecimalsMismatch

assert.deepEqual(steps.map((step) => step.name), Object.keys(after));
let checks = 0;
for (const { name, tx, fee, outflow, understood } of steps) {
    const before = { payer: svm.balance(payer), recipient: svm.balance(recipient) };
    const run = svm.run(Buffer.from(tx, "base64"));
    assert.deepEqual(run.error, fails[name] ?? null, `${name}: ${JSON.stringify(run)}`);
    after[name](before, run);
    assert.ok(understood, `${name}: the review reads its own instructions`);
    // What the review foretold; rent of token accounts is paid inside the program, and closing brings it back.
    if (!["token accounts", "wrapped SOL", "close"].includes(name))
        assert.equal(before.payer - svm.balance(payer), BigInt(fee + outflow), `${name}: fee and outflow`);
    checks += 4;
}
const again = svm.run(Buffer.from(steps[0].tx, "base64"));
assert.equal(again.error, "AlreadyProcessed");
svm.inner.expireBlockhash();
console.log(`${checks + 1} checks: ${steps.length} transactions executed by litesvm`);
