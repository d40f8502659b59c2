// SPDX-License-Identifier: GPL-3.0-or-later
// Starts majlis-sandbox for one test file, and signs in to it with third parties' wallets.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import bs58 from 'bs58';
import { Wallet } from 'ethers';
import nacl from 'tweetnacl';

const program = process.env.MAJLIS_SANDBOX;
if (!program)
    throw new Error('MAJLIS_SANDBOX names the program to judge');

export class Sandbox {
    /** @param {string[]} options of the command line */
    static async start(...options) {
        const sandbox = new Sandbox();
        sandbox.process = spawn(program, ['--port', '0', ...options], { stdio: ['pipe', 'pipe', 'inherit'] });
        const [line] = await once(createInterface({ input: sandbox.process.stdout }), 'line');
        Object.assign(sandbox, JSON.parse(line));
        return sandbox;
    }

    /** Ends it by closing its standard input, as a parent that dies does; the exit code. */
    async stop() {
        const gone = once(this.process, 'exit');
        this.process.stdin.end();
        return (await gone)[0];
    }

    async get(path, headers = {}) {
        return fetch(this.rest + path, { headers });
    }

    async post(path, body, headers = {}) {
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        return fetch(this.rest + path,
            { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: text });
    }

    async command(name, body = {}) {
        const answer = await this.post(`/control/${name}`, body, { 'x-sandbox-token': this.controlToken });
        if (answer.status !== 200)
            throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
        return answer.json();
    }

    async state() {
        return (await this.get('/control/state', { 'x-sandbox-token': this.controlToken })).json();
    }

    async signIn(wallet) {
        const asked = await this.post('/api/auth/nonce', { address: wallet.address });
        const { nonce } = await asked.json();
        const signature = await wallet.sign(`Sign this message to authenticate with HABIBI Protocol\n\nNonce: ${nonce}`);
        const answer = await this.post('/api/auth/verify', { address: wallet.address, nonce, signature });
        return answer.json();
    }
}

export const evmWallet = (key = Wallet.createRandom().privateKey) => {
    const wallet = new Wallet(key);
    return { address: wallet.address, chain: 'base', sign: (message) => wallet.signMessage(message) };
};

export const solanaWallet = (seed = nacl.randomBytes(32)) => {
    const pair = nacl.sign.keyPair.fromSeed(seed);
    return {
        address: bs58.encode(pair.publicKey),
        chain: 'solana',
        sign: async (message) => bs58.encode(nacl.sign.detached(Buffer.from(message), pair.secretKey)),
    };
};

export const bearer = (tokens) => ({ authorization: `Bearer ${tokens.accessToken}` });
export const onceKey = () => ({ 'idempotency-key': randomUUID() });
export const registration = (wallet, code) =>
    `Register referral\n\nReferee: ${wallet.address}\nCode: ${code}\nChain: ${wallet.chain}`;

/** Resolves when `condition` gives something; fails after `ms`. */
export async function until(condition, what, ms = 10_000) {
    const end = Date.now() + ms;
    while (Date.now() < end) {
        const value = await condition();
        if (value)
            return value;
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`not within ${ms} ms: ${what}`);
}
