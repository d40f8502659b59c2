// SPDX-License-Identifier: GPL-3.0-or-later
// judge.mjs PROBE [N]: ethers, tweetnacl, bs58 and node's own crypto against the wallet, in both directions.
import { spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import assert from "node:assert/strict";
import bs58 from "bs58";
import { HDNodeWallet, Mnemonic, Wallet, getAddress, getBytes, hexlify, keccak256, randomBytes, verifyMessage } from "ethers";
import nacl from "tweetnacl";

const [probe, count = "25"] = process.argv.slice(2);

function run(args, input) {
    const result = spawnSync(probe, args, { input, encoding: "utf8", maxBuffer: 1 << 28 });
    assert.equal(result.status, 0, `${probe} ${args}: ${result.stderr}`);
    return JSON.parse(result.stdout);
}

// SLIP-0010, section "Master key generation" and "Private parent key -> private child key", for Ed25519.
function slip10(seed, path) {
    const hmac = (key, data) => createHmac("sha512", key).update(data).digest();
    let node = hmac("ed25519 seed", seed);
    for (const step of path.split("/").slice(1)) {
        assert.ok(step.endsWith("'"));
        const index = Buffer.alloc(4);
        index.writeUInt32BE(2 ** 31 + Number(step.slice(0, -1)));
        node = hmac(node.subarray(32), Buffer.concat([Buffer.from([0]), node.subarray(0, 32), index]));
    }
    return node.subarray(0, 32);
}

let checks = 0;
const theirs = []; // what the others signed, for the wallet to judge

for (const { phrase, passphrase, evm, solana } of run(["make", count]).wallets) {
    const mnemonic = Mnemonic.fromPhrase(phrase, passphrase);
    const seed = getBytes(mnemonic.computeSeed());
    for (const { path, address, messageHex, signature } of evm) {
        const wallet = HDNodeWallet.fromMnemonic(mnemonic, path);
        const message = getBytes(messageHex);
        assert.equal(address, wallet.address);
        assert.equal(address, getAddress(address.toLowerCase()));
        assert.equal(verifyMessage(message, signature), address);
        assert.equal(signature, wallet.signMessageSync(message));
        const other = randomBytes(57);
        theirs.push({ address, messageHex: hexlify(other), signature: wallet.signMessageSync(other), good: true });
        theirs.push({ address, messageHex, signature: wallet.signMessageSync(other), good: false });
        theirs.push({ address: Wallet.createRandom().address, messageHex, signature, good: false });
        checks += 4;
    }
    for (const { path, address, messageHex, signature } of solana) {
        const keys = nacl.sign.keyPair.fromSeed(slip10(seed, path));
        const message = getBytes(messageHex);
        assert.equal(address, bs58.encode(keys.publicKey));
        assert.ok(nacl.sign.detached.verify(message, bs58.decode(signature), keys.publicKey));
        assert.equal(signature, bs58.encode(nacl.sign.detached(message, keys.secretKey)));
        const other = randomBytes(57);
        const made = bs58.encode(nacl.sign.detached(other, keys.secretKey));
        theirs.push({ address, messageHex: hexlify(other), signature: made, good: true });
        theirs.push({ address, messageHex, signature: made, good: false });
        checks += 3;
    }
}

for (const { hex, keccak, base58 } of run(["make", "0"]).encodings) {
    assert.equal(keccak, keccak256(hex));
    assert.equal(base58, bs58.encode(getBytes(hex)));
    checks += 2;
}

const verdicts = run(["verify"], JSON.stringify(theirs));
assert.equal(verdicts.length, theirs.length);
theirs.forEach(({ good, ...theCase }, i) => assert.equal(verdicts[i], good, JSON.stringify(theCase)));
checks += verdicts.length;

assert.ok(checks > 1000);
console.log(`${checks} checks by ethers, tweetnacl, bs58 and node:crypto`);
