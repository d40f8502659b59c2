// SPDX-License-Identifier: GPL-3.0-or-later
// Layout quality metrics:  node quality.mjs edges.txt positions.txt [--json] [--pairs 2000] [--zdepth 30]
//   edges.txt      "from to depth" as written by generate.mjs (lines with from == to declare roots, they are no edges)
//   positions.txt  "id x y z" per line (z may be missing = 0), any order, every id 0..N-1 exactly once
//   --zdepth D     overwrite z with -depth*D first (the design document's post-step), depth from the edge file
// Everything is deterministic (seeded). Metrics, all scale-free:
//   np      neighbourhood preservation: for each node with degree k>0 the share of its graph neighbours among its k nearest
//           nodes in space; mean over nodes (all nodes up to 20k, else a seeded sample of 3000). 1 = perfect. Higher is better.
//   np_int  the same over inner nodes only (degree >= 2): leaves have k=1 and are a matter of luck in a crowded star
//   np2h    2-hop version: share of the k nearest (k = degree) that are within 2 hops (siblings count as right)
//   ecv     std(edge length)/mean(edge length) over all edges. Lower is better (0 = all equal).
//   stress  mean over sampled connected pairs of (s*|xi-xj| - d)^2/d^2, d = BFS hops, s = the best scale. Lower is better (0..1).
//   dcorr   Pearson correlation of spatial and BFS distance on the same pairs. Higher is better.
//   crowd   share of sampled nodes whose nearest other node is closer than 5% of the median edge length (collapse). Lower is better.
import { readFileSync } from 'node:fs';
import { readForest } from './forest.mjs';
const pos = [], opt = { pairs: 2000, zdepth: 0, sample: 3000 }; let json = false;
for (let i = 2; i < process.argv.length; i++) { const a = process.argv[i]; if (a === '--json') json = true; else if (a.startsWith('--')) opt[a.slice(2)] = Number(process.argv[++i]); else pos.push(a); }
if (pos.length < 2) { console.error('usage: node quality.mjs edges.txt positions.txt [--json] [--zdepth 30]'); process.exit(2); }
const g = readForest(pos[0]), n = g.n, m = g.from.length;
const X = new Float64Array(n), Y = new Float64Array(n), Z = new Float64Array(n), seen = new Uint8Array(n);
let got = 0;
for (const line of readFileSync(pos[1], 'utf8').split('\n')) {
  if (!line) continue;
  const [id, x, y, z] = line.trim().split(/[\s,;]+/).map(Number);
  if (!(id >= 0 && id < n) || seen[id]) throw new Error('bad or repeated id: ' + line);
  if (![x, y, z ?? 0].every(Number.isFinite)) throw new Error('not finite: ' + line);
  seen[id] = 1; got++; X[id] = x; Y[id] = y; Z[id] = opt.zdepth ? -g.depth[id] * opt.zdepth : (z ?? 0);
}
if (got !== n) throw new Error(`positions for ${got} of ${n} nodes`);

// CSR (undirected)
const off = new Int32Array(n + 1);
for (let e = 0; e < m; e++) { off[g.from[e] + 1]++; off[g.to[e] + 1]++; }
for (let i = 0; i < n; i++) off[i + 1] += off[i];
const adj = new Int32Array(2 * m), at = off.slice(0, n);
for (let e = 0; e < m; e++) { adj[at[g.from[e]]++] = g.to[e]; adj[at[g.to[e]]++] = g.from[e]; }
let s = 987654321; const rnd = () => { s = (s + 0x6D2B79F5) >>> 0; let t = s; t = Math.imul(t ^ (t >>> 15), t | 1); t ^= t + Math.imul(t ^ (t >>> 7), t | 61); return ((t ^ (t >>> 14)) >>> 0) / 4294967296; };
const D = (a, b) => Math.hypot(X[a] - X[b], Y[a] - Y[b], Z[a] - Z[b]);

// (ii) edge lengths
const len = new Float64Array(m); let mean = 0;
for (let e = 0; e < m; e++) { len[e] = D(g.from[e], g.to[e]); mean += len[e]; }
mean /= m; let va = 0; for (let e = 0; e < m; e++) va += (len[e] - mean) ** 2;
const ecv = Math.sqrt(va / m) / mean, medLen = Float64Array.from(len).sort()[m >> 1];

