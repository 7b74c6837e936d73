package dev.slipway.scaffolder.templates;

import dev.slipway.catalog.CatalogEntity;
import dev.slipway.git.GitContent;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.scaffolder.TemplateSummary;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Entities as templates on the list; what was found once holds until the entity changes. */
@Component
class CatalogSummaries {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 5_000;

    private final TemplateLint lint;
    private final GitContent content;
    private final Map<String, TemplateSummary> known = new ConcurrentHashMap<>();

    CatalogSummaries(TemplateLint lint, GitContent content) {
        this.lint = lint;
        this.content = content;
    }

    TemplateSummary of(CatalogEntity entity) {
        if (known.size() > MOST) {
            known.clear();
        }
        String state = entity.ref() + "\n" + entity.source() + "\n"
                + entity.declared().hashCode() + "\n" + System.identityHashCode(lint.actions());
        return known.computeIfAbsent(state, _ -> summary(entity));
    }

    private TemplateSummary summary(CatalogEntity entity) {
        JsonNode declared = JSON.readTree(entity.declared());
        JsonNode metadata = declared.path("metadata");
        String title = metadata.path("title").asString("");
        return new TemplateSummary(
                entity.ref().toString(),
                title.isEmpty() ? metadata.path("name").asString("") : title,
                metadata.path("description").asString(""),
                declared.path("spec").path("type").asString(""),
                StreamSupport.stream(metadata.path("tags").spliterator(), false)
                        .map(tag -> tag.asString(""))
                        .toList(),
                declared.path("spec").path("owner").asString(""),
                "",
                entity.source().repository() + "/" + entity.source().path(),
                problems(entity));
    }

    private List<String> problems(CatalogEntity entity) {
        RepositoryRef repository = RepositoryRef.parse(entity.source().repository());
        return content.resolve(repository, "HEAD").stream()
                .map(commit -> content.snapshot(repository, commit))
                .filter(snapshot -> snapshot.isFile(entity.source().path()))
                .flatMap(snapshot -> lint.errorsOf(snapshot, entity.source().path()).stream())
                .map(finding -> repository + "/" + finding)
                .toList();
    }
}
