// SPDX-License-Identifier: GPL-3.0-or-later
// judge.mjs CLI [--public FILE] [--count N] [--seed TEXT]: `majlis-cli vectors` on random questions, and on the public ones of
// the file when it is there, judged by other libraries. Exit 1 when any answer differs.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { judges, peers } from "./peers.mjs";
import { questions } from "./questions.mjs";
import { solanaJudges, solanaPeers } from "./solanapeers.mjs";

const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { public: { type: "string" }, count: { type: "string", default: "40" }, seed: { type: "string", default: "majlis" } },
});
const allPeers = { ...peers, ...solanaPeers };
const allJudges = { ...judges, ...solanaJudges };

function answers(cases) {
    const folder = mkdtempSync(join(tmpdir(), "majlis-vectors-"));
    try {
        const [input, output] = [join(folder, "in.json"), join(folder, "out.json")];
        writeFileSync(input, JSON.stringify({ cases: cases.map(({ id, kind, in: question }) => ({ id, kind, in: question })) }));
        const run = spawnSync(positionals[0], ["vectors", input, output], { encoding: "utf8" });
        assert.equal(run.status, 0, run.stderr);
        return new Map(JSON.parse(readFileSync(output, "utf8")).cases.map((answer) => [answer.id, answer.out]));
    } finally {
        rmSync(folder, { recursive: true });
    }
}

const same = (ours, theirs) => /^0x[0-9a-fA-F]*$/.test(theirs) && typeof ours === "string" && theirs.length !== 42
    ? ours.toLowerCase() === theirs.toLowerCase()
    : JSON.stringify(ours) === JSON.stringify(theirs, (key, value) => value);

const sorted = (value) => value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, value[key]])) : value;

async function judge({ kind, in: question, tags = [] }, answer) {
    assert.ok(answer && typeof answer === "object", "no answer");
    if (tags.includes("any")) return;
    if (allJudges[kind]) return allJudges[kind](question, answer);
    const expected = await allPeers[kind](question);
    for (const [name, value] of Object.entries(expected))
        assert.ok(same(sorted(answer[name]), sorted(value)), `${name}: ours ${JSON.stringify(answer[name])}, theirs ${JSON.stringify(value)}; ${answer.error ?? ""}`);
}

async function judgeAll(what, cases) {
    const ours = answers(cases);
    const byKind = {};
    let failed = 0;
    for (const theCase of cases) {
        byKind[theCase.kind] = (byKind[theCase.kind] ?? 0) + 1;
        try {
            await judge(theCase, ours.get(theCase.id));
        } catch (error) {
            ++failed;
            console.error(`${theCase.id} ${theCase.kind}: ${error.message}\n  ${JSON.stringify(theCase.in).slice(0, 600)}`);
        }
    }
    console.log(`${what}: ${cases.length} questions of ${Object.keys(byKind).length} kinds, ${failed} answers wrong`);
    return failed;
}

const random = Array.from(questions(values.seed, Number(values.count)), ([kind, question], i) => ({ id: `r${i}`, kind, in: question }));
let failed = await judgeAll(`random (seed ${values.seed})`, random);
if (values.public && existsSync(values.public)) {
    const { cases } = JSON.parse(readFileSync(values.public, "utf8"));
    assert.ok(cases.length >= 197);
    failed += await judgeAll("public", cases);
} else {
    console.log(`SKIPPED: the public questions are not here (${values.public}); set MAJLIS_SHARED_DIR`);
}
process.exit(failed ? 1 : 0);
