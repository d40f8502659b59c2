// SPDX-License-Identifier: GPL-3.0-or-later
// GraphQL over HTTP: graphql-js reads the schema that the sandbox tells of itself, makes a query for everything in it, and
// agrees or disagrees with the sandbox about what is valid.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { buildClientSchema, buildSchema, findBreakingChanges, findDangerousChanges, getIntrospectionQuery, getNamedType,
    isLeafType, parse, validate } from 'graphql';
import { check, judge, schemaNamed } from './contract.mjs';
import { Sandbox, bearer, evmWallet, onceKey, registration } from './sandbox.mjs';

const sdl = readFileSync(new URL('../../../resources/schemas/habibi.graphql', import.meta.url), 'utf8');
const schema = buildSchema(sdl);
const wallet = evmWallet();
let box;
let tokens;

before(async () => {
    box = await Sandbox.start('--speed', '0', '--limits', '0', '--users', '3000');
    tokens = await box.signIn(wallet);
});
after(async () => assert.equal(await box.stop(), 0));

async function ask(query, variables, headers) {
    const answer = await box.post('/graphql', { query, variables },
        { accept: 'application/graphql-response+json, application/json;q=0.9', ...headers });
    const body = await judge('/graphql', 'post', answer);
    return { status: answer.status, headers: answer.headers, ...body };
}
const codeOf = (answer) => answer.errors?.[0]?.extensions?.code;

/** Every field of a type, `levels` deep. */
function everything(type, levels) {
    const fields = Object.values(getNamedType(type).getFields())
        .filter((field) => isLeafType(getNamedType(field.type)) || levels > 1)
        .map((field) => (isLeafType(getNamedType(field.type)) ? field.name
            : `${field.name} ${everything(field.type, levels - 1)}`));
    return `{ __typename ${fields.join(' ')} }`;
}

/** Holds an answer against the types of the SDL: every non-null there, every enum value known. */
function conforms(value, type, path) {
    const text = String(type);
    if (text.endsWith('!')) {
        assert.notEqual(value, null, `${path} is null`);
        return conforms(value, type.ofType, path);
    }
    if (value === null || value === undefined)
        return undefined;
    if (text.startsWith('['))
        return value.forEach((item, i) => conforms(item, type.ofType, `${path}[${i}]`));
    if (type.getValues)
        return assert.ok(type.getValue(value), `${path}: ${value} is no ${text}`);
    if (type.getFields) {
        for (const [key, inner] of Object.entries(value)) {
            if (key === '__typename')
                assert.equal(inner, text);
            else
                conforms(inner, type.getFields()[key].type, `${path}.${key}`);
        }
        return undefined;
    }
    if (text === 'Decimal')
        assert.match(value, /^-?(0|[1-9][0-9]{0,59})(\.[0-9]{1,18})?$/, path);
    if (text === 'DateTime')
        assert.match(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, path);
    if (text === 'Int')
        assert.ok(Number.isInteger(value), path);
    if (text === 'Float')
        assert.equal(typeof value, 'number', path);
    return undefined;
}

test('introspection gives the schema of the contract', async () => {
    const answer = await ask(getIntrospectionQuery());
    assert.equal(answer.errors, undefined);
    const told = buildClientSchema(answer.data);
    // graphql-js adds directives of its own to every schema that it builds.
    const changes = findBreakingChanges(schema, told).filter((change) => change.type !== 'DIRECTIVE_REMOVED');
    assert.deepEqual(changes, []);
    assert.deepEqual(findDangerousChanges(schema, told), []);
    assert.deepEqual(findBreakingChanges(told, schema), []);
});

test('every query answers every field with its type', async () => {
    const args = {
        user: `address: "${wallet.address}"`, userNetwork: `address: "${wallet.address}", depth: 2`,
        userRewards: `address: "${wallet.address}", timeframe: ALL`, leaderboard: 'type: NETWORK_STRENGTH',
        rebaseHistory: 'chain: solana', referralCode: '', userNetworkPage: `address: "${wallet.address}", limit: 50`,
        userRewardsPage: `address: "${wallet.address}", timeframe: YEAR, limit: 5`,
        rebaseHistoryPage: 'chain: base, limit: 3',
    };
    const mine = await ask('{ myReferralCode { code } }', {}, bearer(tokens));
    args.referralCode = `code: "${mine.data.myReferralCode.code}"`;
    for (const [name, field] of Object.entries(schema.getQueryType().getFields())) {
        const given = args[name] ? `(${args[name]})` : '';
        const query = `{ ${name}${given} ${everything(field.type, 4)} }`;
        assert.deepEqual(validate(schema, parse(query)), [], query);
        const answer = await ask(query, {}, bearer(tokens));
        assert.equal(answer.errors, undefined, `${name}: ${JSON.stringify(answer.errors)}`);
        assert.notEqual(answer.data[name], null, name);
        conforms(answer.data[name], field.type, name);
    }
});

