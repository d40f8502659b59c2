// SPDX-License-Identifier: GPL-3.0-or-later
// HABIBI's subscriptions on a real graphql-ws 6.4.2 server. GET /state and /do/<what> as in socketio-server.mjs; here
// also complete (the server ends every subscription) and close4400 / close4401 / close4403 / close4500.
import { createServer } from 'node:http';
import { buildSchema, GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

const schema = buildSchema(`
  enum Chain { solana base arbitrum }
  type Query { ok: Boolean }
  type BalanceUpdate { address: String! chain: Chain! balance: String! delta: String reason: String usdValue: String epoch: Int transactionHash: String recordedAt: String! seq: Int }
  type Node { address: String! displayName: String balance: String depth: Int joinedAt: String isVerified: Boolean chain: Chain parent: String directReferrals: Int totalDescendants: Int }
  type Edge { from: String to: String weight: Float depth: Int }
  type NetworkUpdate { address: String! change: String! node: Node! edge: Edge previousParent: String directReferrals: Int totalDescendants: Int score: Float occurredAt: String! seq: Int }
  type RebaseEvent { id: ID! chain: Chain! epoch: Int! rateBps: Int! rebaseAmount: String! distributedAmount: String! totalSupplyBefore: String! totalSupplyAfter: String! recipients: Int! totalWeight: Float! executedAt: String! transactionHash: String seq: Int }
  type Subscription { balanceUpdates(address: String!): BalanceUpdate! networkGrowth(address: String!): NetworkUpdate! rebaseEvents(chain: Chain!): RebaseEvent! }
`);
const chains = ['solana', 'base', 'arbitrum'];
const state = { balances: Object.fromEntries(chains.map((chain) => [chain, '0'])), networkSeq: 0,
  epochs: Object.fromEntries(chains.map((chain) => [chain, 0])), connections: 0, invalid: [] };
const listeners = new Set();
let ended = 0, expire = false;

async function* listen(initial, pick) {
  yield* initial;
  const mine = ended, queue = [];
  let wake = () => {};
  const hear = (event) => { const value = pick(event); if (value) { queue.push(value); wake(); } };
  listeners.add(hear);
  try {
    while (mine === ended) {
      while (queue.length) yield queue.shift();
      await new Promise((resolve) => { wake = resolve; setTimeout(resolve, 100); });
    }
  } finally { listeners.delete(hear); }
}
const balance = (address, chain, reason) => ({ address, chain, balance: state.balances[chain], delta: '0', reason, recordedAt: new Date().toISOString(), seq: state.networkSeq });
const roots = {
  balanceUpdates: ({ address }) => listen(chains.map((chain) => ({ balanceUpdates: balance(address, chain, 'INITIAL') })), (e) => ({ balanceUpdates: balance(address, e.chain, 'REBASE') })),
  networkGrowth: ({ address }) => listen([], (e) => ({ networkGrowth: { address, change: 'REGISTERED', node: { address }, occurredAt: new Date().toISOString(), seq: e.seq } })),
  rebaseEvents: ({ chain }) => listen([], (e) => e.chain === chain && { rebaseEvents: { id: `rb-${chain}-${e.epoch}`, chain, epoch: e.epoch, rateBps: 200, rebaseAmount: '1', distributedAmount: '1', totalSupplyBefore: '100', totalSupplyAfter: '101', recipients: 1, totalWeight: 1.5, executedAt: new Date().toISOString(), seq: e.epoch } }),
};
const http = createServer((request, response) => {
  const what = request.url.split('/')[2] ?? '';
  if (what === 'kick') for (const socket of wss.clients) socket.terminate();
  if (what === 'complete') ended++;
  if (what === 'expire') expire = true;
  if (what.startsWith('close')) for (const socket of wss.clients) socket.close(Number(what.slice(5)), 'judge');
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(state));
});
const wss = new WebSocketServer({ server: http, path: '/graphql' });
useServer({ schema, roots: { subscription: roots },
  onConnect: (context) => {
    state.connections++;
    state.token = context.connectionParams?.authorization;
    if (expire) { expire = false; context.extra.socket.close(4401, 'token_expired'); return false; }
    return true;
  },
  onSubscribe: (_context, _id, payload) => {
    if (payload.variables?.a === undefined || /^0x[0-9a-fA-F]{40}$/.test(payload.variables.a)) return;
    return [new GraphQLError('Invalid Ethereum address', { extensions: { code: 'validation_failed', details: [{ path: 'address', message: 'Invalid Ethereum address' }] } })];
  },
  onError: (_context, _id, _payload, errors) => errors }, wss);
let round = 0;
setInterval(() => {
  const chain = chains[round++ % 3];
  state.balances[chain] = `${1000 + round}.5`;
  const event = { chain, seq: ++state.networkSeq, epoch: ++state.epochs[chain] };
  for (const hear of [...listeners]) hear(event);
}, 20);
http.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ url: `http://127.0.0.1:${http.address().port}` })));
setTimeout(() => process.exit(0), 120_000).unref();
process.stdin.on('end', () => process.exit(0)).resume();
