// SPDX-License-Identifier: GPL-3.0-or-later
// Every REST operation of the sandbox, refusals included, judged by the contract (ajv), ethers and tweetnacl.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { contract, judge, judged, schemaNamed, check } from './contract.mjs';
import { Sandbox, bearer, evmWallet, onceKey, registration, solanaWallet } from './sandbox.mjs';

let box;
let owner; // took over the largest network
let tokens;
const wallet = evmWallet('0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80');

before(async () => {
    box = await Sandbox.start('--speed', '0', '--limits', '0', '--users', '3000');
    owner = wallet.address;
    tokens = await box.signIn(wallet);
});
after(async () => assert.equal(await box.stop(), 0));

const nonce = (body) => box.post('/api/auth/nonce', body).then((a) => judge('/api/auth/nonce', 'post', a));
const verify = (body) => box.post('/api/auth/verify', body).then((a) => judge('/api/auth/verify', 'post', a));
const refresh = (token, headers) =>
    box.post('/api/auth/refresh', { refreshToken: token }, headers).then((a) => judge('/api/auth/refresh', 'post', a));

test('the same key signs in as the contract shows it, on both curves', async () => {
    check(schemaNamed('AuthResponse'), tokens, 'verify');
    assert.equal(tokens.address, owner);
    assert.equal(tokens.role, 'verified');
    const claims = JSON.parse(Buffer.from(tokens.accessToken.split('.')[1], 'base64url').toString());
    check(schemaNamed('AccessTokenClaims'), claims, 'claims');
    assert.equal(claims.exp - claims.iat, 900);
    const solana = solanaWallet(Uint8Array.from({ length: 32 }, (_, i) => i));
    assert.equal(solana.address, 'FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF');
    const asked = await nonce({ address: solana.address });
    const signature = await solana.sign(asked.message);
    const answer = await verify({ address: solana.address, nonce: asked.nonce, signature });
    assert.equal(answer.role, 'user');
});

test('sign-in refuses what is not a sign-in', async () => {
    for (const body of [{}, { address: 7 }, { address: '0xzz' }, { address: 'O0l' }, 'no json', '[]',
        { address: owner.toLowerCase().replace('f', 'F') }, { address: owner, chain: 'polygon' }]) {
        const answer = await nonce(body);
        assert.equal(answer.code, 'validation_failed', JSON.stringify(body));
    }
    const { nonce: value } = await nonce({ address: owner });
    const other = await evmWallet().sign(`Sign this message to authenticate with HABIBI Protocol\n\nNonce: ${value}`);
    assert.equal((await verify({ address: owner, nonce: value, signature: other })).reason, 'invalid_signature');
    assert.equal((await verify({ address: owner, nonce: value, signature: other })).reason, 'nonce_used');
    assert.equal((await verify({ address: owner, nonce: 'a'.repeat(32), signature: other })).reason, 'nonce_unknown');
    assert.equal((await verify({ address: owner, nonce: '!', signature: other })).code, 'validation_failed');
});

test('refresh tokens work once, replay with their key, and take the family along', async () => {
    const fresh = await box.signIn(evmWallet());
    const key = onceKey();
    const first = await refresh(fresh.refreshToken, key);
    const again = await refresh(fresh.refreshToken, key);
    assert.deepEqual(again, first);
    assert.equal((await refresh(fresh.refreshToken, onceKey())).reason, 'refresh_reused');
    assert.equal((await refresh(first.refreshToken, onceKey())).code, 'unauthorized');
    assert.equal((await refresh('rt_unknown', onceKey())).reason, 'refresh_unknown');
    assert.equal((await refresh('rt_unknown', {})).code, 'validation_failed');
    const next = await box.signIn(evmWallet());
    const out = await box.post('/api/auth/logout', { refreshToken: next.refreshToken });
    await judge('/api/auth/logout', 'post', out);
    assert.equal(out.status, 204);
    assert.equal((await refresh(next.refreshToken, onceKey())).reason, 'refresh_unknown');
    await judge('/api/auth/logout', 'post', await box.post('/api/auth/logout', {}));
});

const user = (address, headers) =>
    box.get(`/users/${address}`, headers).then((a) => judge('/users/{address}', 'get', a));

