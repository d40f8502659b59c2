// SPDX-License-Identifier: GPL-3.0-or-later
// node.mjs: a real EVM node (anvil) with the contracts of contracts.sol, behind a door that can be made to lie.
// POST /control {}               is told {chainId, coin, oldCoin, listener, key}
//               {"fault": mode}  the next answer is wrong: wrongId, noVersion, html, malformed, http429, huge,
//                                leadingZeros, otherHash, lostAnswer (the node got it, we did not)
//               {"mine": n}      n blocks
//               {"automine": b}  whether each transaction gets its block at once
// Ends when its standard input does.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { createServer as createSocket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ContractFactory, HDNodeWallet, JsonRpcProvider } from "ethers";

const require = createRequire(import.meta.url);
const phrase = "test test test test test test test test test test test junk"; // anvil's own, known to everybody
const chainId = 31337;

// Compiled once a machine: it takes seconds, and every test has a node of its own.
async function compiled() {
    const source = readFileSync(new URL("contracts.sol", import.meta.url), "utf8");
    const name = createHash("sha256").update(source).update(require("solc/package.json").version).digest("hex").slice(0, 16);
    const kept = join(tmpdir(), `majlis-contracts-${name}.json`);
    if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
    const { default: solc } = await import("solc");
    const input = {
        language: "Solidity",
        sources: { "contracts.sol": { content: source } },
        settings: { evmVersion: "cancun", outputSelection: { "*": { "*": ["abi", "evm.bytecode.object"] } } },
    };
    const load = (path) => ({ contents: readFileSync(require.resolve(path), "utf8") });
    const output = JSON.parse(solc.compile(JSON.stringify(input), { import: load }));
    const errors = (output.errors ?? []).filter((e) => e.severity === "error");
    if (errors.length) throw new Error(errors[0].formattedMessage);
    const contracts = output.contracts["contracts.sol"];
    writeFileSync(`${kept}.${process.pid}`, JSON.stringify(contracts));
    renameSync(`${kept}.${process.pid}`, kept);
    return contracts;
}

async function freePort() {
    const socket = createSocket().listen(0, "127.0.0.1");
    await new Promise((ready) => socket.once("listening", ready));
    const { port } = socket.address();
    await new Promise((closed) => socket.close(closed));
    return port;
}

const port = await freePort();
const rpc = `http://127.0.0.1:${port}`;
const platform = `@foundry-rs/anvil-${process.platform}-${process.arch === "x64" ? "amd64" : "arm64"}`;
const anvil = spawn(require.resolve(`${platform}/bin/anvil`),
    ["--host", "127.0.0.1", "--port", String(port), "--chain-id", String(chainId), "--mnemonic", phrase], { stdio: "ignore" });
const end = (code) => {
    anvil.kill("SIGKILL");
    process.exit(code);
};
anvil.once("exit", () => end(1));
process.on("SIGTERM", () => end(0));
process.on("uncaughtException", (error) => {
    console.error(error);
    end(1);
});

async function ask(method, params = []) {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
    const answer = await fetch(rpc, { method: "POST", headers: { "content-type": "application/json" }, body });
    return (await answer.json()).result;
}
for (let tries = 0; tries < 200; ++tries) {
    if (await ask("web3_clientVersion").catch(() => null)) break;
    await new Promise((passed) => setTimeout(passed, 25));
}

const provider = new JsonRpcProvider(rpc, chainId, { staticNetwork: true, pollingInterval: 50, cacheTimeout: -1 });
const owner = HDNodeWallet.fromPhrase(phrase).connect(provider);
const code = await compiled();
const deployed = {};
for (const [name, args] of [["Coin", [owner.address]], ["OldCoin", []], ["Listener", []]]) {
    const contract = await new ContractFactory(code[name].abi, code[name].evm.bytecode.object, owner).deploy(...args);
    await contract.waitForDeployment();
    deployed[name] = await contract.getAddress();
}
provider.destroy();

let fault = null;
async function control(order) {
    fault = order.fault ?? fault;
    if (order.mine) await ask("anvil_mine", ["0x" + order.mine.toString(16)]);
    if (order.automine !== undefined) await ask("evm_setAutomine", [order.automine]);
    return { chainId, coin: deployed.Coin, oldCoin: deployed.OldCoin, listener: deployed.Listener, key: owner.privateKey };
}

const lies = {
    wrongId: (answer) => ({ ...answer, id: answer.id + 1 }),
    noVersion: ({ jsonrpc, ...answer }) => answer,
    leadingZeros: (answer) => ({ ...answer, result: "0x0" + answer.result.slice(2) }),
    otherHash: (answer) => ({ ...answer, result: "0x" + "11".repeat(32) }),
    huge: (answer) => ({ ...answer, result: "0x" + "00".repeat(2 << 20) }),
};

async function respond(response, body) {
    const mode = fault;
    fault = null;
    const text = await (await fetch(rpc, { method: "POST", headers: { "content-type": "application/json" }, body })).text();
    const json = { "content-type": "application/json" };
    if (mode === "lostAnswer") return response.destroy();
    if (mode === "html") return response.writeHead(200, { "content-type": "text/html" }).end("<html>busy</html>");
    if (mode === "malformed") return response.writeHead(200, json).end(text.slice(0, -3));
    if (mode === "http429") return response.writeHead(429, { ...json, "retry-after": "1" }).end("{}");
    response.writeHead(200, json).end(mode ? JSON.stringify(lies[mode](JSON.parse(text))) : text);
}

const door = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", async () => {
        if (request.url !== "/control") return respond(response, body);
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(await control(JSON.parse(body))));
    });
});
door.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ url: `http://127.0.0.1:${door.address().port}` })));
process.stdin.resume().on("end", () => end(0));
