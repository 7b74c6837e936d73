import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readSettings } from "../src/settings.js";
import { Service } from "../src/service.js";
import { VERSION } from "../src/version.js";

const service = new Service({ port: 0, greeting: "Good morning", drainMillis: 50 });
let port;

before(async () => {
  port = await service.start();
});

after(() => service.stop());

async function answers(path, status, part) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  assert.equal(response.status, status);
  assert.ok((await response.text()).includes(part), `${path} does not say "${part}"`);
}

test("greets", () => answers("/", 200, `Good morning from ${{ values.name }} ${VERSION}`));

test("is healthy", () => answers("/health", 200, "ok"));

test("is ready", () => answers("/ready", 200, "ready"));

test("says that there is nothing elsewhere", () => answers("/nowhere", 404, "nothing at /nowhere"));

test("counts requests", async () => {
  await answers("/health", 200, "ok");
  await answers("/metrics", 200, 'http_requests_total{path="/health",status="200"}');
});

test("is not ready any more while it stops, but goes on answering", async () => {
  const other = new Service({ port: 0, greeting: "Bye", drainMillis: 500 });
  const otherPort = await other.start();
  const stopped = other.stop();
  const ready = await fetch(`http://127.0.0.1:${otherPort}/ready`);
  assert.equal(ready.status, 503);
  await ready.text();
  await stopped;
  await assert.rejects(fetch(`http://127.0.0.1:${otherPort}/health`));
});

test("refuses settings that make no sense", () => {
  assert.throws(() => readSettings({ PORT: "eighty" }), /PORT must be a whole number, not "eighty"/);
});
