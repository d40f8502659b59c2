// SPDX-License-Identifier: GPL-3.0-or-later
// The real networks of shared/data/networks as edge files ("from to depth", ids 0..n-1 by ascending number).
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the networks below `folder` that come as a forest. */
export function networkNames(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'forest.txt.xz')));
}

/** Writes the network's forest to `file`; returns the sha256 of it (first 16) and the number of nodes. */
export function writeForest(folder, name, file) {
  const text = execFileSync('xz', ['-dc', join(folder, name, 'forest.txt.xz')], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const referrer = new Map();
  for (const line of text.split('\n')) {
    if (!line) continue;
    const [referee, up] = line.split(' ');
    referrer.set(Number(referee), up === '-' ? -1 : Number(up));
  }
  const ids = [...referrer.keys()].sort((a, b) => a - b);
  const index = new Map(ids.map((id, at) => [id, at]));
  const depth = new Map();
  for (const id of ids) {
    const path = [];
    let at = id;
    for (; at !== -1 && !depth.has(at); at = referrer.get(at)) path.push(at);
    let level = at === -1 ? -1 : depth.get(at);
    while (path.length > 0) depth.set(path.pop(), ++level);
  }
  const lines = ids.map((id) => {
    const up = referrer.get(id);
    return `${index.get(up === -1 ? id : up)} ${index.get(id)} ${depth.get(id)}`;
  });
  const whole = lines.join('\n') + '\n';
  writeFileSync(file, whole);
  return { nodes: ids.length, sha256: createHash('sha256').update(whole).digest('hex').slice(0, 16) };
}