test('users: public, own, unknown, malformed, and validators', async () => {
    const open = await user(owner);
    assert.equal(open.role, null);
    assert.equal(open.referralCode, null);
    assert.ok(open.totalReferrals > 500);
    const own = await user(owner, bearer(tokens));
    assert.equal(own.role, 'verified');
    assert.match(own.referralCode.code, /^HABIBI-BASE-/);
    assert.equal((await user('0x0000000000000000000000000000000000000001')).code, 'not_found');
    assert.equal((await user('0x12')).message, 'Invalid Ethereum address');
    assert.equal((await user('hello')).message, 'Invalid Solana address');
    assert.equal((await user(owner, { authorization: 'Bearer nonsense' })).code, 'unauthorized');
    const first = await box.get(`/users/${owner}`);
    const etag = first.headers.get('etag');
    assert.match(etag, /^"[^"]+"$/);
    assert.match(first.headers.get('cache-control'), /max-age=60/);
    const second = await box.get(`/users/${owner}`, { 'if-none-match': etag });
    await judge('/users/{address}', 'get', second);
    assert.equal(second.status, 304);
});

const network = (query, headers, address = owner) => box.get(`/users/${address}/network${query}`, headers)
    .then((a) => judge('/users/{address}/network', 'get', a));

test('a network is breadth first, whole in pages, and the same in both representations', async () => {
    const whole = await network('?depth=7');
    assert.equal(whole.truncation.truncated, false);
    assert.equal(whole.nodes.length, whole.truncation.totalNodes);
    assert.equal(whole.nodes.length - 1, whole.strength.totalDescendants);
    const at = new Map(whole.nodes.map((node, index) => [node.address, index]));
    assert.equal(at.size, whole.nodes.length);
    let previous = 0;
    for (const [index, node] of whole.nodes.entries()) {
        if (index === 0)
            continue;
        const parent = at.get(node.parent);
        assert.ok(parent !== undefined && parent < index && parent >= previous, `order at ${index}`);
        assert.equal(node.depth, whole.nodes[parent].depth + 1);
        previous = parent;
    }
    const collected = [];
    let cursor = '';
    do {
        const page = await network(`?depth=7&limit=700${cursor && `&cursor=${cursor}`}`);
        assert.equal(page.firstIndex, collected.length);
        assert.equal(page.snapshotId, whole.snapshotId);
        collected.push(...page.nodes);
        cursor = page.truncation.nextCursor;
    } while (cursor);
    assert.deepEqual(collected, whole.nodes);
    const accept = { accept: 'application/vnd.majlis.graph+binary;version=1, application/json;q=0.5' };
    const graph = await network('?depth=7', accept);
    assert.equal(graph.subarray(0, 8).toString('hex'), '894d4a470d0a1a0a');
    assert.equal(graph.readUInt32LE(24), whole.nodes.length);
    assert.equal(Number(graph.readBigUInt64LE(56)), graph.length);
    const zipped = await box.get(`/users/${owner}/network`, { ...accept, 'accept-encoding': 'gzip' });
    assert.equal(zipped.headers.get('content-encoding'), 'gzip');
});

test('the strength of a network is the formula of domain.md over what the answer shows', async () => {
    const { nodes, strength } = await network('?depth=7');
    let weighted = 0n;
    const scaled = (text) => { // tokens × 10^18
        const [whole, fraction = ''] = text.split('.');
        return BigInt(whole + fraction.padEnd(18, '0'));
    };
    for (const node of nodes.slice(1))
        weighted += scaled(node.balance) * 7n ** BigInt(node.depth) * 10n ** BigInt(7 - node.depth);
    const down = weighted / 10n ** 7n;
    assert.equal(scaled(strength.weightedBalance), down);
    const depth = Math.max(...nodes.map((node) => node.depth));
    const score = 100 * Math.log10(nodes.length) + 50 * Math.log10(Number(weighted) / 1e25 + 1) + 10 * depth;
    assert.ok(Math.abs(score - strength.score) < 1e-9, `${score} ${strength.score}`);
});

