// Evaluates FEEL with feelin. Reads {"scope": ..., "expressions": [...]} from standard input and
// writes one value for each, in a form that tells every type apart.
import { readFileSync } from "node:fs";
import { evaluate } from "feelin";

const { scope, expressions } = JSON.parse(readFileSync(0, "utf8"));

function told(value) {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? { number: value } : null;
  if (typeof value === "string") return { string: value };
  if (Array.isArray(value)) return { list: value.map(told) };
  return toldObject(value, value.constructor?.name);
}

function toldObject(value, kind) {
  const temporal = { FeelDate: "date", FeelTime: "time", FeelDateTime: "date and time" }[kind];
  if (temporal) return { [temporal]: value.toString() };
  if (kind === "FeelDuration") return { [value.yearsMonths ? "months" : "days"]: value.toString() };
  if (kind === "FeelRange") {
    const included = [value["start included"], value["end included"]];
    return { range: [told(value.start), told(value.end), ...included] };
  }
  if (kind === "FeelFunction" || typeof value === "function") return { function: true };
  const entries = Object.entries(value).map(([key, entry]) => [key, told(entry)]);
  return { context: Object.fromEntries(entries) };
}

function answered(expression) {
  try {
    return told(evaluate(expression, structuredClone(scope)).value);
  } catch (error) {
    return { error: String(error.message).slice(0, 200) };
  }
}

process.stdout.write(JSON.stringify(expressions.map(answered)));
