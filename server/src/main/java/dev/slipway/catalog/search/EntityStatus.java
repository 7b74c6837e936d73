package dev.slipway.catalog.search;

/**
 * The problems of an entity's document as Backstage's {@code status}: what the entity says is what the document said before.
 * Source: the type {@code EntityStatusItem} of its catalog-model.
 */
final class EntityStatus {

    /** Answers the JSON for {@code e} and {@code s}, its source, as {@code status}; null where nothing is wrong. */
    static final String OF_ENTITY = """
            case when exists (select from catalog_problems) then (
                select json_build_object('items', json_agg(json_build_object('type', 'backstage.io/catalog-processing',
                        'level', 'error', 'message', p.said, 'error', json_build_object('name', 'InputError', 'message', p.said))
                        order by p.line, p.col))::text
                    from (select line, col, s.path || ':' || line || ': ' || case field when '' then '' else field || ': ' end || message
                            || case expected when '' then '' else ' Expected: ' || expected || '.' end as said
                        from catalog_problems where source = e.source and ref = e.ref) p
                    having count(*) > 0) end as status""";

    private EntityStatus() {}
}
