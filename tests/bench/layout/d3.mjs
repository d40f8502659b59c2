// SPDX-License-Identifier: GPL-3.0-or-later
// The peer: HABIBI's own simulation in three dimensions, literally, on d3-force-3d.
//   node d3.mjs edges.txt positions.txt TICKS [WARMUP]      prints one JSON line
import { writeFileSync } from 'node:fs';
import { forceCenter, forceLink, forceManyBody, forceRadial, forceSimulation } from 'd3-force-3d';
import { readForest } from './forest.mjs';

const [edges, positions, ticks, warmUp = 3] = process.argv.slice(2);
const forest = readForest(edges);
const nodes = Array.from({ length: forest.n }, (_, id) => ({ id, depth: forest.depth[id] }));
const links = Array.from(forest.from, (source, e) => ({ source, target: forest.to[e] }));
const simulation = forceSimulation(nodes, 3)
  .force('link', forceLink(links).distance(50))
  .force('charge', forceManyBody().strength(-300))
  .force('center', forceCenter())
  .force('radial', forceRadial((node) => node.depth * 100))
  .stop();

const times = [];
for (let tick = 0; tick < Number(ticks); tick++) {
  const start = performance.now();
  simulation.tick();
  times.push(performance.now() - start);
}
writeFileSync(positions, nodes.map((node) => `${node.id} ${node.x} ${node.y} ${node.z}`).join('\n') + '\n');
const measured = times.slice(Math.min(Number(warmUp), times.length >> 1)).sort((a, b) => a - b);
console.log(JSON.stringify({ nodes: forest.n, edges: forest.from.length, threads: 1, ticks: times.length,
  tick_ms_median: measured[measured.length >> 1], total_ms: times.reduce((a, b) => a + b, 0),
  peakRSS_MB: process.resourceUsage().maxRSS / 1024 }));
