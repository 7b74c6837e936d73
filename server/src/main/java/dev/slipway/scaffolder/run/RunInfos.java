package dev.slipway.scaffolder.run;

import dev.slipway.catalog.Catalog;
import dev.slipway.entities.EntityRef;
import dev.slipway.scaffolder.StoredTemplate;
import dev.slipway.scaffolder.action.Actors;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.action.Secrets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what the steps of a run know about it. */
@Component
public class RunInfos {

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectProvider<Catalog> catalog;

    RunInfos(ObjectProvider<Catalog> catalog) {
        this.catalog = catalog;
    }

    /** @param values the answers, passwords included: {@code secrets} masks them wherever they are written down */
    public RunInfo of(
            String id, String account, StoredTemplate template, Map<String, @Nullable Object> values, Secrets secrets) {
        return of(id, account, template.definition().name(), template.commit().value(), values, secrets);
    }

    public RunInfo of(
            String id,
            String account,
            String template,
            String commit,
            Map<String, @Nullable Object> values,
            Secrets secrets) {
        String user = Actors.reference(account);
        return new RunInfo(id, user, entity(user), template, commit, values, secrets);
    }

    private Map<String, @Nullable Object> entity(String user) {
        Catalog known = catalog.getIfAvailable();
        return known == null
                ? Map.of()
                : known.find(EntityRef.parse(user, "user"))
                        .map(found -> JSON.readValue(found.json(), OBJECT))
                        .orElse(Map.of());
    }
}
