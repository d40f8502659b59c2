// SPDX-License-Identifier: GPL-3.0-or-later
// The three live dialects, spoken by the libraries that clients use: socket.io-client, graphql-ws, ws.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { createClient } from 'graphql-ws';
import { io } from 'socket.io-client';
import WebSocket from 'ws';
import { check, schemaNamed } from './contract.mjs';
import { Sandbox, bearer, evmWallet, onceKey, registration, until } from './sandbox.mjs';

const wallet = evmWallet();
let box;
let tokens;

before(async () => {
    box = await Sandbox.start('--speed', '0', '--limits', '20', '--users', '2000');
    tokens = await box.signIn(wallet);
});
after(async () => assert.equal(await box.stop(), 0));

/** A plain WebSocket that keeps what it hears. */
async function plain(headers = {}) {
    const socket = new WebSocket(box.ws, { headers });
    socket.heard = [];
    socket.on('message', (data) => socket.heard.push(JSON.parse(data)));
    socket.say = (message) => socket.send(JSON.stringify(message));
    socket.hear = (type, ms) =>
        until(() => socket.heard.find((message) => message.type === type), `${type} on /ws`, ms);
    await once(socket, 'open');
    return socket;
}

test('/ws: subscribe, snapshot, update, ping, unsubscribe, errors', async () => {
    const socket = await plain(bearer(tokens));
    socket.say({ type: 'subscribe', channel: 'balance', address: wallet.address });
    const { seq } = await socket.hear('subscribed');
    const snapshot = await socket.hear('snapshot');
    assert.equal(snapshot.seq, seq);
    for (const balance of snapshot.data.balances)
        check(schemaNamed('BalanceUpdate'), balance, 'INITIAL');
    await box.command('rebase', { chain: 'base' });
    const update = await socket.hear('balance:update');
    assert.equal(update.seq, seq + 1);
    assert.equal(update.address, wallet.address);
    assert.equal(update.data.reason, 'REBASE');
    check(schemaNamed('BalanceUpdate'), update.data, 'REBASE');
    const rest = await (await box.get(`/users/${wallet.address}`)).json();
    assert.equal(rest.balances.find((entry) => entry.chain === 'base').balance, update.data.balance);
    socket.say({ type: 'subscribe', channel: 'rebase', chain: 'base' });
    await until(() => socket.heard.find((m) => m.type === 'snapshot' && m.channel === 'rebase'), 'rebase snapshot');
    socket.say({ type: 'ping', ts: 5 });
    assert.equal((await socket.hear('pong')).ts, 5);
    socket.say({ type: 'subscribe', channel: 'balance', address: '0xzz' });
    const error = await socket.hear('error');
    assert.deepEqual([error.code, error.message, error.channel],
        ['validation_failed', 'Invalid Ethereum address', 'balance']);
    socket.say({ type: 'unsubscribe', channel: 'balance', address: wallet.address });
    await socket.hear('unsubscribed');
    socket.say({ type: 'auth', token: tokens.accessToken });
    await socket.hear('auth_ok');
    socket.close();
});

test('/ws: joins in the network arrive in order and agree with REST', async () => {
    const socket = await plain();
    socket.say({ type: 'subscribe', channel: 'network', address: wallet.address });
    const { seq } = await socket.hear('subscribed');
    const { joined } = await box.command('join', { parent: wallet.address, count: 3 });
    await until(() => socket.heard.filter((m) => m.type === 'network:update').length === 3, 'three joins');
    const updates = socket.heard.filter((m) => m.type === 'network:update');
    assert.deepEqual(updates.map((m) => m.seq), [seq + 1, seq + 2, seq + 3]);
    assert.deepEqual(updates.map((m) => m.data.node.address), joined);
    for (const { data } of updates) {
        check(schemaNamed('NetworkUpdate'), data, 'REGISTERED');
        assert.equal(data.change, 'REGISTERED');
        assert.equal(data.node.parent, wallet.address);
        assert.deepEqual(data.edge, { from: wallet.address, to: data.node.address, weight: 0.7, depth: 1 });
    }
    const rest = await (await box.get(`/users/${wallet.address}`)).json();
    assert.equal(rest.totalReferrals, updates[2].data.totalDescendants);
    assert.ok(Math.abs(rest.networkStrength.score - updates[2].data.score) < 1e-9);
    socket.close();
});

test('/ws: `since` gives what was missed, and a snapshot where it is held no more', async () => {
    const first = await plain();
    first.say({ type: 'subscribe', channel: 'network', address: wallet.address });
    const { seq } = await first.hear('subscribed');
    first.close();
    await box.command('join', { parent: wallet.address, count: 2 });
    const second = await plain();
    second.say({ type: 'subscribe', channel: 'network', address: wallet.address, since: seq });
    await until(() => second.heard.length === 3, 'what was missed');
    assert.deepEqual(second.heard.map((m) => [m.type, m.seq]),
        [['subscribed', seq + 2], ['network:update', seq + 1], ['network:update', seq + 2]]);
    await box.command('join', { parent: wallet.address, count: 1100 });
    const third = await plain();
    third.say({ type: 'subscribe', channel: 'network', address: wallet.address, since: seq });
    assert.equal((await third.hear('snapshot')).seq, seq + 1102);
    second.close();
    third.close();
});

