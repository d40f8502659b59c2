// SPDX-License-Identifier: GPL-3.0-or-later
// Deterministic referral-forest generator.
//   node generate.mjs N out.txt [--cross 0.05] [--seed 20240607] [--roots 0.002] [--uniform 0.35] [--maxdepth 7]
//
// Model: nodes join one after the other. The first R = max(1, roots*N) are roots. Every later node picks a referrer
// by the copying model: with probability `uniform` any earlier node, otherwise the referrer of an earlier referral
// (= proportional to the fanout it has so far). That gives a Zipf-like fanout, P(fanout = k) ~ k^-((2-u)/(1-u)),
// exponent ~2.54 for u = 0.35. A candidate at depth `maxdepth` is rejected and drawn again (depth cap).
//
// File: one line "from to depth", integers, ids 0..N-1:
//   "r r 0"   r is a root (NOT an edge: from == to)
//   "p c d"   p referred c, d = depth of c (1..7)
//   "a b -1"  cross link (neither tree parent nor child), only with --cross
import { writeFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createHash } from 'node:crypto';

const pos = [], opt = { cross: 0, seed: 20240607, roots: 0.002, uniform: 0.35, maxdepth: 7 };
for (let i = 2; i < process.argv.length; i++) {
  const a = process.argv[i];
  if (a.startsWith('--')) opt[a.slice(2)] = Number(process.argv[++i]); else pos.push(a);
}
const N = Number(pos[0]), out = pos[1];
if (!(N > 0) || !out) { console.error('usage: node generate.mjs N out.txt [--cross 0.05] [--seed S]'); process.exit(2); }

let s = opt.seed >>> 0;                       // mulberry32
function rnd() {
  s = (s + 0x6D2B79F5) >>> 0;
  let t = s;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

const R = Math.max(1, Math.round(N * opt.roots));
const parent = new Int32Array(N).fill(-1), depth = new Uint8Array(N), fan = new Int32Array(N);
for (let v = R; v < N; v++) {
  let p;
  do {
    if (v === R || rnd() < opt.uniform) p = Math.floor(rnd() * v);
    else p = parent[R + Math.floor(rnd() * (v - R))];
  } while (depth[p] >= opt.maxdepth);
  parent[v] = p; depth[v] = depth[p] + 1; fan[p]++;
}
const chunks = []; let buf = [];
const put = (l) => { buf.push(l); if (buf.length >= 65536) { chunks.push(buf.join('\n') + '\n'); buf = []; } };
for (let v = 0; v < N; v++) put(parent[v] < 0 ? `${v} ${v} 0` : `${parent[v]} ${v} ${depth[v]}`);
let cross = 0;
const want = Math.round(N * opt.cross);
while (cross < want) {
  const a = Math.floor(rnd() * N), b = Math.floor(rnd() * N);
  if (a === b || parent[a] === b || parent[b] === a) continue;
  put(`${a} ${b} -1`); cross++;
}
if (buf.length) chunks.push(buf.join('\n') + '\n');
mkdirSync(dirname(out), { recursive: true });
const text = chunks.join('');
writeFileSync(out, text);
const hist = new Array(opt.maxdepth + 1).fill(0); let leaves = 0, mx = 0;
for (let v = 0; v < N; v++) { hist[depth[v]]++; if (!fan[v]) leaves++; if (fan[v] > mx) mx = fan[v]; }
console.log(JSON.stringify({ out, N, roots: R, treeEdges: N - R, cross, maxFanout: mx,
  leavesShare: +(leaves / N).toFixed(3), depthHistogram: hist, sha256: createHash('sha256').update(text).digest('hex').slice(0, 16) }));
