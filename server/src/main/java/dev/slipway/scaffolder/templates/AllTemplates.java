package dev.slipway.scaffolder.templates;

import dev.slipway.entities.EntityRef;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.Platforms;
import dev.slipway.scaffolder.ScaffolderException;
import dev.slipway.scaffolder.StoredTemplate;
import dev.slipway.scaffolder.TemplateSummary;
import dev.slipway.scaffolder.Templates;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The platform's own templates by their directories, those of the catalog by reference. */
@Component
class AllTemplates implements Templates {

    private static final String KIND = "template";

    private final PlatformTemplates own;
    private final CatalogTemplates others;
    private final Platforms platforms;

    AllTemplates(PlatformTemplates own, CatalogTemplates others, Platforms platforms) {
        this.own = own;
        this.others = others;
        this.platforms = platforms;
    }

    @Override
    public List<TemplateSummary> all() {
        return Stream.concat(own.all().stream(), others.all(repository()).stream())
                .sorted(Comparator.comparing(TemplateSummary::title).thenComparing(TemplateSummary::name))
                .toList();
    }

    @Override
    public StoredTemplate get(String key) {
        return ownName(key).map(own::get).orElseGet(() -> others.get(reference(key)));
    }

    @Override
    public StoredTemplate get(String key, CommitId commit) {
        return ownName(key).map(name -> own.get(name, commit)).orElseGet(() -> others.get(reference(key), commit));
    }

    @Override
    public void keep(StoredTemplate template) {
        if (ownName(template.key()).isEmpty()) {
            others.keep(reference(template.key()), template.commit());
        }
    }

    /** The directory in the platform repository; empty for a template of another one. */
    private Optional<String> ownName(String key) {
        if (!key.contains(":")) {
            return Optional.of(key);
        }
        EntityRef ref = reference(key);
        return others.platformName(ref, repository());
    }

    private static EntityRef reference(String key) {
        try {
            EntityRef ref = EntityRef.parse(key, KIND);
            if (ref.kind().equals(KIND)) {
                return ref;
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new ScaffolderException(
                ProblemCode.NOT_FOUND,
                Problem.of("There is no template \"" + key + "\".")
                        .expecting("the name of one of the platform's, or template:namespace/name"));
    }

    private RepositoryRef repository() {
        return platforms.current().repository();
    }
}
