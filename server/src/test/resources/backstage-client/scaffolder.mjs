// Runs a template through Backstage's own client and prints what it got: one JSON object, a member a question.
import { ScaffolderClient } from '@backstage/plugin-scaffolder-common';

// The client reads server-sent events with a library that expects a page.
globalThis.document = { hidden: false, addEventListener() {}, removeEventListener() {} };
globalThis.window = globalThis;
const [address, token, account, template] = process.argv.slice(2);
const options = {
  discoveryApi: { getBaseUrl: async plugin => `${address}/api/${plugin}` },
  fetchApi: { fetch: (url, init) => fetch(url, { ...init, headers: { ...init?.headers, Authorization: `Bearer ${token}` } }) },
  identityApi: { getBackstageIdentity: async () => ({ userEntityRef: `user:default/${account}` }) },
};
const streaming = new ScaffolderClient(options);
const polling = new ScaffolderClient({ ...options, useLongPollingLogs: true });
const templateRef = `template:default/${template}`;
const answers = {};

const ask = async (question, answer) => {
  try {
    answers[question] = await answer();
  } catch (error) {
    answers[question] = `failed: ${error.message}`;
  }
};
const events = (client, request) => new Promise((resolve, reject) => {
  const seen = [];
  client.streamLogs(request).subscribe({ next: event => seen.push(event), error: reject, complete: () => resolve(seen) });
});
const failure = async promise => promise.then(() => 'nothing', error => error.message);

await ask('schema', async () => {
  const schema = await streaming.getTemplateParameterSchema(templateRef);
  return [schema.title, schema.steps.map(step => [step.title, Object.keys(step.schema.properties)])];
});
await ask('refused', async () => (await failure(streaming.scaffold({ templateRef, values: { name: 'A 1' } }))).includes('"property":"instance.name"'));
const { taskId } = await streaming.scaffold({ templateRef, values: { name: 'ada' }, secrets: { key: 'hush-hush' } });
await ask('streamed', async () => {
  const seen = await events(streaming, { taskId });
  const last = seen[seen.length - 1];
  return [last.type, last.body.message, last.body.output.text, seen.filter(e => e.body.stepId === 'tell').map(e => [e.type, e.body.message, e.body.status ?? null])];
});
await ask('polled', async () => (await events(polling, { taskId })).map(event => event.type).at(-1));
await ask('after', async () => (await events(streaming, { taskId, after: 3 })).every(event => event.id > 3));
await ask('task', async () => {
  const task = await streaming.getTask(taskId);
  return [task.status, task.spec.apiVersion, task.spec.parameters, task.spec.steps.map(step => step.id), typeof task.createdAt, typeof task.lastHeartbeatAt];
});
await ask('listed', async () => {
  const { tasks, totalTasks } = await streaming.listTasks({ filterByOwnership: 'owned', limit: 5, offset: 0 });
  return [tasks.map(task => task.id === taskId), totalTasks];
});
await ask('unknown', async () => failure(streaming.getTask('nothing')).then(message => message.includes('404')));
const waiting = await streaming.scaffold({ templateRef, values: { name: 'ada', wait: true }, secrets: { key: 'hush-hush' } });
await ask('cancelled', async () => [(await streaming.cancelTask(waiting.taskId)).status, (await events(streaming, { taskId: waiting.taskId })).at(-1).type]);
await ask('dryRun', async () => {
  const run = await streaming.dryRun({
    template: { apiVersion: 'scaffolder.backstage.io/v1beta3', kind: 'Template', metadata: { name: 'dry' }, spec: { type: 'x', steps: [{ id: 'a', action: 'debug:log', input: { message: '${{ secrets.key }}' } }] } },
    values: {}, secrets: { key: 'hush-hush' }, directoryContents: [],
  });
  return run.log.map(line => line.body.message);
});
await ask('extensions', async () => {
  const { filters, globals } = await streaming.listTemplatingExtensions();
  return [Object.keys(filters), typeof filters.pick.description, filters.pick.examples.length, Object.keys(globals)];
});
const complete = (provider, resource, context, given = 'none') => streaming.autocomplete({ token: given, provider, resource, context }).then(({ results }) => results.map(each => each.id));
await ask('owners', async () => (await complete('github', 'owners', {})).includes('acme'));
await ask('repositories', async () => (await complete('github', 'repositoriesWithOwner', {})).includes('acme/platform'));
await ask('branches', async () => (await complete('github', 'branches', { owner: 'acme', repository: 'platform' })).includes('main'));
const said = promise => promise.then(() => 'nothing', error => error.message + JSON.stringify(error.body ?? {}));
await ask('otherProvider', async () => (await said(complete('gitlab', 'groups', {}))).includes('Unsupported provider: gitlab'));
await ask('otherResource', async () => (await said(complete('github', 'planets', {}))).includes('Invalid resource: planets'));
await ask('noToken', async () => (await said(complete('github', 'owners', {}, ''))).includes('Missing token query parameter'));
console.log(JSON.stringify(answers));