test('leaderboards rank without gaps, best first', async () => {
    for (const type of ['NETWORK_STRENGTH', 'BALANCE', 'TOTAL_REFERRALS', 'DIRECT_REFERRALS', 'REWARDS']) {
        const answer = await ask(`{ leaderboard(type: ${type}, limit: 100) { rank value address } }`, {}, bearer(tokens));
        const rows = answer.data.leaderboard;
        assert.equal(rows.length, 100);
        assert.deepEqual(rows.map((row) => row.rank), rows.map((_, i) => i + 1));
        for (let i = 1; i < rows.length; ++i)
            assert.ok(Number(rows[i - 1].value) >= Number(rows[i].value), `${type} ${i}`);
        assert.equal(new Set(rows.map((row) => row.address)).size, 100);
    }
});

test('REST and GraphQL give the same user', async () => {
    const rest = await (await box.get(`/users/${wallet.address}`, bearer(tokens))).json();
    const fields = everything(schema.getType('User'), 3).replaceAll('__typename', '');
    const answer = await ask(`{ me ${fields} }`, {}, bearer(tokens));
    delete answer.data.me.networkStrength.topDescendants;
    delete rest.networkStrength.topDescendants;
    assert.deepEqual(answer.data.me, rest);
});

test('access rules', async () => {
    const anonymous = ['{ me { id } }', '{ leaderboard(type: BALANCE) { rank } }', '{ myReferralCode { code } }',
        `{ userRewards(address: "${wallet.address}", timeframe: DAY) { totalEarned } }`,
        'mutation { claimRewards(type: REFERRAL) { id } }'];
    for (const query of anonymous)
        assert.equal(codeOf(await ask(query)), 'unauthorized', query);
    const plain = await box.signIn(evmWallet());
    for (const query of ['{ leaderboard(type: BALANCE) { rank } }', 'mutation { claimRewards(type: REFERRAL) { id } }',
        `{ userRewards(address: "${wallet.address}", timeframe: DAY) { totalEarned } }`])
        assert.equal(codeOf(await ask(query, {}, bearer(plain))), 'forbidden', query);
    const open = await ask(`{ user(address: "${wallet.address}") { role referralCode { code } balance } }`);
    assert.equal(open.data.user.role, null);
    assert.equal(open.data.user.referralCode, null);
});

test('arguments outside their domain are refused, unknown addresses are null', async () => {
    const address = wallet.address;
    for (const query of [`{ userNetwork(address: "${address}", depth: 8) { depth } }`, '{ user(address: "0x1") { id } }',
        '{ rebaseHistory(chain: base, limit: 0) { id } }', '{ referralCode(code: "x") { code } }',
        `{ userNetworkPage(address: "${address}", limit: 5001) { depth } }`,
        `{ userNetworkPage(address: "${address}", cursor: "x") { depth } }`])
        assert.equal(codeOf(await ask(query)), 'validation_failed', query);
    const nobody = '0x0000000000000000000000000000000000000001';
    const answer = await ask(`{ a: user(address: "${nobody}") { id } b: userNetwork(address: "${nobody}") { depth }
        c: referralCode(code: "HABIBI-SOL-ZZZZZZZZ") { code } }`);
    assert.deepEqual(answer.data, { a: null, b: null, c: null });
});

test('what graphql-js calls invalid the sandbox refuses, and the other way round', async () => {
    const a = wallet.address;
    const documents = [
        '', '{', '{ nothing }', '{ user { id } }', '{ user(address: 1) { id } }', `{ user(address: "${a}") }`,
        `{ user(address: "${a}") { id { x } } }`, `{ user(address: "${a}", extra: 1) { id } }`,
        `query($x: Int!) { user(address: "${a}") { id } }`, 'query { user(address: $y) { id } }',
        'query($y: Int!) { user(address: $y) { id } }', `{ ...f } fragment f on Query { ...f }`,
        `{ ...missing }`, `{ user(address: "${a}") { ...f } } fragment f on NetworkNode { balance }`,
        `{ user(address: "${a}") { id } user(address: "b") { id } }`, `{ user(address: "${a}") { x: id x: balance } }`,
        `{ user(address: "${a}") { id @what } }`, '{ rebaseHistory(chain: polygon) { id } }',
        '{ rebaseHistory(chain: "base") { id } }', 'fragment f on User { id }', '{ globalStats { totalUsers } } { a: globalStats { totalUsers } }',
        `{ user(address: "${a}") { id } } fragment unused on User { id }`, 'mutation { claimRewards(type: X) { id } }',
        'mutation { updateProfile(input: {nick: "x"}) { id } }', 'mutation { updateProfile(input: {bio: 1}) { id } }',
        'subscription { rebaseEvents(chain: base) { id } networkGrowth(address: "x") { change } }',
        `{ user(address: "${a}") { id balance profile { displayName } } }`,
        `query Q($a: String!, $deep: Boolean = false) { user(address: $a) { ...u networkStrength @include(if: $deep) { score } } }
         fragment u on User { id ... on User { chain } ... @skip(if: $deep) { balance } }`,
        `{ a: user(address: "${a}") { id } b: user(address: "${a}") { id } }`, '{ __typename }',
        `{ user(address: """${a}""") { id # comment
        , balance } }`, '{ __type(name: "User") { name fields { name } } }',
        'query($l: Int = 3) { rebaseHistory(chain: base, limit: $l) { epoch } }',
        'query($l: Int) { rebaseHistory(chain: base, limit: $l) { epoch } }',
    ];
    for (const document of documents) {
        let valid = true;
        try {
            valid = validate(schema, parse(document)).length === 0;
        } catch {
            valid = false;
        }
        const answer = await ask(document || ' ', { a, y: 1, x: 1 });
        const accepted = answer.status === 200 && 'data' in answer;
        const isSubscription = document.startsWith('subscription');
        assert.equal(accepted, valid && !isSubscription, `${document}\n${JSON.stringify(answer.errors)}`);
    }
});

