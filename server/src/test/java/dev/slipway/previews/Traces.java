package dev.slipway.previews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whatever in the platform repository belongs to a preview. */
final class Traces {

    private Traces() {}

    static List<String> of(FileTree platform) {
        return platform.walk("").stream()
                .map(TreeEntry::path)
                .filter(path -> path.matches(".*-pr-[0-9]+.*|.*/previews/.*"))
                .toList();
    }

    /** The Applications of previews whose namespace and route are there, too; half a preview is an error. */
    static Set<String> applications(FileTree platform) {
        Set<String> applications = named(platform, "applications/([^/]+)/previews/(pr-[0-9]+)\\.yaml");
        assertThat(named(platform, "clusters/[^/]+/routing/([^/]+)/previews/(pr-[0-9]+)\\.yaml"))
                .isEqualTo(applications);
        assertThat(named(platform, "clusters/shared-dev/namespaces/red-dev-(.+)-(pr-[0-9]+)/namespace\\.yaml"))
                .isEqualTo(applications);
        return applications;
    }

    private static Set<String> named(FileTree platform, String pattern) {
        Pattern file = Pattern.compile(pattern);
        return platform.walk("").stream()
                .map(entry -> file.matcher(entry.path()))
                .filter(Matcher::matches)
                .map(match -> match.group(1) + "-" + match.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
