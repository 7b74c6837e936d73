package dev.slipway.gitops;

import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.GitIds;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.gitops.Sources.Answer;
import dev.slipway.gitops.manifest.Fields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that an Application names, directly or through others. They are found by words alone: whatever is written like the
 * path of something that is there counts, so that rather too many are found than too few. Nothing has to be understood for
 * it, which is why it serves for what cannot be rendered.
 */
final class NamedFiles {

    /** Files that name others: kustomizations, charts, Jsonnet. */
    private static final Pattern NAMING = Pattern.compile(
            "(.*/)?(kustomization\\.ya?ml|Kustomization|(Chart|requirements)\\.yaml|[^/]*\\.(jsonnet|libsonnet))");

    private static final Pattern BETWEEN = Pattern.compile("[\\s\"'`,;:=\\[\\]{}()]+");

    /** Paths may hold blanks. */
    private static final Pattern REST_OF_LINE =
            Pattern.compile("(?m)(?:^[ \\t]*-|[:=]) (?= *[\"']?(.{1,4096}?)[\"']? *$)");

    private static final int LONGEST_PATH = 4096;

    private final FileTree tree;
    private final String directory;
    private final String prefix;
    private final Map<String, String> found;
    private final Set<String> listed = new HashSet<>();
    private final Set<String> through = new HashSet<>();

    private NamedFiles(FileTree tree, String directory, String prefix, Map<String, String> found) {
        this.tree = tree;
        this.directory = directory;
        this.prefix = prefix;
        this.found = found;
    }

    /**
     * The content ids of the files by their paths, with the repository and revision before those of other trees than the first
     * source's.
     */
    static Map<String, String> of(RenderedApplication rendered, FileTree own, Sources sources) {
        Application application = rendered.application();
        Map<String, String> found = new TreeMap<>();
        Revision first = Revision.of(application.source());
        List<ApplicationSource> all = application.sources();
        for (int i = 0; i < all.size(); i++) {
            ApplicationSource source = all.get(i);
            Revision revision = Revision.of(source);
            String prefix = revision.equals(first) ? "" : revision.repositoryUrl() + "@" + revision.name() + " ";
            if (SourceReader.found(sources, revision) instanceof Answer.Found answer) {
                new NamedFiles(answer.tree(), source.path(), prefix, found).addAll(rendered, i);
            } else if (source.chart().isEmpty()) {
                new NamedFiles(own, source.path(), prefix, found).addAll(rendered, i);
            }
        }
        return found;
    }

    private void addAll(RenderedApplication rendered, int number) {
        try {
            starts(rendered, number, tree).forEach(this::add);
        } catch (SourceException e) {
            found.put(prefix, e.missing().reason());
        }
    }

    /** Paths in a source's tree: its own, what it says, and what others say that name it. */
    private static Stream<String> starts(RenderedApplication rendered, int number, FileTree tree) {
        Application application = rendered.application();
        ApplicationSource source = application.sources().get(number);
        String named = "$" + source.reference() + "/";
        Map<String, String> environment = KustomizeOverrides.environment(application, source, "");
        Stream<String> byOthers = texts(application.object().map("spec"))
                .filter(text -> !source.reference().isEmpty() && text.startsWith(named))
                .map(text -> KustomizeOverrides.known(text.substring(named.length()), environment))
                .flatMap(text -> below("", text));
        if (source.isReference()) {
            return byOthers;
        }
        String[] annotated = application
                .object()
                .annotations()
                .getOrDefault("argocd.argoproj.io/manifest-generate-paths", "")
                .split(";");
        Stream<String> said = Stream.concat(texts(application.written(number)), Stream.of(annotated))
                .map(text -> KustomizeOverrides.known(text, environment))
                .flatMap(text -> below(text.startsWith("/") ? "" : source.path(), text.replaceFirst("^/+", "")));
        Stream<String> libraries =
                Fields.of(application.written(number)).map("directory").map("jsonnet").texts("libs").stream()
                        .flatMap(text -> below("", text));
        return Stream.of(byOthers, said, libraries, own(rendered, number, tree)).flatMap(each -> each);
    }

