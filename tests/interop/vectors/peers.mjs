// SPDX-License-Identifier: GPL-3.0-or-later
// What other libraries answer to the questions of `majlis-cli vectors`: ethers, viem, siwe. Where two of them know a
// kind both are asked, and must agree. Solana's kinds are in solanapeers.mjs.
import assert from "node:assert/strict";
import * as ethers from "ethers";
import { SiweMessage } from "siwe";
import { encodeAbiParameters, hashTypedData, parseAbiParameter, toRlp } from "viem";
import { privateKeyToAccount } from "viem/accounts";

const refused = { valid: false };

function attempt(work) {
    try {
        return work();
    } catch {
        return refused;
    }
}

export function evmKey(question) {
    if (question.privateKey) return new ethers.SigningKey(question.privateKey);
    const phrase = ethers.Mnemonic.fromPhrase(question.mnemonic, question.passphrase ?? "");
    return new ethers.SigningKey(ethers.HDNodeWallet.fromMnemonic(phrase, question.path).privateKey);
}

export const messageOf = (question) =>
    question.messageHex === undefined ? ethers.toUtf8Bytes(question.message) : ethers.getBytes(question.messageHex);

const addressOf = (key) => ethers.computeAddress(key.publicKey);

// Only the types that are reached: ethers wants one primary type, and no EIP712Domain.
function reached(types, primary) {
    const found = {};
    const visit = (name) => {
        if (found[name] || !Object.hasOwn(types, name)) return;
        found[name] = types[name];
        types[name].forEach((field) => visit(field.type.replace(/(\[\d*\])+$/, "")));
    };
    visit(primary);
    return found;
}

function typedDataDigest({ types, primaryType, domain, message }) {
    const { EIP712Domain, ...others } = types;
    for (const { name } of EIP712Domain ?? []) assert.ok(Object.hasOwn(domain, name));
    const known = reached(others, primaryType);
    assert.ok(known[primaryType]);
    const digest = ethers.TypedDataEncoder.hash(domain, known, message);
    if (EIP712Domain) {
        const exact = (type, value) => {
            const array = /^(.*)\[\d*\]$/.exec(type);
            if (array) return value.map((element) => exact(array[1], element));
            if (known[type]) return Object.fromEntries(known[type].map((f) => [f.name, exact(f.type, value[f.name])]));
            return /^u?int/.test(type) ? BigInt(value) : value;
        };
        const chain = domain.chainId === undefined ? {} : { chainId: BigInt(domain.chainId) };
        const theirs = { types: { EIP712Domain, ...known }, primaryType, domain: { ...domain, ...chain }, message: exact(primaryType, message) };
        assert.equal(hashTypedData(theirs), digest, "ethers and viem hash typed data differently");
    }
    return digest;
}

function ethersTransaction(tx) {
    const fees = tx.type === 2
        ? { maxFeePerGas: BigInt(tx.maxFeePerGas), maxPriorityFeePerGas: BigInt(tx.maxPriorityFeePerGas) }
        : { gasPrice: BigInt(tx.gasPrice) };
    const lists = tx.type === 0 ? {} : { accessList: tx.accessList ?? [] };
    return ethers.Transaction.from({
        type: tx.type, chainId: BigInt(tx.chainId), nonce: Number(tx.nonce), to: tx.to, value: BigInt(tx.value), data: tx.data,
        gasLimit: BigInt(tx.gas), ...fees, ...lists,
    });
}

const plain = (value) => value instanceof ethers.Result ? Array.from(value, plain) : typeof value === "bigint" ? String(value) : value;
// ethers leaves errors inside until somebody looks.
const looked = (values) => JSON.parse(JSON.stringify(plain(values)));

function encodedArguments(inputs, args) {
    const encoded = ethers.AbiCoder.defaultAbiCoder().encode(inputs, args);
    const big = (type, value) => {
        if (type.isArray()) return value.map((element) => big(type.arrayChildren, element));
        if (type.isTuple()) return value.map((element, i) => big(type.components[i], element));
        return /^u?int/.test(type.baseType) ? BigInt(value) : value;
    };
    // viem takes tuples as lists only when their components have no names.
    const parameters = inputs.map((input) => input.isTuple() || input.isArray() ? JSON.parse(input.format("json")) : parseAbiParameter(input.format("sighash")));
    if (inputs.length > 0) {
        const values = inputs.map((input, i) => big(input, args[i]));
        assert.equal(encodeAbiParameters(parameters, values), encoded, "ethers and viem encode differently");
    }
    return encoded;
}

const siweFields = ["scheme", "domain", "address", "statement", "uri", "version", "chainId", "nonce", "issuedAt",
    "expirationTime", "notBefore", "requestId", "resources"];

