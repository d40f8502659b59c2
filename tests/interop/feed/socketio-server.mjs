// SPDX-License-Identifier: GPL-3.0-or-later
// HABIBI's feeds on a real socket.io 4.8.4 server. GET /state: what a client must end up with. GET /do/<what>: kick
// (cut every connection), expire (refuse the next handshake with token_expired), gap (skip a number of the network).
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const chains = ['solana', 'base', 'arbitrum'];
const state = { balances: {}, networkSeq: 0, epochs: {}, connections: 0, refused: 0, invalid: [] };
for (const chain of chains) { state.balances[chain] = '0'; state.epochs[chain] = 0; }
let balanceSeq = 0, expire = false, skip = false;

const http = createServer((request, response) => {
  const what = request.url.split('/')[2];
  if (what === 'kick') for (const socket of io.sockets.sockets.values()) socket.conn.close();
  if (what === 'expire') expire = true;
  if (what === 'gap') skip = true;
  if (what === 'disconnect') for (const socket of io.sockets.sockets.values()) socket.disconnect();
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(state));
});
const io = new Server(http, { transports: ['websocket', 'polling'], pingInterval: 300, pingTimeout: 500 });
io.use((socket, next) => {
  const { address, token } = socket.handshake.auth;
  if (!/^0x[0-9a-fA-F]{40}$/.test(address ?? '')) state.invalid.push({ address });
  if (expire) {
    expire = false; state.refused++; state.expiredToken = token;
    const error = new Error('Token expired');
    error.data = { code: 'token_expired', message: 'Token expired' };
    return next(error);
  }
  next();
});
const balance = (address, chain, reason) => ({ address, chain, balance: state.balances[chain], delta: '0', reason,
  recordedAt: new Date().toISOString(), seq: balanceSeq, ts: Date.now() });
io.on('connection', (socket) => {
  state.connections++;
  state.token = socket.handshake.auth.token;
  const { address } = socket.handshake.auth;
  socket.on('subscribe', (request) => {
    if (!['balance', 'network', 'rebase'].includes(request?.type)) return state.invalid.push(request);
    if (request.type === 'balance') for (const chain of chains) socket.emit('balance:update', balance(address, chain, 'INITIAL'));
    if (request.type === 'rebase' && !chains.includes(request.chain))
      return socket.emit('subscribe:error', { code: 'validation_failed', message: `Unsupported chain: ${request.chain}`, ...request });
    socket.join(request.type === 'rebase' ? `rebase:${request.chain}` : `${request.type}:${address}`);
  });
  socket.on('unsubscribe', (request) => socket.leave(request.type === 'rebase' ? `rebase:${request.chain}` : `${request.type}:${address}`));
});
let round = 0;
setInterval(() => {
  const chain = chains[round++ % 3];
  state.balances[chain] = `${1000 + round}.${String(round).padStart(18, '0')}`.replace(/0+$/, '').replace(/\.$/, '');
  balanceSeq++;
  for (const socket of io.sockets.sockets.values()) {
    const { address } = socket.handshake.auth;
    if (socket.rooms.has(`balance:${address}`)) socket.emit('balance:update', balance(address, chain, 'REBASE'));
  }
  state.networkSeq += skip ? 2 : 1; skip = false;
  for (const socket of io.sockets.sockets.values()) {
    const { address } = socket.handshake.auth;
    if (socket.rooms.has(`network:${address}`)) socket.emit('network:update', { address, change: 'REGISTERED', node: { address }, edge: null, occurredAt: new Date().toISOString(), seq: state.networkSeq, ts: Date.now() });
  }
  state.epochs[chain]++;
  io.to(`rebase:${chain}`).emit('rebase:completed', { id: `rb-${chain}-${state.epochs[chain]}`, chain, epoch: state.epochs[chain], rateBps: 200, rebaseAmount: '1', distributedAmount: '1', totalSupplyBefore: '100', totalSupplyAfter: '101', recipients: 1, totalWeight: 1.5, executedAt: new Date().toISOString(), seq: state.epochs[chain], ts: Date.now() });
  if (round % 7 === 0) io.emit('moon:phase', { full: true });
  if (round % 5 === 0) io.emit('balance:update', { address: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8', chain, balance: '1', recordedAt: new Date().toISOString() });
}, 20);
http.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ url: `http://127.0.0.1:${http.address().port}` })));
setTimeout(() => process.exit(0), 120_000).unref();
process.stdin.on('end', () => process.exit(0)).resume();