    /** Plain manifests are rendered one by one, so that those alone are of interest that could not be. */
    private static Stream<String> own(RenderedApplication rendered, int number, FileTree tree) {
        ApplicationSource source = rendered.application().sources().get(number);
        if (!source.chart().isEmpty()) {
            return Stream.of();
        }
        return isPlain(rendered, number, tree)
                ? rendered.findings().stream()
                        .map(finding -> finding.where().replaceFirst("(:\\d+)+$", ""))
                        .filter(path -> isAtOrBelow(source.path(), path))
                : Stream.of(source.path());
    }

    private static boolean isPlain(RenderedApplication rendered, int number, FileTree tree) {
        return rendered.parts().stream()
                .filter(part -> part.number() == number)
                .map(RenderedApplication.Part::source)
                .anyMatch(source -> !Charts.isOne(tree, source)
                        && (source.directory() || !Renderer.hasKustomization(tree, source.path())));
    }

    private static boolean isAtOrBelow(String directory, String path) {
        return directory.isEmpty() || path.equals(directory) || path.startsWith(directory + "/");
    }

    private static Stream<String> texts(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.values().stream().filter(Objects::nonNull).flatMap(NamedFiles::texts);
            case List<?> list -> list.stream().filter(Objects::nonNull).flatMap(NamedFiles::texts);
            case String text -> Stream.of(text);
            default -> Stream.of();
        };
    }

    /** As a path of the tree, of a pattern the directory that it begins with; nothing for what is none, or is the root. */
    private static Stream<String> below(String directory, String written) {
        if (written.isBlank() || written.length() > LONGEST_PATH) {
            return Stream.of();
        }
        String plain = written.replaceFirst("^(file:)?//", "").replaceFirst("(^|/)[^/]*[*?\\[].*$", "");
        try {
            return Stream.of(TreePath.resolve(directory, plain)).filter(path -> !path.isEmpty());
        } catch (TreeException _) {
            return Stream.of();
        }
    }

    private void add(String start) {
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String path = open.poll();
            if (tree.isDirectory(path)) {
                if (listed.add(path)) {
                    tree.list(path).forEach(each -> open.add(each.path()));
                }
            } else {
                tree.entry(path)
                        .ifPresentOrElse(
                                entry -> file(entry, open),
                                () -> throughLink(path).forEach(open::add));
            }
        }
    }

    private void file(TreeEntry entry, Deque<String> open) {
        String key = prefix + entry.path();
        if (!found.containsKey(key)) {
            found.put(key, entry.mode() + " " + id(tree, entry.path()));
            named(entry).forEach(open::add);
        }
    }

    /** The link that a path leads through, and where that leads. */
    private Stream<String> throughLink(String path) {
        for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
            String above = path.substring(0, end);
            TreeEntry entry = tree.entry(above).orElse(null);
            if (entry != null && entry.mode() == FileMode.SYMBOLIC_LINK) {
                String rest = path.substring(end);
                return Stream.concat(
                        Stream.of(above),
                        below(TreePath.parent(above), text(entry))
                                .map(target -> target + rest)
                                .filter(through::add));
            }
        }
        return Stream.of();
    }

    static String id(FileTree tree, String path) {
        return tree.contentId(path).orElseGet(() -> GitIds.blob(tree.read(path)));
    }

    private Stream<String> named(TreeEntry entry) {
        String here = TreePath.parent(entry.path());
        if (entry.mode() == FileMode.SYMBOLIC_LINK) {
            return below(here, text(entry));
        }
        if (!NAMING.matcher(entry.path()).matches()) {
            return Stream.of();
        }
        String text = text(entry);
        return Stream.concat(
                        BETWEEN.splitAsStream(text),
                        REST_OF_LINE.matcher(text).results().map(match -> match.group(1)))
                .distinct()
                .flatMap(word -> entry.path().endsWith("sonnet")
                        ? Stream.of(here, directory, "").flatMap(each -> below(each, word))
                        : below(here, word));
    }

    /** Of a symbolic link its target; nothing of what cannot be read. */
    private String text(TreeEntry entry) {
        try {
            return new String(tree.read(entry.path()), StandardCharsets.UTF_8);
        } catch (TreeException _) {
            return "";
        }
    }
}
