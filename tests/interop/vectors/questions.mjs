// SPDX-License-Identifier: GPL-3.0-or-later
// Random questions to `majlis-cli vectors`, the same ones for the same seed.
import { createHash } from "node:crypto";
import { AbiCoder, Mnemonic, Wallet, encodeRlp, encryptKeystoreJsonSync, getAddress, hexlify } from "ethers";

export class Dice {
    constructor(seed) {
        this.seed = seed;
        this.count = 0;
    }
    bytes(size) {
        const parts = [];
        for (let have = 0; have < size; have += 32) parts.push(createHash("sha256").update(`${this.seed}/${this.count++}`).digest());
        return Buffer.concat(parts).subarray(0, size);
    }
    hex(size) {
        return hexlify(this.bytes(size));
    }
    below(n) {
        return this.bytes(4).readUInt32BE() % n;
    }
    pick(list) {
        return list[this.below(list.length)];
    }
    /** A number of up to so many bits; small ones and the ends more often. */
    number(bits) {
        const most = (1n << BigInt(bits)) - 1n;
        const any = BigInt(this.hex(32)) & most;
        return this.pick([0n, 1n, most, any, any, any >> BigInt(this.below(bits))]);
    }
    text() {
        const words = ["", "a", "é", "日本", "🚀", "e\u0301", "\u0000", "\ufeff", '"', "\\", "\n", "x".repeat(this.below(70))];
        return Array.from({ length: this.below(5) }, () => this.pick(words)).join("");
    }
    address() {
        return getAddress(this.hex(20));
    }
}

function elementary(dice) {
    return dice.pick([`uint${8 + 8 * dice.below(32)}`, `int${8 + 8 * dice.below(32)}`, "address", "bool", `bytes${1 + dice.below(32)}`, "bytes", "string"]);
}

function abiType(dice, depth) {
    const shape = depth === 0 ? 0 : dice.below(4);
    if (shape < 2) return elementary(dice);
    if (shape === 2) return `${abiType(dice, depth - 1)}[${dice.pick(["", "", 1 + dice.below(3)])}]`;
    return `(${Array.from({ length: 1 + dice.below(3) }, () => abiType(dice, depth - 1)).join(",")})`;
}

function parts(type) {
    const found = [];
    let depth = 0;
    let start = 1;
    for (let i = 1; i < type.length; ++i) {
        if (type[i] === "(") ++depth;
        else if ((type[i] === "," || type[i] === ")") && depth === 0) {
            found.push(type.slice(start, i));
            start = i + 1;
        } else if (type[i] === ")") --depth;
    }
    return found;
}

function abiValue(dice, type) {
    const array = /^(.*)\[(\d*)\]$/.exec(type);
    if (array) return Array.from({ length: array[2] ? Number(array[2]) : dice.below(4) }, () => abiValue(dice, array[1]));
    if (type.startsWith("(")) return parts(type).map((part) => abiValue(dice, part));
    const [, kind, size] = /^([a-z]+)(\d*)$/.exec(type);
    if (kind === "uint") return String(dice.number(Number(size)));
    if (kind === "int") return String(dice.pick([1n, -1n]) * dice.number(Number(size) - 1));
    if (kind === "address") return dice.address();
    if (kind === "bool") return dice.below(2) === 1;
    if (kind === "string") return dice.text();
    return dice.hex(size ? Number(size) : dice.below(70));
}

function typedData(dice) {
    const all = [["name", "string", dice.text()], ["version", "string", "1"], ["chainId", "uint256", String(dice.number(200))],
        ["verifyingContract", "address", dice.address()], ["salt", "bytes32", dice.hex(32)]];
    const domain = all.filter(() => dice.below(3) > 0);
    const types = { EIP712Domain: domain.map(([name, type]) => ({ name, type })) };
    const struct = (depth) => {
        const name = `S${Object.keys(types).length}`;
        types[name] = [];
        for (let i = 1 + dice.below(4); i > 0; --i) {
            const base = depth > 0 && dice.below(3) === 0 ? struct(depth - 1) : elementary(dice);
            types[name].push({ name: `f${i}`, type: base + dice.pick(["", "", "", "[]", "[2]", "[][1]"]) });
        }
        return name;
    };
    const valueOf = (type) => {
        const array = /^(.*)\[(\d*)\]$/.exec(type);
        if (array) return Array.from({ length: array[2] ? Number(array[2]) : dice.below(3) }, () => valueOf(array[1]));
        if (!types[type]) return abiValue(dice, type);
        return Object.fromEntries(types[type].map((field) => [field.name, valueOf(field.type)]));
    };
    const primaryType = struct(2);
    return { types, primaryType, domain: Object.fromEntries(domain.map(([name, , value]) => [name, value])), message: valueOf(primaryType) };
}

