// Renders what it is asked to with npm's nunjucks: a line of JSON in, a line of JSON out.
// node render.mjs <folder with node_modules/nunjucks>
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
import { join } from "node:path";

const nunjucks = createRequire(join(process.argv[2], "package.json"))("nunjucks");

function environment(options) {
  return new nunjucks.Environment(null, {
    autoescape: false,
    trimBlocks: options.includes("trimBlocks"),
    lstripBlocks: options.includes("lstripBlocks"),
    tags: options.includes("dollar") ? { variableStart: "${{", variableEnd: "}}" } : undefined,
  });
}

function render({ template, context, options }) {
  try {
    const text = new nunjucks.Template(template, environment(options), "case", true).render(context);
    return text === null ? { error: "rendered nothing" } : { text };
  } catch (error) {
    return { error: String(error.message).split("\n").map(line => line.trim()).filter(line => line).slice(-1)[0] ?? "error" };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(render(JSON.parse(line))) + "\n");
}