test('networks refuse what they cannot answer', async () => {
    for (const query of ['?depth=0', '?depth=8', '?depth=x', '?limit=0', '?limit=5001', '?limit=1e3', '?cursor=zz'])
        assert.equal((await network(query)).code, 'validation_failed', query);
    assert.equal((await network('', {}, '0x0000000000000000000000000000000000000001')).code, 'not_found');
    const { truncation } = await network('?depth=7&limit=10');
    const gone = Buffer.from(Buffer.from(truncation.nextCursor, 'base64url').toString().replace(/^s[0-9a-f]+/, 's0'))
        .toString('base64url');
    assert.equal((await network(`?depth=7&limit=10&cursor=${gone}`)).reason, 'snapshot_expired');
    assert.equal((await network(`?depth=6&limit=10&cursor=${truncation.nextCursor}`)).code, 'validation_failed');
});

async function register(who, code, key = onceKey(), change = {}) {
    const body = { refereeAddress: who.address, referralCode: code, chain: who.chain,
        signature: await who.sign(registration(who, code)), ...change };
    const answer = await box.post('/api/referrals/register', body, key);
    return { replayed: answer.headers.get('idempotency-replayed'),
        ...(await judge('/api/referrals/register', 'post', answer)) };
}

test('registrations: once, idempotent, and every refusal', async () => {
    const { referralCode } = await user(owner, bearer(tokens));
    const { code } = referralCode;
    const before_ = await user(owner);
    const key = onceKey();
    const newcomer = evmWallet();
    const first = await register(newcomer, code, key);
    assert.equal(first.success, true);
    assert.equal(first.referrer, owner);
    const again = await register(newcomer, code, key);
    assert.equal(again.replayed, 'true');
    assert.equal(again.registeredAt, first.registeredAt);
    const other = await box.post('/api/referrals/register', { refereeAddress: newcomer.address, referralCode: code,
        signature: '0x' + '1'.repeat(130) }, key);
    assert.equal((await judge('/api/referrals/register', 'post', other)).reason, 'idempotency_mismatch');
    const after_ = await user(owner);
    assert.equal(after_.directReferrals, before_.directReferrals + 1);
    assert.equal(after_.totalReferrals, before_.totalReferrals + 1);
    assert.equal((await register(newcomer, code)).reason, 'already_referred');
    assert.equal((await register(wallet, code)).reason, 'self_referral');
    const below = await box.signIn(newcomer);
    const { referralCode: theirs } = await user(newcomer.address, bearer(below));
    assert.equal((await register(wallet, theirs.code)).reason, 'referral_cycle');
    assert.equal((await register(evmWallet(), 'HABIBI-BASE-ZZZZZZZZ')).code, 'not_found');
    assert.equal((await register(evmWallet(), 'HABIBI-base-1')).message, 'Invalid referral code format');
    assert.equal((await register(evmWallet(), code, {})).code, 'validation_failed');
    assert.equal((await register(evmWallet(), code, onceKey(), { signature: '0x' + '2'.repeat(130) })).reason,
        'invalid_signature');
    const foreign = evmWallet();
    const answer = await box.post('/api/referrals/register', { refereeAddress: foreign.address, referralCode: code,
        signature: await foreign.sign(registration(foreign, code)), chain: 'base' }, { ...onceKey(), ...bearer(tokens) });
    assert.equal((await judge('/api/referrals/register', 'post', answer)).code, 'forbidden');
    const sol = await register(solanaWallet(), code);
    assert.equal(sol.chain, 'solana');
});

const history = (query, headers) =>
    box.get(`/rebase/history${query}`, headers).then((a) => judge('/rebase/history', 'get', a));

test('rebases have no gaps, add up, and page', async () => {
    await box.command('rebase', { chain: 'solana' });
    const seen = [];
    let cursor = '';
    do {
        const page = await history(`?chain=solana&limit=7${cursor && `&cursor=${cursor}`}`);
        seen.push(...page.events);
        cursor = page.nextCursor;
    } while (cursor);
    assert.deepEqual(seen.map((event) => event.epoch), seen.map((_, i) => seen.length - i));
    const scaled = (text) => {
        const [whole, fraction = ''] = text.split('.');
        return BigInt(whole + fraction.padEnd(18, '0'));
    };
    for (const [i, event] of seen.entries()) {
        const before_ = scaled(event.totalSupplyBefore);
        assert.equal(scaled(event.rebaseAmount), before_ * 200n / 10000n);
        assert.equal(scaled(event.totalSupplyAfter), before_ + scaled(event.distributedAmount));
        assert.ok(scaled(event.distributedAmount) <= scaled(event.rebaseAmount));
        assert.ok(scaled(event.rebaseAmount) - scaled(event.distributedAmount) < 10n ** 12n, 'only rounding dust is left');
        if (i > 0)
            assert.equal(event.totalSupplyAfter, seen[i - 1].totalSupplyBefore);
    }
    for (const query of ['', '?chain=polygon', '?chain=base&limit=0', '?chain=base&limit=101', '?chain=base&cursor=x'])
        assert.equal((await history(query)).code, 'validation_failed', query);
});

