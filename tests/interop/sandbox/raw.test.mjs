// SPDX-License-Identifier: GPL-3.0-or-later
// What no client library sends: bytes by hand, processes that die, and a port that web pages try to reach.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import net from 'node:net';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { Sandbox, until } from './sandbox.mjs';

let box;
before(async () => { box = await Sandbox.start('--speed', '0', '--limits', '0', '--users', '50'); });
after(async () => assert.equal(await box.stop(), 0));

/** Sends bytes; resolves with what came back when `enough` says so or the connection ends. */
const raw = (text, enough = () => false) => new Promise((resolve) => {
    const socket = net.connect(box.port, '127.0.0.1');
    let heard = '';
    const done = () => {
        socket.destroy();
        resolve(heard);
    };
    socket.on('data', (data) => {
        heard += data;
        if (enough(heard))
            done();
    });
    socket.on('error', () => {});
    socket.on('close', done);
    socket.write(text);
});
const head = (line, ...headers) => [`${line} HTTP/1.1`, `Host: 127.0.0.1:${box.port}`, ...headers, '', ''].join('\r\n');
const statusOf = (answer) => Number(answer.match(/^HTTP\/1\.1 (\d+)/)?.[1]);

test('what is no request is answered or closed, never kept waiting', async () => {
    assert.equal(statusOf(await raw('hello\r\n\r\n')), 400);
    assert.equal(statusOf(await raw(head('POST /graphql', 'Content-Length: 99999999'))), 400);
    assert.equal(statusOf(await raw(`GET / HTTP/1.1\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`)), 400);
    assert.equal(statusOf(await raw(head('GET /nowhere', 'Upgrade: websocket', 'Connection: Upgrade'))), 404);
});

test('chunks, pieces and pipelines are requests like others', async () => {
    const chunked = head('POST /api/auth/nonce', 'Content-Type: application/json', 'Transfer-Encoding: chunked')
        + '2\r\n{}\r\n0\r\n\r\n';
    assert.equal(statusOf(await raw(chunked, (heard) => heard.includes('address is required'))), 400);
    const three = await raw(head('GET /health').repeat(3), (heard) => heard.split('HTTP/1.1 200').length === 4);
    assert.equal(three.split('HTTP/1.1 200').length, 4);
    const socket = net.connect(box.port, '127.0.0.1');
    for (const piece of head('GET /health').match(/.{1,7}/gs)) {
        socket.write(piece);
        await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const [data] = await once(socket, 'data');
    assert.equal(statusOf(String(data)), 200);
    socket.destroy();
});

test('web pages cannot reach it: foreign host names and origins are refused, the control needs its token', async () => {
    assert.equal(statusOf(await raw('GET /health HTTP/1.1\r\nHost: sandbox.evil.example\r\n\r\n')), 403);
    assert.equal(statusOf(await raw(head('GET /health', 'Origin: https://evil.example'))), 403);
    assert.equal(statusOf(await raw(head('GET /ws', 'Origin: https://evil.example', 'Upgrade: websocket'))), 403);
    assert.equal((await box.get('/control/state', { 'x-sandbox-token': 'x'.repeat(32) })).status, 403);
    const later = await raw(head('GET /health') + head('GET /health', 'Origin: https://evil.example'),
        (heard) => heard.includes(' 403 '));
    assert.ok(later.includes(' 403 '), 'a later request of the same connection too');
});

test('connections that end leave nothing behind', async () => {
    const files = () => readdirSync(`/proc/${box.process.pid}/fd`).length;
    const before_ = files();
    for (let i = 0; i < 200; ++i)
        await raw(head('GET /health', 'Connection: close'));
    for (let i = 0; i < 200; ++i)
        await raw(head('GET /health'), () => true);
    await until(() => files() <= before_ + 2, 'files closed');
});

test('faults slow and huge arrive as called', async () => {
    await box.command('fault', { mode: 'slow', arg: 500, count: 1 });
    const begin = Date.now();
    const slow = await box.get('/health');
    assert.equal(slow.status, 200);
    assert.ok((await slow.text()).length > 0); // the head comes first: only the body's end tells how long it took
    assert.ok(Date.now() - begin >= 100);
    await box.command('fault', { mode: 'huge', arg: 5, count: 1 });
    assert.ok((await (await box.get('/health')).text()).length > 5 << 20);
    await box.command('fault', { mode: 'delay', arg: 300, count: 1 });
    const late = Date.now();
    await box.get('/health');
    assert.ok(Date.now() - late >= 295);
});

test('it ends with SIGTERM, and with its parent', async () => {
    const mine = await Sandbox.start('--speed', '0', '--users', '20');
    const gone = once(mine.process, 'exit');
    mine.process.kill('SIGTERM');
    assert.deepEqual(await gone, [0, null]);

    const shell = spawn('sh', ['-c', '"$MAJLIS_SANDBOX" --port 0 --users 20 --speed 0 < /dev/null & echo $!; wait'],
        { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface({ input: shell.stdout });
    const [pid] = await once(lines, 'line');
    await once(lines, 'line'); // ready
    shell.kill('SIGKILL');
    await until(() => {
        try {
            process.kill(Number(pid), 0);
            return false;
        } catch {
            return true;
        }
    }, 'the end of the sandbox after its parent');
});

test('a command line or a data folder that cannot work is said, not guessed', async () => {
    for (const [options, message] of [[['--port', 'x'], /--port/], [['--network', '/nowhere'], /nowhere/],
        [['--fault', 'explode'], /explode/], [['--port', String(box.port)], /cannot listen/]]) {
        const child = spawn(process.env.MAJLIS_SANDBOX, ['--users', '20', ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
        let text = '';
        child.stderr.on('data', (data) => { text += data; });
        const [code] = await once(child, 'exit');
        assert.notEqual(code, 0);
        assert.match(text, message);
    }
});
