import { readSettings } from "./settings.js";
import { Service } from "./service.js";
import { VERSION } from "./version.js";

// Starts the service, and stops it gracefully when the platform asks it to.
const service = new Service(readSettings(process.env));
for (const signal of ["SIGTERM", "SIGINT"]) {
  process.once(signal, () => service.stop());
}
const port = await service.start();
console.log(`${{ values.name }} ${VERSION} listens on port ${port}`);
