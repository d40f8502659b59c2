// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';

/** Reads "from to depth" lines as generate.mjs writes them; lines with from === to declare roots and are no edges. */
export function readForest(file) {
  const from = [], to = [], depth = [];
  let n = 0;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!line) continue;
    const [a, b, d] = line.split(' ').map(Number);
    if (d >= 0) depth[b] = d;
    if (a !== b) { from.push(a); to.push(b); }
    n = Math.max(n, a + 1, b + 1);
  }
  return { n, from: Int32Array.from(from), to: Int32Array.from(to), depth: Int32Array.from(depth) };
}
