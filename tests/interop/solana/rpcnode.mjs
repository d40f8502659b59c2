// SPDX-License-Identifier: GPL-3.0-or-later
// rpcnode.mjs: a Solana JSON-RPC node for tests of models/chain/solana, executing on litesvm. The test moves time:
// POST /control {"slots": n}     n slots pass, each with a new blockhash
//               {"fault": mode}  the next answer is wrong: wrongId, noVersion, both, html, malformed, http429, huge,
//                                stringBalance, otherSignature, foreignToken
//               {"drop": n}      the next n sent transactions are accepted and forgotten
//               {"every": ms}    a slot passes that often; 0: none by itself
// and is told {slot, sent}.
// Ends when its standard input does.
import { createServer } from "node:http";
import bs58 from "bs58";
import { Svm, lookupTable } from "./svm.mjs";

const tokenProgram = "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA";
const blocksOfAHash = 150;
const svm = new Svm();
svm.inner.setBlockhashCheck(false); // the node checks itself: litesvm knows one hash only
let slot = 1000;
let drop = 0;
let fault = null;
let sent = 0;
let timer = null;
const hashes = new Map(); // blockhash to its slot
const landed = new Map(); // signature to {slot, err}

function tick() {
    slot += 1;
    svm.inner.expireBlockhash();
    svm.inner.warpToSlot(BigInt(slot));
    hashes.set(svm.blockhash(), slot);
}
tick();

class RpcError extends Error {
    constructor(code, message, data) {
        super(message);
        Object.assign(this, { code, data });
    }
}

let genesis = bs58.encode(Buffer.alloc(32, 7)); // of a cluster of its own, until told otherwise
const context = (value) => ({ context: { apiVersion: "2.2.0", slot }, value });
const isLive = (hash) => hashes.has(hash) && slot - hashes.get(hash) <= blocksOfAHash;

// Only what the node must know of a transaction: where the message begins, its hash, its signer count.
function read(base64) {
    const bytes = Buffer.from(base64, "base64");
    const signatures = bytes[0];
    const message = bytes.subarray(1 + 64 * signatures);
    return { bytes, signature: bs58.encode(bytes.subarray(1, 65)), hash: hashOf(message) };
}
function hashOf(message) {
    const start = message[0] & 0x80 ? 1 : 0;
    const keys = message[start + 3];
    return bs58.encode(message.subarray(start + 4 + 32 * keys, start + 36 + 32 * keys));
}

function accountJson(account) {
    return account && {
        data: [account.data.toString("base64"), "base64"],
        executable: account.executable,
        lamports: Number(account.lamports),
        owner: account.owner,
        rentEpoch: 18446744073709551615, // JavaScript writes 18446744073709552000, as nodes behind such a proxy do
        space: account.data.length,
    };
}

function status(signature) {
    const found = landed.get(signature);
    if (!found) return null;
    const confirmations = slot - found.slot;
    const level = confirmations >= 32 ? "finalized" : confirmations >= 2 ? "confirmed" : "processed";
    return { slot: found.slot, confirmations: confirmations >= 32 ? null : confirmations, err: found.err, confirmationStatus: level };
}

