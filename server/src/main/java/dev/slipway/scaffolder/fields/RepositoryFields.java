package dev.slipway.scaffolder.fields;

import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRepository;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.Platforms;
import dev.slipway.scaffolding.form.FormField;
import dev.slipway.scaffolding.form.RepositoryUrl;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What fields of repositories offer. */
@Component
public class RepositoryFields {

    private static final String BRANCHES = "refs/heads/";
    private static final int MOST = 100;
    private static final int MOST_NAMES = 1_000;

    private final Platforms platforms;
    private final GitHost host;
    private final GitContent content;

    RepositoryFields(Platforms platforms, GitHost host, GitContent content) {
        this.platforms = platforms;
        this.host = host;
        this.content = content;
    }

    /** The hosts that a picker allows, or else those whose addresses mean the platform's repositories. */
    public List<String> hosts(FormField field) {
        List<String> allowed = allowed(field, "allowedHosts");
        if (!allowed.isEmpty()) {
            return allowed;
        }
        Set<String> hosts = new LinkedHashSet<>();
        Stream.concat(Stream.of(platforms.current().git().url()), platforms.current().git().aliases().stream())
                .forEach(url ->
                        Optional.ofNullable(URI.create(url).getAuthority()).ifPresent(hosts::add));
        return List.copyOf(hosts);
    }

    /** What stands in a part that nobody filled in: the only allowed value, or the platform's organisation as owner. */
    public String usual(FormField field, String part) {
        List<String> allowed = allowed(field, RepositoryUrl.allowing(part));
        return allowed.size() == 1
                ? allowed.getFirst()
                : allowed.isEmpty() && part.equals("owner")
                        ? platforms.current().organisation()
                        : "";
    }

    public static List<String> allowed(FormField field, String option) {
        return field.ui(option) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Owners of repositories on the platform's host. */
    public List<String> owners() {
        return refs().map(RepositoryRef::organisation)
                .distinct()
                .sorted()
                .limit(MOST)
                .toList();
    }

    /** The repositories of an owner; of all when it is empty. */
    public List<String> names(String owner) {
        return refs().filter(ref -> owner.isEmpty() || ref.organisation().equals(owner))
                .map(RepositoryRef::name)
                .distinct()
                .sorted()
                .limit(MOST_NAMES)
                .toList();
    }

    /** {@code owner/name} of all. */
    public List<String> full() {
        return refs().map(RepositoryRef::toString).sorted().limit(MOST_NAMES).toList();
    }

    private Stream<RepositoryRef> refs() {
        return host.repositories().stream().map(HostedRepository::ref);
    }

    /** The branches of a repository, if it is one of the platform's host. */
    public List<String> branches(String repositoryUrl) {
        RepositoryUrl url = RepositoryUrl.parse(repositoryUrl);
        if (url.part("owner").isBlank() || url.part("repo").isBlank()) {
            return List.of();
        }
        return repository(url).filter(content::exists).stream()
                .flatMap(repository -> content.refs(repository).keySet().stream())
                .filter(ref -> ref.startsWith(BRANCHES))
                .map(ref -> ref.substring(BRANCHES.length()))
                .limit(MOST)
                .toList();
    }

    /** The repository of the platform's host that a picker's value means. */
    private static Optional<RepositoryRef> repository(RepositoryUrl url) {
        try {
            return Optional.of(new RepositoryRef(url.part("owner"), url.part("repo")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
