package dev.slipway.gitops.checkout;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.gitops.DeclaredReader;
import dev.slipway.gitops.discovery.RepositoryMentions;
import dev.slipway.gitops.discovery.RepositoryMentions.Mention;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The URL by which a repository's own Applications call it. */
final class OwnRepository {

    private static final Pattern ORIGIN =
            Pattern.compile("\\[remote \"origin\"\\][^\\[]*?url\\s*=\\s*(\\S+)", Pattern.DOTALL);

    private OwnRepository() {}

    /** @return empty where nothing tells it */
    static String url(FileTree tree) {
        if (tree.isFile(DeclaredReader.ROOT)) {
            return bootstrapped(tree);
        }
        List<Mention> mentions = RepositoryMentions.in(tree);
        String origin = origin(tree);
        return mentions.stream()
                .map(Mention::url)
                .filter(each -> RepositoryUrls.identity(each).equals(RepositoryUrls.identity(origin)))
                .findFirst()
                .or(() -> mostUsed(tree, mentions))
                .orElse(origin);
    }

    private static String bootstrapped(FileTree tree) {
        try {
            return YamlReader.core()
                    .documents(
                            DeclaredReader.ROOT, tree.text(DeclaredReader.ROOT).orElse(""))
                    .stream()
                    .flatMap(each -> each.asMap().stream())
                    .filter(each -> each.text("kind").orElse("").equals("Application"))
                    .flatMap(each -> each.at("/spec/source/repoURL").stream())
                    .flatMap(each -> each.asText().stream())
                    .findFirst()
                    .orElse("");
        } catch (YamlException _) {
            return "";
        }
    }

    private static String origin(FileTree tree) {
        try {
            Matcher origin = ORIGIN.matcher(tree.text(".git/config").orElse(""));
            return origin.find() ? origin.group(1) : "";
        } catch (TreeException _) {
            return "";
        }
    }

    /** The URL of which most paths are in the tree, and most URLs where none names a path that tells it. */
    private static Optional<String> mostUsed(FileTree tree, List<Mention> mentions) {
        Map<String, Long> byUrl = mentions.stream()
                .filter(each -> isThere(tree, each.path()))
                .collect(Collectors.groupingBy(Mention::url, Collectors.counting()));
        return byUrl.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<String, Long> each) -> each.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }

    /** Only the part before what is filled in counts. */
    private static boolean isThere(FileTree tree, String path) {
        String fixed = path.replaceFirst("^\\./", "")
                .replaceFirst("(^|/)[^/]*[*{?].*", "")
                .replaceFirst("/+$", "");
        try {
            return fixed.isEmpty() || tree.isDirectory(fixed) || tree.isFile(fixed);
        } catch (TreeException _) {
            return false;
        }
    }
}
