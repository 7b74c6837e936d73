import { createServer } from "node:http";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { Metrics } from "./metrics.js";
import { VERSION } from "./version.js";

/** The HTTP server: one greeting, and what the platform asks of every service. */
export class Service {
  #settings;
  #metrics = new Metrics();
  #server = createServer((request, response) => this.#answer(request, response));
  #ready = false;

  constructor(settings) {
    this.#settings = settings;
  }

  /** Returns the port on which it listens. */
  async start() {
    this.#server.listen(this.#settings.port);
    await once(this.#server, "listening");
    this.#ready = true;
    return this.#server.address().port;
  }

  /** Not ready first, so that no new requests come; then what is under way is finished; then the end. */
  async stop() {
    this.#ready = false;
    await pause(this.#settings.drainMillis);
    const closed = once(this.#server, "close");
    this.#server.close();
    this.#server.closeIdleConnections();
    await closed;
  }

  #answer(request, response) {
    this.#metrics.started();
    const begin = process.hrtime.bigint();
    const path = new URL(request.url, "http://service").pathname;
    response.once("close", () =>
      this.#metrics.finished(path, response.statusCode, Number(process.hrtime.bigint() - begin) / 1e9));
    const { status, text } = this.#answerTo(path);
    response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
    response.end(request.method === "HEAD" ? undefined : text);
  }

  #answerTo(path) {
    switch (path) {
      case "/":
        return { status: 200, text: `${this.#settings.greeting} from ${{ values.name }} ${VERSION}\n` };
      case "/health":
        return { status: 200, text: "ok\n" };
      case "/ready":
        return this.#ready ? { status: 200, text: "ready\n" } : { status: 503, text: "not ready\n" };
      case "/metrics":
        return { status: 200, text: this.#metrics.inPrometheusFormat() };
      default:
        return { status: 404, text: `There is nothing at ${path}\n` };
    }
  }
}
