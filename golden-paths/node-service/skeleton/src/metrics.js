const KNOWN_PATHS = new Set(["/", "/health", "/ready", "/metrics"]);

/** Counts requests, in the text format that Prometheus reads. */
export class Metrics {
  #series = new Map();
  #inProgress = 0;

  started() {
    this.#inProgress++;
  }

  finished(path, status, seconds) {
    this.#inProgress--;
    const labels = `{path="${KNOWN_PATHS.has(path) ? path : "other"}",status="${status}"}`;
    const one = this.#series.get(labels) ?? { requests: 0, seconds: 0 };
    one.requests++;
    one.seconds += seconds;
    this.#series.set(labels, one);
  }

  inPrometheusFormat() {
    const series = [...this.#series].sort(([one], [other]) => (one < other ? -1 : 1));
    return [
      "# TYPE http_requests_total counter",
      ...series.map(([labels, one]) => `http_requests_total${labels} ${one.requests}`),
      "# TYPE http_request_seconds_total counter",
      ...series.map(([labels, one]) => `http_request_seconds_total${labels} ${one.seconds}`),
      "# TYPE http_requests_in_progress gauge",
      `http_requests_in_progress ${this.#inProgress}`,
      "",
    ].join("\n");
  }
}
