package dev.slipway.entities;

import dev.slipway.documents.tree.PathPattern;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which paths of a repository describe entities. What lies beside or below a template's {@code template.yaml} is the template's
 * content, not this repository's: it is read only where a Location names it.
 */
public final class SearchedPaths implements Predicate<String> {

    /** In every repository. */
    public static final List<String> EVERYWHERE = List.of("**/catalog-info.yaml", "**/catalog-info.yml");

    /** In the platform repository as well. */
    public static final List<String> PLATFORM = List.of("teams/*.yaml", "templates/*/template.yaml");

    private static final String TEMPLATE = "template.yaml";

    private final List<PathPattern> searched;
    private final List<PathPattern> named;
    private final Set<String> templates;

    /**
     * @param searched globs
     * @param named globs that Locations name
     * @param templates the directories that hold a {@code template.yaml}
     */
    public SearchedPaths(Collection<String> searched, Collection<String> named, Set<String> templates) {
        this.searched = searched.stream().map(PathPattern::new).toList();
        this.named = named.stream().map(PathPattern::new).toList();
        this.templates = Set.copyOf(templates);
    }

    /** Whether a path is a template's description: where one comes or goes, other files count or count no longer. */
    public static boolean isTemplate(String path) {
        return path.equals(TEMPLATE) || path.endsWith("/" + TEMPLATE);
    }

    @Override
    public boolean test(String path) {
        return any(named, path) || (any(searched, path) && (isTemplate(path) || !belongsToTemplate(path)));
    }

    private boolean belongsToTemplate(String path) {
        return Stream.iterate(parent(path), directory -> !directory.isEmpty(), SearchedPaths::parent)
                .anyMatch(templates::contains);
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static boolean any(List<PathPattern> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