function transaction(dice) {
    const type = dice.below(3);
    const tip = dice.number(60);
    const fees = type === 2 ? { maxPriorityFeePerGas: String(tip), maxFeePerGas: String(tip + dice.number(60)) } : { gasPrice: String(dice.number(80)) };
    const entry = () => ({ address: dice.address(), storageKeys: Array.from({ length: dice.below(3) }, () => dice.hex(32)) });
    const lists = type === 0 ? {} : { accessList: Array.from({ length: dice.below(3) }, entry) };
    return {
        type, chainId: String(1n + dice.number(50)), nonce: dice.below(300), to: dice.below(5) ? dice.address() : null,
        value: String(dice.number(250)), data: dice.hex(dice.pick([0, 1, 55, 56, dice.below(400)])), gas: String(21000 + dice.below(1e6)), ...fees, ...lists,
    };
}

const rlpValue = (dice, depth) => depth > 0 && dice.below(2)
    ? Array.from({ length: dice.below(5) }, () => rlpValue(dice, depth - 1))
    : dice.hex(dice.pick([0, 1, 1, 2, 55, 56, 57, dice.below(300)]));

// One bit of r or s changed. (Of v, and of the 64 bytes of EIP-2098, ethers takes more than others do, and than we.)
function damaged(dice, hex) {
    const bytes = Buffer.from(hex.slice(2), "hex");
    bytes[dice.below(64)] ^= 1 << dice.below(8);
    return hexlify(bytes);
}

function siwe(dice) {
    const optional = (name, value) => (dice.below(2) ? { [name]: value } : {});
    return {
        domain: dice.pick(["app.example.com", "localhost:3000", "127.0.0.1:8080", "[::1]:80"]), uri: dice.pick(["https://a.example/x?y=z#w", "http://localhost"]),
        version: "1", chainId: 1 + dice.below(1e6), nonce: dice.hex(8).slice(2), issuedAt: "2026-11-20T12:00:00.000Z",
        ...optional("statement", dice.pick(["Sign in.", "", "a\nb", "a:b/c?d#e[f]@g"])), ...optional("expirationTime", "2026-11-20T12:10:00.000Z"),
        ...optional("notBefore", "2026-11-20T12:00:00Z"), ...optional("requestId", dice.pick(["id-1", "a b", "%20"])),
        ...optional("resources", ["https://a.example", "ipfs://x"].slice(dice.below(3))), ...optional("scheme", "https"),
    };
}

/** `count` of each kind. */
export function* questions(seed, count) {
    const dice = new Dice(seed);
    const key = () => ({ privateKey: dice.hex(32) });
    for (let i = 0; i < count; ++i) {
        const phrase = Mnemonic.fromEntropy(dice.bytes(dice.pick([16, 20, 24, 28, 32]))).phrase;
        const passphrase = dice.pick(["", "TREZOR", "pässwörd", "e\u0301\ufb01"]);
        yield ["bip39.seed", { mnemonic: phrase, passphrase }];
        yield ["bip32.evm", { mnemonic: phrase, passphrase, path: `m/44'/60'/${dice.below(9)}'/0/${dice.below(2 ** 31)}` }];
        yield ["evm.personal_sign", { ...key(), ...(dice.below(2) ? { message: dice.text() } : { messageHex: dice.hex(dice.below(200)) }) }];
        yield ["evm.tx", { ...key(), tx: transaction(dice) }];
        yield ["evm.typed_data", { ...key(), typedData: typedData(dice) }];
        yield ["evm.keccak", { dataHex: dice.hex(dice.below(300)) }];
        const value = rlpValue(dice, 4);
        yield ["rlp.encode", { value }];
        yield ["rlp.decode", { encoded: encodeRlp(value) }];
        const types = Array.from({ length: dice.below(4) }, () => abiType(dice, 3));
        const args = types.map((type) => abiValue(dice, type));
        yield ["abi.encode_call", { signature: `f(${types.join(",")})`, args }];
        const data = AbiCoder.defaultAbiCoder().encode(types, args);
        yield ["abi.decode", { types, data }];
        yield ["siwe.sign", { ...key(), fields: siwe(dice) }];
        const wallet = new Wallet(dice.hex(32));
        const message = dice.text();
        const signature = wallet.signingKey.sign(dice.bytes(32)).serialized;
        yield ["evm.recover", { message, signature: dice.below(2) ? wallet.signMessageSync(message) : signature }];
        yield ["evm.recover", { message, signature: damaged(dice, wallet.signMessageSync(message)) }];
        if (i % 20 > 0) continue;
        const password = dice.pick(["", "correct horse", "pässwort", "ｆｕｌｌ"]);
        const json = encryptKeystoreJsonSync({ address: wallet.address, privateKey: wallet.privateKey }, password, { scrypt: { N: 1024, r: 8, p: 1 } });
        yield ["keystore.decrypt", { json, password }];
        yield ["keystore.decrypt", { json, password: `${password}x` }];
        yield ["keystore.encrypt", { privateKey: wallet.privateKey, password, scrypt: { n: 1024, r: 8, p: 1 } }];
    }
}
