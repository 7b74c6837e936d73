// Asks the catalog through Backstage's own client and prints what it got: one JSON object, a member a question.
import { CatalogClient, CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { componentEntityV1alpha1Validator, entitySchemaValidator } from '@backstage/catalog-model';

const [address, token, unique, fileUrl, otherUrl, emptyUrl] = process.argv.slice(2);
const real = new CatalogClient({
  discoveryApi: { getBaseUrl: async plugin => `${address}/api/${plugin}` },
  fetchApi: { fetch },
});
const called = new Set();
const client = new Proxy(real, {
  get: (target, name) => {
    called.add(name);
    return target[name].bind(target);
  },
});
const shape = value => (value === null || typeof value !== 'object' ? typeof value
  : Array.isArray(value) ? value.slice(0, 1).map(shape)
  : Object.fromEntries(Object.keys(value).sort().map(key => [key, shape(value[key])])));
const failure = async promise => {
  try {
    await promise;
    return 'nothing';
  } catch (error) {
    return [error.statusCode, error.cause?.name, typeof error.cause?.message];
  }
};
const options = { token };
const mine = { kind: 'component', 'metadata.tags': unique };
const names = entities => entities.map(entity => entity && entity.metadata.name);
const answers = {};

const ask = async (question, answer) => {
  try {
    answers[question] = await answer();
  } catch (error) {
    answers[question] = `failed: ${error.message}`;
  }
};

await ask('byRef', async () => {
  const entity = await client.getEntityByRef(`component:default/a-${unique}`, options);
  return { name: entity.metadata.name, uid: entity.metadata.uid.length, relations: entity.relations.map(r => r.type) };
});
await ask('unknown', async () => (await client.getEntityByRef('component:default/nothing', options)) === undefined);
await ask('entities', async () => names((await client.getEntities({ filter: mine }, options)).items));
await ask('either', async () =>
  names((await client.getEntities({ filter: [{ ...mine, 'spec.type': 'website' }, { ...mine, 'spec.type': 'service' }] }, options)).items));
await ask('several', async () =>
  names((await client.getEntities({ filter: { ...mine, 'spec.type': ['website', 'library'] } }, options)).items));
await ask('exists', async () =>
  names((await client.getEntities({ filter: { ...mine, 'spec.system': CATALOG_FILTER_EXISTS } }, options)).items));
await ask('fields', async () =>
  (await client.getEntities({ filter: mine, fields: ['metadata.name', 'spec.type'], limit: 1 }, options)).items);
await ask('order', async () =>
  names((await client.getEntities({ filter: mine, order: { field: 'metadata.name', order: 'desc' } }, options)).items));
await ask('after', async () =>
  names((await client.getEntities({ filter: mine, after: `component:default/a-${unique}` }, options)).items));
await ask('byRefs', async () =>
  names((await client.getEntitiesByRefs({ entityRefs: [`component:default/b-${unique}`, 'component:default/nothing'] }, options)).items.map(e => e ?? null)));
await ask('pages', async () => {
  const pages = [];
  let page = await client.queryEntities({ filter: mine, limit: 2, orderFields: { field: 'metadata.name', order: 'asc' } }, options);
  const total = page.totalItems;
  pages.push(names(page.items));
  while (page.pageInfo.nextCursor) {
    page = await client.queryEntities({ cursor: page.pageInfo.nextCursor }, options);
    pages.push(names(page.items));
  }
  const back = await client.queryEntities({ cursor: page.pageInfo.prevCursor }, options);
  return { total, pages, back: names(back.items) };
});
const inTag = { 'metadata.tags': unique };
const notService = { $all: [inTag, { $not: { 'spec.type': 'service' } }] };
const ordered = { orderFields: { field: 'metadata.name', order: 'asc' } };
const query = async more => names((await client.queryEntities({ ...ordered, ...more }, options)).items);
await ask('predicates', async () => [
  await query({ query: notService }),
  await query({ query: { 'spec.type': { $in: ['service', 'library'] } }, filter: mine }),
  await query({ query: { $any: [{ 'metadata.name': { $hasPrefix: `A-${unique}` } }, { $all: [inTag, { 'spec.system': { $exists: true } }] }] } }),
  await query({ query: { $all: [inTag, { 'spec.system': { $exists: false } }] } }),
  await query({ query: { $all: [inTag, { relations: { $contains: { type: 'ownedBy', targetRef: { $in: ['group:default/red'] } } } }] } }),
  await query({ query: inTag, fullTextFilter: { term: 'Third' } }),
]);
await ask('predicatePages', async () => {
  const pages = [];
  let page = await client.queryEntities({ query: inTag, limit: 2, ...ordered, fields: ['metadata.name'] }, options);
  const total = page.totalItems;
  pages.push(page.items);
  page = await client.queryEntities({ cursor: page.pageInfo.nextCursor, limit: 2 }, options);
  pages.push(names(page.items));
  const back = await client.queryEntities({ cursor: page.pageInfo.prevCursor, limit: 2 }, options);
  return { total, pages, back: names(back.items), more: 'nextCursor' in page.pageInfo };
});
await ask('uncounted', async () => {
  const page = await client.queryEntities({ filter: mine, limit: 2, totalItems: 'exclude' }, options);
  return [page.totalItems, 'nextCursor' in page.pageInfo];
});
await ask('streamed', async () => {
  const pages = [];
  for await (const page of client.streamEntities({ query: inTag, pageSize: 2, ...ordered }, options)) {
    pages.push(names(page));
  }
  return pages;
});
await ask('predicateFacets', async () =>
  (await client.getEntityFacets({ query: notService, facets: ['spec.type', 'metadata.tags', 'relations.ownedBy', 'spec.nothing'] }, options)).facets);
await ask('predicateRefs', async () =>
  names((await client.getEntitiesByRefs({ entityRefs: ['a', 'b', 'c'].map(name => `component:default/${name}-${unique}`), query: notService, fields: ['metadata.name'] }, options)).items.map(e => e ?? null)));
await ask('fullText', async () =>
  names((await client.queryEntities({ filter: mine, fullTextFilter: { term: 'Second thing' } }, options)).items));
await ask('fullTextFields', async () =>
  names((await client.queryEntities({ filter: mine, fullTextFilter: { term: `c-${unique.slice(0, 4)}`, fields: ['metadata.name'] } }, options)).items));
await ask('facets', async () => (await client.getEntityFacets({ filter: mine, facets: ['spec.type'] }, options)).facets);
await ask('ancestors', async () => {
  const found = await client.getEntityAncestors({ entityRef: `component:default/a-${unique}` }, options);
  return { root: found.rootEntityRef, items: found.items.map(i => [i.entity.metadata.name, i.parentEntityRefs]) };
});
await ask('dryRun', async () =>
  names((await client.addLocation({ target: fileUrl, dryRun: true }, options)).entities));
await ask('locations', async () => {
  const { location } = await client.addLocation({ target: fileUrl }, options);
  const byId = await client.getLocationById(location.id, options);
  const byRef = await client.getLocationByRef(`url:${fileUrl}`, options);
  const byEntity = await client.getLocationByEntity(`component:default/a-${unique}`, options);
  const listed = (await client.getLocations({}, options)).items.some(item => item.id === location.id);
  const twice = await failure(client.addLocation({ target: fileUrl }, options));
  const again = await client.addLocation({ target: fileUrl, onConflict: 'refresh' }, options);
  const query = { $all: [{ target: { $hasPrefix: fileUrl } }, { entityRef: { $in: [location.entityRef] } }] };
  const queried = await client.queryLocations({ query }, options);
  answers.location = [shape(location), location.entityRef.length];
  answers.queriedLocations = [shape(queried), queried.totalItems];
  const other = await client.addLocation({ target: otherUrl }, options);
  const streamed = [];
  for await (const page of client.streamLocations({ limit: 1, query: { id: { $in: [location.id, other.location.id] } } }, options)) {
    streamed.push(page.length);
  }
  answers.streamedLocations = streamed;
  answers.changedToAnother = await failure(client.updateLocation(location.id, { target: otherUrl }, options));
  await client.removeLocationById(other.location.id, options);
  const changed = await client.updateLocation(location.id, { target: otherUrl }, options);
  answers.changed = [changed.target === otherUrl, changed.id === location.id, (await client.getLocationById(location.id, options)).target === otherUrl];
  await client.removeLocationById(location.id, options);
  const gone = (await client.getLocationById(location.id, options)) === undefined;
  return [byId.target, byRef.target, byEntity.target, listed, twice, again.location.id === location.id, gone].map(value => (value === fileUrl ? 'same' : value));
});
await ask('analyzed', async () => {
  const found = await client.analyzeLocation({ location: { type: 'url', target: fileUrl } }, options);
  return [found.existingEntityFiles.map(file => [file.location.type, file.location.target === fileUrl, file.isRegistered, file.entity.metadata.name]), found.generateEntities];
});
await ask('proposed', async () => {
  const { existingEntityFiles, generateEntities: [{ entity, fields }] } = await client.analyzeLocation({ location: { type: 'url', target: emptyUrl }, catalogFilename: 'catalog-info.yaml' }, options);
  return [existingEntityFiles, entity.apiVersion, entity.kind, entity.spec, emptyUrl.endsWith(`/${entity.metadata.name}`), shape(fields), fields.map(field => [field.field, field.state])];
});
await ask('deprecated', async () => (await client.getEntityByName({ kind: 'component', name: `a-${unique}` }, options)).metadata.name);
await ask('shapes', async () => {
  const entity = await client.getEntityByRef(`component:default/a-${unique}`, options);
  entitySchemaValidator()(entity);
  return [await componentEntityV1alpha1Validator.check(entity), shape(entity.relations)];
});
await ask('removed', async () => {
  const entity = await client.getEntityByRef(`component:default/a-${unique}`, options);
  return [await failure(client.removeEntityByUid(entity.metadata.uid, options)),
    await failure(client.refreshEntity('component:default/nothing', options)),
    await failure(client.getEntities({ filter: { '': 'x' } }, options)),
    await failure(client.getEntityAncestors({ entityRef: 'component:default/nothing' }, options)),
    await failure(client.getEntities({}, { token: 'nonsense' }))];
});
await ask('refresh', async () => (await client.refreshEntity(`component:default/a-${unique}`, options)) === undefined);
await ask('valid', async () => {
  const entity = await client.getEntityByRef(`component:default/a-${unique}`, options);
  return (await client.validateEntity(entity, 'url:https://example.org/x', options)).valid;
});
await ask('invalid', async () => {
  const answer = await client.validateEntity({ apiVersion: 'backstage.io/v1alpha1', kind: 'Component', metadata: { name: 'a b' } }, 'url:https://example.org/x', options);
  return { valid: answer.valid, errors: answer.errors.length, shape: shape(answer.errors) };
});
const inner = ['constructor', 'queryEntitiesByPredicate', 'getEntityFacetsByPredicate', 'requestIgnored', 'requestRequired', 'requestOptional', 'getFilterValue'];
answers.uncalled = Object.getOwnPropertyNames(CatalogClient.prototype).filter(name => !called.has(name) && !inner.includes(name));
console.log(JSON.stringify(answers));