test('/ws: a bad token closes with 1008, an expired one with 4401', async () => {
    const bad = new WebSocket(box.ws, { headers: { authorization: 'Bearer x.y.z' } });
    assert.equal((await once(bad, 'close'))[0], 1008);
    const brief = await Sandbox.start('--speed', '0', '--users', '20', '--access-ttl', '1');
    const mine = await brief.signIn(wallet);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const expired = new WebSocket(brief.ws, { headers: bearer(mine) });
    assert.equal((await once(expired, 'close'))[0], 4401);
    const viaGraphql = createClient({ url: brief.graphqlWs, webSocketImpl: WebSocket, retryAttempts: 0, lazy: false,
        connectionParams: bearer(mine), onNonLazyError: () => {} });
    const code = await new Promise((resolve) => viaGraphql.on('closed', (event) => resolve(event.code)));
    assert.equal(code, 4401);
    await brief.stop();
});

test('/ws: at most 100 messages a minute and 10 connections', async () => {
    const strict = await Sandbox.start('--speed', '0', '--users', '20');
    const sockets = [];
    for (let i = 0; i < 10; ++i) {
        const socket = new WebSocket(strict.ws);
        await once(socket, 'open');
        sockets.push(socket);
    }
    const eleventh = new WebSocket(strict.ws);
    const [error] = await once(eleventh, 'error');
    assert.match(error.message, /429/);
    for (let i = 0; i < 101; ++i)
        sockets[0].send('{"type":"ping","ts":1}');
    assert.equal((await once(sockets[0], 'close'))[0], 1008);
    await strict.stop();
});

test('Socket.IO: the library connects, subscribes, and hears all three streams', async () => {
    const socket = io(box.rest, { transports: ['websocket'], auth: { address: wallet.address, token: tokens.accessToken },
        reconnection: false, forceNew: true });
    const heard = [];
    socket.onAny((name, payload) => heard.push([name, payload]));
    await once(socket, 'connect');
    socket.emit('subscribe', { type: 'balance' });
    socket.emit('subscribe', { type: 'network' });
    socket.emit('subscribe', { type: 'rebase', chain: 'base' });
    await until(() => heard.some(([, p]) => p.reason === 'INITIAL'), 'INITIAL');
    socket.emit('subscribe', { type: 'rebase', chain: 'polygon' });
    await until(() => heard.some(([name]) => name === 'subscribe:error'), 'subscribe:error');
    assert.deepEqual(heard.find(([name]) => name === 'subscribe:error')[1],
        { code: 'validation_failed', message: 'Unsupported chain: polygon', type: 'rebase', chain: 'polygon' });
    await box.command('join', { parent: wallet.address });
    await box.command('rebase', { chain: 'base' });
    await until(() => heard.some(([name]) => name === 'rebase:completed'), 'rebase:completed');
    const schemas = { 'balance:update': 'BalanceUpdate', 'network:update': 'NetworkUpdate', 'rebase:completed': 'RebaseEvent' };
    for (const [name, payload] of heard) {
        if (!schemas[name])
            continue;
        check(schemaNamed(schemas[name]), payload, name);
        assert.equal(typeof payload.ts, 'number', name);
    }
    assert.ok(heard.some(([name, p]) => name === 'network:update' && p.change === 'REGISTERED'));
    // To the room and to the subscription: the same update twice, as the document's server does.
    const rebased = heard.filter(([, p]) => p.reason === 'REBASE' && p.address === wallet.address);
    assert.equal(rebased.length, 2);
    assert.deepEqual(rebased[0], rebased[1]);
    socket.disconnect();
});

test('Socket.IO: refusals', async () => {
    const attempt = async (auth, path = '') => {
        const socket = io(box.rest + path, { transports: ['websocket'], auth, reconnection: false, forceNew: true });
        const outcome = await Promise.race([
            once(socket, 'connect_error').then(([error]) => ({ message: error.message, code: error.data?.code })),
            once(socket, 'disconnect').then(([reason]) => ({ reason })),
        ]);
        socket.close();
        return outcome;
    };
    assert.equal((await attempt({})).reason, 'io server disconnect');
    assert.equal((await attempt({ address: wallet.address, token: 'x' })).code, 'unauthorized');
    assert.equal((await attempt({ address: evmWallet().address, token: tokens.accessToken })).code, 'forbidden');
    assert.equal((await attempt({ address: wallet.address }, '/admin')).message, 'Invalid namespace');
});

const listen = (client, query, variables) => {
    const heard = [];
    let errors = null;
    const dispose = client.subscribe({ query, variables }, { next: (value) => heard.push(value.data),
        error: (error) => { errors = error; }, complete: () => {} });
    return { heard, dispose, errors: () => errors };
};

