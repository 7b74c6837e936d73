package dev.slipway.catalog.discovery;

import dev.slipway.catalog.LocationAnalysis.Proposal;
import dev.slipway.catalog.LocationAnalysis.Suggestion;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.TeamName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the component that a repository without a {@code catalog-info.yaml} could declare. */
final class Proposals {

    private static final int LONGEST_NAME = 63;

    /** The annotation for the name of a repository on its host. Source: Backstage's well-known annotations. */
    private static final Map<String, String> SLUGS = Map.of(
            "https://github.com/", "github.com/project-slug",
            "https://gitlab.com/", "gitlab.com/project-slug",
            "https://bitbucket.org/", "bitbucket.org/project-slug");

    private static final Pattern SEPARATORS = Pattern.compile("[-_.]{2,}");

    private Proposals() {}

    /** @param snapshot null for an empty repository */
    static Proposal of(HostedRepository repository, String url, Optional<TeamName> owner, @Nullable Snapshot snapshot) {
        boolean service = snapshot != null && (snapshot.isFile("Dockerfile") || snapshot.isDirectory("deploy"));
        List<Suggestion> fields = new ArrayList<>();
        fields.add(new Suggestion("metadata.name", name(repository), "The repository's name."));
        fields.add(new Suggestion(
                "metadata.description",
                repository.description().isBlank() ? null : repository.description(),
                repository.description().isBlank() ? "The repository has none." : "The repository's description."));
        fields.add(new Suggestion(
                "spec.type",
                service ? "service" : "other",
                service ? "It has what a service is built or deployed from." : "Nothing in it says what it is."));
        fields.add(new Suggestion("spec.lifecycle", null, "For example experimental, production or deprecated."));
        fields.add(new Suggestion(
                "spec.owner",
                owner.map(TeamName::value).orElse(null),
                owner.isPresent() ? "The team that this repository belongs to." : "No team is known for it."));
        return new Proposal(entity(repository, url, fields), fields);
    }

    private static Map<String, @Nullable Object> entity(
            HostedRepository repository, String url, List<Suggestion> fields) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        Map<String, @Nullable Object> spec = new LinkedHashMap<>();
        spec.put("lifecycle", "unknown");
        fields.stream().filter(field -> field.value() != null).forEach(field -> {
            int dot = field.field().indexOf('.');
            (field.field().startsWith("spec.") ? spec : metadata)
                    .put(field.field().substring(dot + 1), field.value());
        });
        SLUGS.forEach((host, annotation) -> {
            if (url.startsWith(host)) {
                metadata.put("annotations", Map.of(annotation, repository.ref().toString()));
            }
        });
        Map<String, @Nullable Object> entity = new LinkedHashMap<>();
        entity.put("apiVersion", "backstage.io/v1alpha1");
        entity.put("kind", "Component");
        entity.put("metadata", metadata);
        entity.put("spec", spec);
        return entity;
    }

    /** Names of entities are shorter than those of repositories may be, and have no two separators together. */
    private static String name(HostedRepository repository) {
        String name = SEPARATORS.matcher(repository.ref().name()).replaceAll("-");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME)).replaceFirst("[-_.]$", "");
    }
}