const methods = {
    getGenesisHash: () => genesis,
    getLatestBlockhash: () => context({ blockhash: svm.blockhash(), lastValidBlockHeight: slot + blocksOfAHash }),
    getBlockHeight: () => slot,
    getBalance: (address) => context(fault === "stringBalance" ? "5" : Number(svm.balance(address))),
    getAccountInfo: (address) => context(accountJson(svm.account(address))),
    getTokenAccountsByOwner: (owner, { programId }) => context(
        svm.programAccounts(programId)
            .map((pubkey) => ({ pubkey, account: svm.account(pubkey) }))
            .filter(({ account }) => account.data.length >= 165)
            .filter(({ account }) => fault === "foreignToken" || bs58.encode(account.data.subarray(32, 64)) === owner)
            .map(({ pubkey, account }) => ({ pubkey, account: accountJson(account) }))),
    getMinimumBalanceForRentExemption: (bytes) => Number(svm.rentExemption(bytes)),
    getFeeForMessage: (message) => {
        const bytes = Buffer.from(message, "base64");
        return context(isLive(hashOf(bytes)) ? 5000 * bytes[bytes[0] & 0x80 ? 1 : 0] : null);
    },
    getRecentPrioritizationFees: () => [0, 0, 100, 40_000, 2_000].map((fee, i) => ({ slot: slot - i, prioritizationFee: fee })),
    simulateTransaction: (base64) => {
        const { bytes, hash } = read(base64);
        if (!isLive(hash)) return context({ err: "BlockhashNotFound", logs: [], unitsConsumed: 0 });
        svm.inner.setSigverify(false);
        const run = svm.run(bytes, { simulate: true });
        svm.inner.setSigverify(true);
        return context({ err: run.error, logs: run.logs, unitsConsumed: run.units });
    },
    sendTransaction: (base64, { skipPreflight }) => {
        sent += 1;
        const { bytes, signature, hash } = read(base64);
        if (!skipPreflight) {
            const err = isLive(hash) ? svm.run(bytes, { simulate: true }).error : "BlockhashNotFound";
            if (err) throw new RpcError(-32002, "Transaction simulation failed", { err, logs: [] });
        }
        if (fault === "otherSignature") return bs58.encode(Buffer.alloc(64, 9));
        if (drop > 0) {
            drop -= 1;
            return signature;
        }
        if (isLive(hash) && !landed.has(signature)) landed.set(signature, { slot, err: svm.run(bytes).error });
        return signature;
    },
    getSignatureStatuses: (signatures) => context(signatures.map(status)),
};

function answer(request) {
    const reply = { jsonrpc: "2.0", id: fault === "wrongId" ? request.id + 1 : request.id };
    if (fault === "noVersion") delete reply.jsonrpc;
    try {
        if (!Object.hasOwn(methods, request.method)) throw new RpcError(-32601, "Method not found");
        reply.result = methods[request.method](...(request.params ?? []));
        if (fault === "both") reply.error = { code: 1, message: "also wrong" };
    } catch (error) {
        reply.error = { code: error.code ?? -32603, message: error.message, data: error.data };
    }
    return JSON.stringify(reply);
}

function respond(response, body) {
    const as = (status, type, text, headers = {}) => response.writeHead(status, { "content-type": type, ...headers }).end(text);
    const good = answer(JSON.parse(body));
    const mode = fault;
    fault = null;
    if (mode === "html") return as(200, "text/html", "<html>proxy</html>");
    if (mode === "malformed") return as(200, "application/json", '{"jsonrpc":"2.0","result":');
    if (mode === "http429") return as(429, "application/json", '{"jsonrpc":"2.0","error":{"code":429,"message":"Too many requests"},"id":null}', { "retry-after": "1" });
    if (mode === "huge") return as(200, "application/json", `{"jsonrpc":"2.0","result":"${"x".repeat(3 << 20)}","id":1}`);
    return as(200, "application/json", good);
}

function control(order) {
    for (let i = 0; i < (order.slots ?? 0); ++i) tick();
    fault = order.fault ?? fault;
    drop = order.drop ?? drop;
    genesis = order.genesis ?? genesis;
    if (order.every !== undefined) {
        clearInterval(timer);
        timer = order.every > 0 ? setInterval(tick, order.every) : null;
    }
    if (order.airdrop) svm.airdrop(order.airdrop, 5_000_000_000n);
    if (order.mint) {
        const data = Buffer.alloc(82);
        data.writeBigUInt64LE(1_000_000_000n, 36);
        data.set([6, 1], 44);
        svm.setAccount(order.mint, { lamports: 1_461_600, owner: tokenProgram, data });
    }
    if (order.tokenAccount) {
        const { address, owner, mint, amount } = order.tokenAccount;
        const data = Buffer.alloc(165);
        data.set(bs58.decode(mint), 0);
        data.set(bs58.decode(owner), 32);
        data.writeBigUInt64LE(BigInt(amount), 64);
        data[108] = 1;
        svm.setAccount(address, { lamports: 2_039_280, owner: tokenProgram, data });
    }
    if (order.table) svm.setAccount(order.table.address, lookupTable(order.table.entries));
    return { slot, sent };
}

const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
        if (request.url === "/control")
            return response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(control(JSON.parse(body))));
        return respond(response, body);
    });
});
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` })));
process.stdin.resume().on("end", () => process.exit(0));
