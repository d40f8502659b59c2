// SPDX-License-Identifier: GPL-3.0-or-later
// signin.mjs PROBE: sign-in texts against the Wallet Standard's own library, in both directions.
import { spawnSync } from "node:child_process";
import assert from "node:assert/strict";
import { createSignInMessageText, parseSignInMessageText } from "@solana/wallet-standard-util";

const [probe] = process.argv.slice(2);
const address = "FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF";
const optional = {
    statement: "Sign in to Trade Hybrid.",
    uri: "https://trade-hybrid.example/a?b=c#d",
    version: "1",
    chainId: "mainnet",
    nonce: "p7Yq2Lx9TtVw4Zk1",
    issuedAt: "2025-11-20T14:46:40.123Z",
    expirationTime: "2025-11-20T15:46:40+01:00",
    notBefore: "2025-11-20t14:46:40z",
    requestId: "r-1%20",
    resources: ["https://trade-hybrid.example/terms", "ipfs://bafy"],
};
const names = Object.keys(optional);

const inputs = [];
for (let mask = 0; mask < 1 << names.length; ++mask)
    inputs.push({ domain: "trade-hybrid.example:8443", address, ...Object.fromEntries(names.filter((_, i) => mask & (1 << i)).map((name) => [name, optional[name]])) });

function ask(questions) {
    const result = spawnSync(probe, ["signin"], { input: JSON.stringify(questions), encoding: "utf8", maxBuffer: 1 << 28 });
    assert.equal(result.status, 0, result.stderr);
    return JSON.parse(result.stdout);
}

const texts = inputs.map((input) => createSignInMessageText(input));
assert.deepEqual(ask(inputs), texts);
assert.deepEqual(ask(texts), inputs);
for (const [i, text] of texts.entries()) assert.deepEqual(JSON.parse(JSON.stringify(parseSignInMessageText(text))), inputs[i]);
console.log(`${inputs.length * 3} sign-in texts, the same as the Wallet Standard's`);
