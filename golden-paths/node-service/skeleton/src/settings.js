/**
 * What differs between environments; set in deploy/overlays/.
 *
 * - port: where it listens; 0 for any free port
 * - greeting: what it says first
 * - drainMillis: how long it goes on answering after it was asked to stop, so that routers notice that it is not ready
 */
export function readSettings(environment) {
  return {
    port: number(environment, "PORT", 8080),
    greeting: environment.GREETING ?? "Hello",
    drainMillis: number(environment, "DRAIN_MILLIS", 1000),
  };
}

function number(environment, name, otherwise) {
  const text = environment[name] ?? String(otherwise);
  if (!/^\d{1,9}$/.test(text.trim())) {
    throw new Error(`${name} must be a whole number, not "${text}".`);
  }
  return Number(text);
}
