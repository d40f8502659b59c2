// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures and recoveries beside libsecp256k1's bare operation, and ABI, RLP and EIP-712 beside ethers, in one run, by
// processor time. Both sides must come to the same bytes; EIP-712 begins with parsed JSON on both.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const ethers = createRequire(join(here, '../interop/package.json'))('ethers');
const bin = resolve(process.env.MAJLIS_BIN_DIR ?? join(here, '../../build/release/bin'));
const bar = { curve: 0.85, formats: 20 };

const address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';
const typedData = {
  types: {
    EIP712Domain: [{ name: 'name', type: 'string' }, { name: 'version', type: 'string' }, { name: 'chainId', type: 'uint256' }, { name: 'verifyingContract', type: 'address' }],
    Person: [{ name: 'name', type: 'string' }, { name: 'wallets', type: 'address[]' }],
    Order: [{ name: 'from', type: 'Person' }, { name: 'to', type: 'Person[]' }, { name: 'amount', type: 'uint256' }, { name: 'data', type: 'bytes' }, { name: 'open', type: 'bool' }],
  },
  primaryType: 'Order',
  domain: { name: 'Majlis', version: '1', chainId: 8453, verifyingContract: address },
  message: {
    from: { name: 'Ada', wallets: [address, address] }, to: [{ name: 'Bob', wallets: [address] }, { name: 'Eve', wallets: [] }],
    amount: '123456789012345678901234567890', data: '0x' + 'ab'.repeat(100), open: true,
  },
};
const questions = {
  transfer: { signature: 'transfer(address,uint256)', args: [address, '1000000000000000000'] },
  nested: {
    signature: 'swap(bytes32,(address,uint256[],string)[],int64,bytes)',
    args: ['0x' + '11'.repeat(32), [[address, ['1', '2', '3'], 'first'], [address, [], 'a second one, longer than a word of 32 bytes']], '-5', '0x' + 'cd'.repeat(77)],
  },
  rlp: ['0x2105', '0x07', '0x3b9aca00', '0x0b00', '0x5208', address.toLowerCase(), '0x0de0b6b3a7640000', '0x' + 'ef'.repeat(68), [[address.toLowerCase(), ['0x' + '01'.repeat(32), '0x' + '02'.repeat(32)]]]],
  typedData,
};

function perSecond(work) {
  const took = (times) => {
    const start = process.cpuUsage();
    for (let i = 0; i < times; ++i) work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  let times = 1;
  while (took(times) < 0.05) times *= 2;
  let best = Infinity;
  for (let round = 0; round < 9; ++round) best = Math.min(best, took(times));
  return times / best;
}

function ethersFigures() {
  const coder = ethers.AbiCoder.defaultAbiCoder();
  const figures = {};
  const add = (name, work, result) => (figures[name] = { perSecond: perSecond(work), result });
  add('RLP encode', () => ethers.encodeRlp(questions.rlp), ethers.encodeRlp(questions.rlp));
  add('RLP decode', () => ethers.decodeRlp(figures['RLP encode'].result));
  for (const name of ['transfer', 'nested']) {
    const { signature, args } = questions[name];
    const fragment = ethers.FunctionFragment.from(`function ${signature}`);
    const encoded = coder.encode(fragment.inputs, args);
    add(`ABI ${name} encode`, () => coder.encode(fragment.inputs, args), fragment.selector + encoded.slice(2));
    // Every value is looked at: ethers decodes no sooner.
    const look = (values) => { for (const value of values) if (value?.[Symbol.iterator] && typeof value !== 'string') look(value); };
    add(`ABI ${name} decode`, () => look(coder.decode(fragment.inputs, encoded)));
  }
  const { types: { EIP712Domain, ...types }, domain, message } = typedData;
  add('EIP-712 hash', () => ethers.TypedDataEncoder.hash(domain, types, message), ethers.TypedDataEncoder.hash(domain, types, message));
  return figures;
}

const folder = mkdtempSync(join(os.tmpdir(), 'majlis-wallet-bench-'));
let missed = 0;
try {
  writeFileSync(join(folder, 'questions.json'), JSON.stringify(questions));
  const ours = JSON.parse(execFileSync(join(bin, 'bench_wallet'), [join(folder, 'questions.json')], { encoding: 'utf8' }));
  const theirs = ethersFigures();
  const row = (name, our, peer, their, wanted) => {
    const ratio = our / their;
    if (ratio < wanted) ++missed;
    console.log(`${name.padEnd(20)} ${Math.round(our).toLocaleString('en').padStart(12)} ${peer.padEnd(14)} ${Math.round(their).toLocaleString('en').padStart(12)} ${ratio.toFixed(2).padStart(8)}  (want ${wanted})${ratio < wanted ? '  BELOW' : ''}`);
  };
  console.log(`${'a second of CPU'.padEnd(20)} ${'Majlis'.padStart(12)} ${'peer'.padEnd(14)} ${''.padStart(12)} ${'ratio'.padStart(8)}`);
  for (const name of ['sign', 'recover']) row(name, ours[name].perSecond, 'libsecp256k1', ours[name].bare, bar.curve);
  for (const [name, { perSecond: their, result }] of Object.entries(theirs)) {
    if (result !== undefined && result !== ours[name].result) throw new Error(`${name}: another result than ethers'`);
    row(name, ours[name].perSecond, `ethers ${ethers.version}`, their, bar.formats);
  }
} finally {
  rmSync(folder, { recursive: true });
}
process.exit(missed ? 1 : 0);