test('graphql-transport-ws: the library subscribes to everything', async () => {
    const client = createClient({ url: box.graphqlWs, webSocketImpl: WebSocket, connectionParams: bearer(tokens) });
    const balances = listen(client,
        'subscription($a: String!) { balanceUpdates(address: $a) { __typename chain balance delta reason recordedAt seq } }',
        { a: wallet.address });
    const network = listen(client,
        'subscription($a: String!) { growth: networkGrowth(address: $a) { change node { address depth } totalDescendants } }',
        { a: wallet.address });
    const rebases = listen(client, 'subscription { rebaseEvents(chain: solana) { id epoch recipients } }');
    const refused = listen(client, 'subscription { balanceUpdates(address: "0xzz") { seq } }');
    const invalid = listen(client, 'subscription { rebaseEvents(chain: solana) { nothing } }');
    await until(() => balances.heard.length > 0 && refused.errors() && invalid.errors(), 'INITIAL and refusals');
    assert.equal(balances.heard[0].balanceUpdates.reason, 'INITIAL');
    assert.equal(balances.heard[0].balanceUpdates.__typename, 'BalanceUpdate');
    assert.equal(refused.errors()[0].extensions.code, 'validation_failed');
    assert.equal(refused.errors()[0].extensions.details[0].message, 'Invalid Ethereum address');
    await until(async () => (await box.state()).subscriptions >= 3, 'three subscriptions');
    await box.command('join', { parent: wallet.address });
    await box.command('rebase', { chain: 'solana' });
    await until(() => network.heard.length > 0 && rebases.heard.length > 0, 'events');
    assert.equal(network.heard[0].growth.change, 'REGISTERED');
    assert.deepEqual(Object.keys(rebases.heard[0].rebaseEvents), ['id', 'epoch', 'recipients'].sort());
    const single = await new Promise((resolve, reject) => {
        let value;
        client.subscribe({ query: '{ me { address } }' },
            { next: (next) => { value = next; }, error: reject, complete: () => resolve(value) });
    });
    assert.equal(single.data.me.address, wallet.address);
    balances.dispose();
    await client.dispose();
    await until(async () => (await box.state()).subscriptions === 0, 'no subscription left behind');
});

test('graphql-transport-ws: close codes', async () => {
    const open = async (protocol = 'graphql-transport-ws') => {
        const socket = new WebSocket(box.graphqlWs, protocol);
        await once(socket, 'open');
        return socket;
    };
    const closes = async (socket, ...messages) => {
        for (const message of messages)
            socket.send(typeof message === 'string' ? message : JSON.stringify(message));
        return (await once(socket, 'close'))[0];
    };
    const init = { type: 'connection_init' };
    const subscribe = { id: '1', type: 'subscribe', payload: { query: 'subscription { rebaseEvents(chain: base) { id } }' } };
    assert.equal(await closes(await open(), 'no json'), 4400);
    assert.equal(await closes(await open(), { type: 'nonsense' }), 4400);
    assert.equal(await closes(await open(), subscribe), 4401);
    assert.equal(await closes(await open(), init, init), 4429);
    assert.equal(await closes(await open(), init, subscribe, subscribe), 4409);
    assert.equal(await closes(await open(), { ...init, payload: { authorization: 'Bearer x.y.z' } }), 4403);
    assert.equal(await closes(await open()), 4408);
});

test('a registration over REST is seen on the feed of everybody above', async () => {
    const mine = await (await box.get(`/users/${wallet.address}`, bearer(tokens))).json();
    const socket = await plain();
    socket.say({ type: 'subscribe', channel: 'network', address: wallet.address });
    await socket.hear('subscribed');
    const newcomer = evmWallet();
    const { code } = mine.referralCode;
    await box.post('/api/referrals/register', { refereeAddress: newcomer.address, referralCode: code, chain: 'base',
        signature: await newcomer.sign(registration(newcomer, code)) }, onceKey());
    const update = await socket.hear('network:update');
    assert.equal(update.data.node.address, newcomer.address);
    assert.equal(update.data.change, 'REGISTERED');
    socket.close();
});

test('faults on feeds: drop ends the connection, stale keeps silent and shows a gap', async () => {
    const socket = await plain();
    socket.say({ type: 'subscribe', channel: 'network', address: wallet.address });
    const { seq } = await socket.hear('subscribed');
    await box.command('fault', { mode: 'stale' });
    await box.command('join', { parent: wallet.address });
    await box.command('fault', { mode: 'none' });
    await box.command('join', { parent: wallet.address });
    assert.equal((await socket.hear('network:update')).seq, seq + 2);
    const gone = once(socket, 'close');
    await box.command('drop');
    assert.equal((await gone)[0], 1006);
});

test('a burst loses nothing', async () => {
    const socket = await plain();
    socket.say({ type: 'subscribe', channel: 'balance', address: wallet.address });
    const { seq } = await socket.hear('subscribed');
    await box.command('burst', { messagesPerSecond: 5000, seconds: 1 });
    await until(() => socket.heard.filter((m) => m.type === 'balance:update').length >= 5000, '5000 messages', 20_000);
    const seqs = socket.heard.filter((m) => m.type === 'balance:update').map((m) => m.seq);
    assert.deepEqual(seqs, Array.from({ length: 5000 }, (_, i) => seq + 1 + i));
    socket.close();
});
