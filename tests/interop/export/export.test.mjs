// SPDX-License-Identifier: GPL-3.0-or-later
// Exports of a network, hostile names included, read by programs that others wrote.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import Graph from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import validator from 'gltf-validator';
import Papa from 'papaparse';

const cli = process.env.MAJLIS_CLI;
const address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';
// Referee, referrer, seconds: a formula, markup, quotes and commas, Arabic, an emoji, an address.
const people = [
    ['root', '-', 1289241911],
    ['=HYPERLINK("http://x")', 'root', 1289241942],
    ['<script>&amp;"\'', 'root', 1289245277],
    ['a,"b",c', 'root', 1289254254],
    ['\u0644\u064a\u0644\u0649', 'a,"b",c', 1289256277],
    ['\u{1F33A}', '\u0644\u064a\u0644\u0649', 1289256300],
    [address, '\u{1F33A}', 1289256301],
    ['alone', '-', 1289256400],
];
let folder;

const write = (name, ...options) => {
    execFileSync(cli, ['export', join(folder, 'people.txt'), join(folder, name), ...options]);
    return readFileSync(join(folder, name));
};

before(() => {
    folder = mkdtempSync(join(tmpdir(), 'majlis-export-'));
    writeFileSync(join(folder, 'people.txt'), people.map((words) => words.join(' ') + '\n').join(''));
});
after(() => rmSync(folder, { recursive: true }));

test('CSV is a table of everybody in which no name is a formula', () => {
    const text = write('people.csv').toString();
    const { data, errors } = Papa.parse(text, { header: true, skipEmptyLines: true });
    assert.deepEqual(errors, []);
    assert.equal(data.length, people.length);
    const named = new Map(data.map((row) => [row.name || row.address, row]));
    assert.ok(named.has(`'=HYPERLINK("http://x")`));
    assert.ok(data.every((row) => Object.values(row).every((cell) => !/^[=+@-]/.test(cell))));
    const layla = named.get('\u0644\u064a\u0644\u0649');
    assert.equal(layla.referrer, named.get('a,"b",c').id);
    assert.equal(layla.depth, '2');
    assert.equal(layla.joined, '2010-11-08T22:44:37.000Z');
    assert.equal(layla.balance, ''); // unknown is not zero
    assert.equal(named.get(address).id, address);
});

test('GraphML and GEXF are the same forest to graphology', () => {
    const graphs = [
        graphml.parse(Graph, write('people.graphml').toString()),
        gexf.parse(Graph, write('people.gexf').toString()),
    ];
    for (const graph of graphs) {
        assert.equal(graph.order, people.length);
        assert.equal(graph.size, people.length - 2);
        const idOf = (label) =>
            label === address ? address : graph.findNode((_, attributes) => attributes.name === label);
        for (const [referee, referrer] of people) {
            assert.ok(graph.hasNode(idOf(referee)), referee);
            if (referrer !== '-') assert.ok(graph.hasEdge(idOf(referrer), idOf(referee)), referee);
        }
        assert.equal(graph.getNodeAttribute(idOf('root'), 'balance'), undefined);
    }
    graphs[1].forEachNode((_, { x, y, color }) => {
        assert.ok(Number.isFinite(x) && Number.isFinite(y));
        assert.match(color, /^(#|rgb)/);
    });
});

test("glTF passes Khronos' validator without a remark", async () => {
    const report = await validator.validateBytes(new Uint8Array(write('people.glb')));
    assert.deepEqual(report.issues.messages, []);
    assert.equal(report.info.totalVertexCount, 2 * people.length); // points, and the ends of lines
});

test('SVG is well formed and shows everybody inside its frame', () => {
    const errors = [];
    const picture = new DOMParser({ onError: (_, message) => errors.push(message) })
        .parseFromString(write('people.svg').toString(), 'image/svg+xml').documentElement;
    assert.deepEqual(errors, []);
    const [left, top, width, height] = picture.getAttribute('viewBox').split(' ').map(Number);
    const circles = [...picture.getElementsByTagName('circle')];
    assert.equal(circles.length, people.length);
    assert.equal(picture.getElementsByTagName('path').length, people.length - 2);
    for (const circle of circles) {
        const [x, y] = ['cx', 'cy'].map((name) => Number(circle.getAttribute(name)));
        assert.ok(x > left && x < left + width && y > top && y < top + height);
    }
});

test('pseudonyms name nobody, and differ from export to export', () => {
    for (const ending of ['csv', 'graphml', 'gexf', 'svg']) {
        const texts = ['a', 'b'].map((name) => write(`${name}.${ending}`, '--pseudonyms').toString());
        for (const [label] of people) {
            if (label.length > 4) assert.ok(!texts[0].includes(label), `${label} in ${ending}`);
        }
        if (ending !== 'svg') assert.notEqual(texts[0], texts[1]);
    }
    const { data } = Papa.parse(write('c.csv', '--pseudonyms').toString(), { header: true, skipEmptyLines: true });
    const ids = new Set(data.map((row) => row.id));
    assert.equal(ids.size, people.length);
    assert.ok(data.every((row) => row.referrer === '' || ids.has(row.referrer)));
    assert.ok(data.every((row) => row.joined === '2010-11-01T00:00:00.000Z'));
});

test('what cannot be written is refused with a reason, and leaves nothing behind', () => {
    const refused = spawnSync(cli, ['export', join(folder, 'people.txt'), join(folder, 'no', 'such', 'people.csv')]);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr.toString(), /people\.csv/);
    assert.equal(spawnSync(cli, ['export', join(folder, 'people.txt'), join(folder, 'people.pdf')]).status, 2);
});