test('health, readiness, HEAD, unknown paths and strangers', async () => {
    await judge('/health', 'get', await box.get('/health'));
    await judge('/ready', 'get', await box.get('/ready'));
    const head = await fetch(`${box.rest}/health`, { method: 'HEAD' });
    assert.equal(head.status, 200);
    assert.equal(await head.text(), '');
    assert.equal((await box.get('/nothing')).status, 404);
    assert.equal((await box.get('/control/state')).status, 403);
    assert.equal((await box.get('/health', { origin: 'https://evil.example' })).status, 403);
});

test('a wrong or missing token never runs the operation', async () => {
    const who = evmWallet();
    const { referralCode } = await user(owner, bearer(tokens));
    const body = { refereeAddress: who.address, referralCode: referralCode.code, chain: 'base',
        signature: await who.sign(registration(who, referralCode.code)) };
    const answer = await box.post('/api/referrals/register', body, { ...onceKey(), authorization: 'Bearer x.y.z' });
    assert.equal((await judge('/api/referrals/register', 'post', answer)).code, 'unauthorized');
    assert.equal((await user(who.address)).code, 'not_found');
});

test('faults answer as the contract has errors', async () => {
    for (const [mode, status] of [['429', 429], ['500', 500], ['503', 503]]) {
        await box.command('fault', { mode, count: 1, path: '/users/' });
        const answer = await box.get(`/users/${owner}`);
        assert.equal(answer.status, status);
        await judge('/users/{address}', 'get', answer);
        if (status !== 500)
            assert.ok(Number(answer.headers.get('retry-after')) >= 1);
    }
    await box.command('fault', { mode: 'token-expired', count: 1 });
    assert.equal((await user(owner, bearer(tokens))).code, 'token_expired');
    await box.command('fault', { mode: 'drop', count: 1 });
    await assert.rejects(box.get('/health'));
    await box.command('fault', { mode: 'malformed', count: 1 });
    await assert.rejects((await box.get('/health')).json());
    assert.equal((await box.get('/health')).status, 200);
});

test('rate limits have their headers and end', async () => {
    const strict = await Sandbox.start('--speed', '0', '--users', '50');
    for (let i = 0; i < 10; ++i) {
        const answer = await strict.post('/api/auth/nonce', { address: owner });
        assert.equal(answer.headers.get('x-ratelimit-remaining'), String(9 - i));
        await judge('/api/auth/nonce', 'post', answer);
    }
    const refused = await strict.post('/api/auth/nonce', { address: owner });
    const body = await judge('/api/auth/nonce', 'post', refused);
    assert.equal(refused.status, 429);
    assert.ok(body.retryAfter >= 1 && body.retryAfter <= 60);
    assert.equal(refused.headers.get('retry-after'), String(body.retryAfter));
    assert.equal((await strict.get('/health')).status, 200);
    assert.equal(await strict.stop(), 0);
});

test('a short-lived token expires as token_expired', async () => {
    const brief = await Sandbox.start('--speed', '0', '--users', '50', '--access-ttl', '1');
    const mine = await brief.signIn(wallet);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const answer = await brief.get(`/users/${owner}`, bearer(mine));
    const body = await judge('/users/{address}', 'get', answer);
    assert.equal(body.code, 'token_expired');
    await brief.stop();
});

test('every operation of the contract was judged', () => {
    for (const [path, operations] of Object.entries(contract.paths)) {
        for (const method of Object.keys(operations)) {
            if (path !== '/graphql')
                assert.ok([...judged].some((entry) => entry.startsWith(`${method} ${path} 2`)), `${method} ${path}`);
        }
    }
});