// (i) k nearest by brute force + bounded max-heap-free selection (typed array select)
const nodes = []; const mark = new Int32Array(n).fill(-1), mark2 = new Int32Array(n).fill(-1);
if (n <= 20000) for (let i = 0; i < n; i++) nodes.push(i);
else { const pick = new Set(); while (pick.size < opt.sample) pick.add(Math.floor(rnd() * n)); nodes.push(...pick); }
const d2 = new Float64Array(n), idx = new Int32Array(n);
function select(k) {                           // idx[0..k) = the k smallest by d2 (quickselect, deterministic pivot)
  let lo = 0, hi = n - 2;
  while (lo < hi) {
    const p = d2[idx[(lo + hi) >> 1]]; let i = lo, j = hi;
    while (i <= j) { while (d2[idx[i]] < p) i++; while (d2[idx[j]] > p) j--; if (i <= j) { const t = idx[i]; idx[i] = idx[j]; idx[j] = t; i++; j--; } }
    if (k - 1 <= j) hi = j; else if (k - 1 >= i) lo = i; else break;
  }
}
let np = 0, npc = 0, npi = 0, npic = 0, np2 = 0, crowd = 0;
for (const u of nodes) {
  const k = off[u + 1] - off[u];
  let best = Infinity, q = 0;
  for (let v = 0; v < n; v++) if (v !== u) { const a = X[v] - X[u], b = Y[v] - Y[u], c = Z[v] - Z[u]; const r = a * a + b * b + c * c; d2[v] = r; idx[q++] = v; if (r < best) best = r; }
  if (Math.sqrt(best) <= 0.05 * medLen) crowd++;
  if (!k) continue;
  if (k < n - 1) select(k);
  for (let e = off[u]; e < off[u + 1]; e++) { mark[adj[e]] = u; mark2[adj[e]] = u; for (let f = off[adj[e]], fe = off[adj[e] + 1]; f < fe; f++) mark2[adj[f]] = u; }
  let hit = 0, hit2 = 0; for (let i = 0; i < k; i++) { if (mark[idx[i]] === u) hit++; if (mark2[idx[i]] === u) hit2++; }
  np += hit / k; np2 += hit2 / k; npc++;
  if (k >= 2) { npi += hit / k; npic++; }
}

// (iii) sampled stress on connected pairs
const dist = new Int32Array(n).fill(-1), queue = new Int32Array(n), pd = [], pe = [];
const perSource = n > 100000 ? 20 : 1; let guard = 0;
while (pd.length < opt.pairs && guard++ < opt.pairs * 20) {
  const u = Math.floor(rnd() * n); let h = 0, t = 0; queue[t++] = u; dist[u] = 0;
  while (h < t) { const v = queue[h++]; for (let e = off[v]; e < off[v + 1]; e++) { const w = adj[e]; if (dist[w] < 0) { dist[w] = dist[v] + 1; queue[t++] = w; } } }
  if (t > 1) for (let r = 0; r < perSource && pd.length < opt.pairs; r++) { const v = queue[1 + Math.floor(rnd() * (t - 1))]; pd.push(dist[v]); pe.push(D(u, v)); }
  for (let i = 0; i < t; i++) dist[queue[i]] = -1;
}
let a = 0, b = 0; for (let i = 0; i < pd.length; i++) { a += pe[i] / pd[i]; b += (pe[i] / pd[i]) ** 2; }
const sc = b > 0 ? a / b : 0; let stress = 0; for (let i = 0; i < pd.length; i++) stress += (sc * pe[i] / pd[i] - 1) ** 2; stress /= pd.length;
const mp = pd.reduce((x, y) => x + y, 0) / pd.length, mq = pe.reduce((x, y) => x + y, 0) / pe.length;
let cxy = 0, cxx = 0, cyy = 0; for (let i = 0; i < pd.length; i++) { cxy += (pd[i] - mp) * (pe[i] - mq); cxx += (pd[i] - mp) ** 2; cyy += (pe[i] - mq) ** 2; }
const r4 = (x) => +x.toFixed(4);
const res = { nodes: n, edges: m, np: r4(np / npc), np_int: r4(npi / npic), np2h: r4(np2 / npc), ecv: r4(ecv), stress: r4(stress), dcorr: r4(cxy / Math.sqrt(cxx * cyy)),
  crowd: r4(crowd / nodes.length), meanEdge: r4(mean), medianEdge: r4(medLen), pairs: pd.length, sampledNodes: nodes.length };
console.log(json ? JSON.stringify(res) : Object.entries(res).map(([k, v]) => `${k.padEnd(12)} ${v}`).join('\n'));