export const peers = {
    "bip39.seed": (q) => attempt(() => {
        const mnemonic = ethers.Mnemonic.fromPhrase(q.mnemonic, q.passphrase ?? "");
        return { valid: true, entropy: mnemonic.entropy, seed: mnemonic.computeSeed() };
    }),
    "bip32.evm": (q) => attempt(() => {
        const node = ethers.HDNodeWallet.fromPhrase(q.mnemonic, q.passphrase ?? "", q.path);
        return { valid: true, address: node.address, privateKey: node.privateKey };
    }),
    "evm.personal_sign": (q) => {
        const key = evmKey(q);
        return { address: addressOf(key), signature: key.sign(ethers.hashMessage(messageOf(q))).serialized };
    },
    "evm.typed_data": (q) => attempt(() => {
        const digest = typedDataDigest(q.typedData);
        return { valid: true, address: addressOf(evmKey(q)), digest, signature: evmKey(q).sign(digest).serialized };
    }),
    "evm.tx": async (q) => {
        const transaction = ethersTransaction(q.tx);
        transaction.signature = evmKey(q).sign(transaction.unsignedHash);
        if (BigInt(q.tx.chainId) < 2n ** 53n) {
            const { gas, ...tx } = q.tx;
            const fields = Object.fromEntries(["value", "maxFeePerGas", "maxPriorityFeePerGas", "gasPrice"].filter((f) => tx[f] !== undefined).map((f) => [f, BigInt(tx[f])]));
            const viems = { ...tx, ...fields, type: ["legacy", "eip2930", "eip1559"][tx.type], chainId: Number(tx.chainId), nonce: Number(tx.nonce), gas: BigInt(gas), to: tx.to ?? undefined };
            assert.equal(await privateKeyToAccount(evmKey(q).privateKey).signTransaction(viems), transaction.serialized, "ethers and viem sign differently");
        }
        return { from: addressOf(evmKey(q)), rawTx: transaction.serialized, hash: transaction.hash };
    },
    "evm.recover": (q) => attempt(() => ({ valid: true, address: ethers.verifyMessage(messageOf(q), q.signature) })),
    "evm.address": (q) => attempt(() => {
        assert.ok(q.address.startsWith("0x"));
        return { valid: true, checksummed: ethers.getAddress(q.address) };
    }),
    "evm.keccak": (q) => ({ hash: ethers.keccak256(q.dataHex) }),
    "rlp.encode": (q) => {
        assert.equal(toRlp(q.value), ethers.encodeRlp(q.value));
        return { encoded: ethers.encodeRlp(q.value) };
    },
    "rlp.decode": (q) => attempt(() => ({ valid: true, value: ethers.decodeRlp(q.encoded) })),
    "abi.encode_call": (q) => {
        const { selector, inputs } = ethers.FunctionFragment.from(`function ${q.signature}`);
        return { data: selector + encodedArguments(inputs, q.args).slice(2), selector };
    },
    "abi.decode": (q) => attempt(() => ({ valid: true, values: looked(ethers.AbiCoder.defaultAbiCoder().decode(q.types, q.data)) })),
    "abi.decode_log": (q) => attempt(() => {
        const event = ethers.EventFragment.from(`event ${q.event}`);
        assert.equal(event.topicHash, q.topics[0]);
        assert.equal(q.topics.length, 1 + event.inputs.filter((input) => input.indexed).length);
        const values = new ethers.Interface([event]).decodeEventLog(event, q.data, q.topics);
        return { valid: true, values: looked(values).map((value) => value?.hash ?? value) };
    }),
    "siwe.sign": (q) => attempt(() => {
        const address = addressOf(evmKey(q));
        const message = new SiweMessage({ ...q.fields, address }).prepareMessage();
        return { valid: true, message, address, signature: evmKey(q).sign(ethers.hashMessage(message)).serialized };
    }),
    "siwe.parse": (q) => attempt(() => {
        const message = new SiweMessage(q.message);
        return { valid: true, fields: Object.fromEntries(siweFields.filter((f) => message[f] != null).map((f) => [f, message[f]])) };
    }),
    "siwe.check": (q) => {
        const message = attempt(() => new SiweMessage(q.message));
        const time = Date.parse(q.time);
        return {
            accept: ["domain", "nonce", "address", "chainId"].every((field) => message[field] === q[field])
                && !(message.expirationTime && time >= Date.parse(message.expirationTime))
                && !(message.notBefore && time < Date.parse(message.notBefore)),
        };
    },
    "keystore.decrypt": (q) => attempt(() => ({ valid: true, ...ethers.decryptKeystoreJsonSync(q.json, q.password) })),
};

/** Judges of answers that are not the same each time: they throw. */
export const judges = {
    "keystore.encrypt": (q, answer) => {
        const opened = ethers.decryptKeystoreJsonSync(answer.json, q.password);
        assert.equal(opened.privateKey, q.privateKey);
        const { n, r, p } = JSON.parse(answer.json).crypto.kdfparams;
        assert.deepEqual({ n, r, p }, q.scrypt);
        assert.ok(!answer.json.includes(q.privateKey.slice(2)));
    },
};
