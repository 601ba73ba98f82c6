// Runs bpmnlint's recommended rules on a file, again and again, and says what each run cost.
// node lint.mjs FILE WARM-UPS RUNS: prints a JSON list of milliseconds of CPU.
import { readFileSync } from "node:fs";
import { BpmnModdle } from "bpmn-moddle";
import { Linter } from "bpmnlint";
import NodeResolver from "bpmnlint/lib/resolver/node-resolver.js";

const [file, warmUps, runs] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const xml = readFileSync(file, "utf8");
const moddle = new BpmnModdle();
const linter = new Linter({ config: { extends: "bpmnlint:recommended" }, resolver: new NodeResolver() });

async function spent() {
  const before = process.cpuUsage();
  const { rootElement } = await moddle.fromXML(xml);
  const read = process.cpuUsage(before);
  await linter.lint(rootElement);
  const all = process.cpuUsage(before);
  const ms = ({ user, system }) => (user + system) / 1000;
  return { checks: ms(all) - ms(read), both: ms(all) };
}

for (let run = 0; run < warmUps; run += 1) await spent();
const found = [];
for (let run = 0; run < runs; run += 1) found.push(await spent());
console.log(JSON.stringify(found));