test('aliases, fragments and directives shape the answer', async () => {
    const answer = await ask(`query Q($a: String!, $no: Boolean = false) {
        one: user(address: $a) { ...u id @include(if: $no) profile @skip(if: true) { bio } }
    } fragment u on User { __typename balance ... { strength: networkStrength { score } } }`, { a: wallet.address });
    assert.deepEqual(Object.keys(answer.data.one).sort(), ['__typename', 'balance', 'strength']);
    assert.equal(answer.data.one.__typename, 'User');
});

test('the contract limits hold: depth 10, 500 fields, 64 KiB', async () => {
    const many = Array.from({ length: 260 }, (_, i) => `a${i}: user(address: "${wallet.address}") { id }`).join(' ');
    assert.equal(codeOf(await ask(`{ ${many} }`)), 'validation_failed');
    const long = await box.post('/graphql', { query: `{ __typename } #${'x'.repeat(70_000)}` });
    await judge('/graphql', 'post', long);
    assert.equal(long.status, 400);
    const nested = `${'{ ... '.repeat(80)} { __typename } ${'}'.repeat(80)}`;
    assert.equal(codeOf(await ask(nested)), 'validation_failed');
});

test('profiles: limits, clearing, and one detail a field', async () => {
    const set = (input) => ask('mutation($i: ProfileInput!) { updateProfile(input: $i) { profile { displayName bio website } } }',
        { i: input }, { ...bearer(tokens), ...onceKey() });
    const good = await set({ displayName: 'ليلى', bio: '<b>rose</b>', website: 'https://rose.example' });
    assert.equal(good.data.updateProfile.profile.displayName, 'ليلى');
    const bad = await set({ displayName: 'x'.repeat(65), website: 'http://plain.example', locale: '??' });
    assert.equal(bad.errors[0].extensions.details.length, 3);
    const cleared = await set({ bio: null });
    assert.deepEqual(cleared.data.updateProfile.profile,
        { displayName: 'ليلى', bio: null, website: 'https://rose.example' });
    const seen = await ask(`{ user(address: "${wallet.address}") { profile { displayName } } }`);
    assert.equal(seen.data.user.profile.displayName, 'ليلى');
});

test('claims: once, settled by the chain, never a rebase', async () => {
    const claim = (type, headers) => ask(`mutation { claimRewards(type: ${type}) { id amount status } }`, {},
        { ...bearer(tokens), ...headers });
    assert.equal((await claim('REBASE')).errors[0].extensions.reason, 'nothing_to_claim');
    const key = onceKey();
    const first = await claim('REFERRAL', key);
    assert.ok(Number(first.data.claimRewards.amount) > 0);
    const again = await claim('REFERRAL', key);
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    assert.deepEqual(again.data, first.data);
    assert.equal((await claim('REFERRAL', onceKey())).errors[0].extensions.reason, 'claim_pending');
});

test('registerReferral by mutation', async () => {
    const mine = await ask('{ myReferralCode(chain: arbitrum) { code } }', {}, bearer(tokens));
    const { code } = mine.data.myReferralCode;
    const newcomer = evmWallet();
    const theirs = await box.signIn(newcomer);
    const signature = await newcomer.sign(registration(newcomer, code));
    const send = (given) => ask(
        'mutation($c: String!, $s: String!) { registerReferral(code: $c, signature: $s) { referrer depth status registeredAt success referee } }',
        { c: code, s: given }, { ...bearer(theirs), ...onceKey() });
    assert.equal(codeOf(await send('0x' + '1'.repeat(130))), 'unauthorized');
    const done = await send(signature);
    check(schemaNamed('RegisterResult'), done.data.registerReferral, 'registerReferral');
    assert.equal(done.data.registerReferral.referrer, wallet.address);
    assert.equal((await send(signature)).errors[0].extensions.reason, 'already_referred');
});
