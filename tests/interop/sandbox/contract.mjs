// SPDX-License-Identifier: GPL-3.0-or-later
// The OpenAPI 3.1 contract as a judge: ajv (JSON Schema 2020-12, the dialect of OpenAPI 3.1) checks each answer against the
// schema that the operation has for its status.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const text = readFileSync(new URL('../../../resources/schemas/habibi.openapi.yaml', import.meta.url), 'utf8');
export const contract = parse(text);

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
addFormats(ajv);
ajv.addSchema({ $id: 'habibi', components: contract.components });

const validators = new Map();
function validatorFor(schema) {
    const key = JSON.stringify(schema);
    if (!validators.has(key)) {
        const absolute = JSON.parse(key.replaceAll('"#/components/', '"habibi#/components/'));
        validators.set(key, ajv.compile(absolute));
    }
    return validators.get(key);
}

const resolve = (node) => (node?.$ref
    ? node.$ref.slice(2).split('/').reduce((at, part) => at[part], contract)
    : node);

/** What was judged: `METHOD path status`. */
export const judged = new Set();

/** Checks a fetch answer of an operation, and gives its body (parsed when it is JSON). */
export async function judge(operationPath, method, answer) {
    const operation = contract.paths[operationPath]?.[method];
    assert.ok(operation, `the contract has no ${method} ${operationPath}`);
    const responses = operation.responses;
    const status = String(answer.status);
    const response = resolve(responses[status] ?? responses[`${status[0]}XX`] ?? responses.default);
    assert.ok(response, `${method} ${operationPath} must not answer ${status}`);
    judged.add(`${method} ${operationPath} ${status}`);
    for (const [name, header] of Object.entries(response.headers ?? {})) {
        const value = answer.headers.get(name);
        if (value === null) {
            assert.ok(name === 'Idempotency-Replayed' || name === 'Retry-After' || status !== '200',
                `${method} ${operationPath} ${status} lacks the header ${name}`);
            continue;
        }
        const { schema } = resolve(header);
        const typed = schema.type === 'integer' ? Number(value) : value;
        assert.ok(validatorFor(schema)(typed), `${name}: ${value}`);
    }
    const type = (answer.headers.get('content-type') ?? '').split(';')[0];
    if (!response.content || answer.status === 304)
        return null;
    const media = response.content[type];
    assert.ok(media, `${method} ${operationPath} ${status} must not be ${type}`);
    if (!type.endsWith('json'))
        return Buffer.from(await answer.arrayBuffer());
    const body = await answer.json();
    check(media.schema, body, `${method} ${operationPath} ${status}`);
    return body;
}

export function check(schema, value, what) {
    const validate = validatorFor(schema);
    assert.ok(validate(value), `${what}: ${ajv.errorsText(validate.errors, { separator: '\n' })}\n${
        JSON.stringify(value).slice(0, 600)}`);
}

export const schemaNamed = (name) => ({ $ref: `#/components/schemas/${name}` });
