// Renders the skeleton with npm's nunjucks for as long as it is told: lines "parse <ms>" or "render <ms>" in, skeletons a second out.
// A line "show" answers the rendered files as JSON. node nunjucks.mjs <folder with node_modules> <skeleton> <values.json>
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
import { join } from "node:path";

const [modules, skeleton, values] = process.argv.slice(2);
const nunjucks = createRequire(join(modules, "package.json"))("nunjucks");
const environment = new nunjucks.Environment(null, {
  autoescape: false,
  tags: { variableStart: "${{", variableEnd: "}}" },
});
const names = readdirSync(skeleton).sort();
const sources = names.map(name => readFileSync(join(skeleton, name), "utf8"));
const templates = sources.map(source => new nunjucks.Template(source, environment, "file", true));
const context = JSON.parse(readFileSync(values, "utf8"));
let written = 0;

const ways = {
  parse: () => sources.forEach(source => (written += environment.renderString(source, context).length)),
  render: () => templates.forEach(template => (written += template.render(context).length)),
};

function measured(way, milliseconds) {
  const start = process.hrtime.bigint();
  const end = start + BigInt(milliseconds) * 1000000n;
  let rounds = 0;
  while (process.hrtime.bigint() < end) {
    ways[way]();
    rounds++;
  }
  return (rounds * 1e9) / Number(process.hrtime.bigint() - start);
}

for await (const line of createInterface({ input: process.stdin })) {
  const [way, milliseconds] = line.split(" ");
  console.log(way === "show" ? JSON.stringify(templates.map(each => each.render(context))) : measured(way, milliseconds));
}
