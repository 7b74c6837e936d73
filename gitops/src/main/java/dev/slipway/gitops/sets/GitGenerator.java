package dev.slipway.gitops.sets;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.gitops.SourceException;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.Sources.Answer;
import dev.slipway.gitops.manifest.Fields;
import dev.slipway.gitops.manifest.GlobExpression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Directories or files of a repository, each a set of parameters. */
record GitGenerator(Fields git, Sources sources, Templating templating) {

    List<Map<String, @Nullable Object>> parameters() {
        String url = git.textOr("repoURL", "");
        try {
            return switch (sources.find(url, git.textOr("revision", "HEAD"))) {
                case Answer.Missing missing -> throw gone(url, missing);
                case Answer.Found found ->
                    git.list("directories").isEmpty() ? files(found.tree()) : directories(found.tree());
            };
        } catch (SourceException e) {
            throw gone(url, e.missing());
        }
    }

    /** What it looks for. */
    List<String> patterns() {
        return git.maps(git.list("directories").isEmpty() ? "files" : "directories").stream()
                .filter(each -> !each.flag("exclude"))
                .map(each -> each.textOr("path", ""))
                .toList();
    }

    private static GeneratorException gone(String url, Answer.Missing missing) {
        return new GeneratorException(
                "The repository \"" + url + "\" of the Git generator is not there: " + missing.reason(),
                missing.expected(),
                missing.next("git.repoURL and git.revision"));
    }

    private List<Map<String, @Nullable Object>> directories(FileTree tree) {
        TreeSet<String> matching = new TreeSet<>();
        List<Fields> items = git.maps("directories");
        items.stream()
                .filter(each -> !each.flag("exclude"))
                .forEach(each -> matching.addAll(below(tree, "", each.textOr("path", ""))));
        items.stream()
                .filter(each -> each.flag("exclude"))
                .forEach(each -> matching.removeIf(path -> matchesParts(each.textOr("path", ""), path)));
        return matching.stream().map(this::ofDirectory).toList();
    }

    /** Only what matches so far is looked into; hidden directories are passed over. */
    private static List<String> below(FileTree tree, String directory, String pattern) {
        int slash = pattern.indexOf('/');
        String part = slash < 0 ? pattern : pattern.substring(0, slash);
        Stream<String> matching = tree.list(directory).stream()
                .filter(TreeEntry::isDirectory)
                .filter(each -> !each.name().startsWith(".") && GlobExpression.matchesPart(part, each.name()))
                .map(TreeEntry::path);
        return slash < 0
                ? matching.toList()
                : matching.flatMap(each -> below(tree, each, pattern.substring(slash + 1)).stream())
                        .toList();
    }

    private static boolean matchesParts(String pattern, String path) {
        String[] patterns = pattern.split("/", -1);
        String[] parts = path.split("/", -1);
        if (patterns.length != parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!GlobExpression.matchesPart(patterns[i], parts[i])) {
                return false;
            }
        }
        return true;
    }

    private Map<String, @Nullable Object> ofDirectory(String directory) {
        return withPath(new LinkedHashMap<>(), directory, null);
    }

    private List<Map<String, @Nullable Object>> files(FileTree tree) {
        TreeSet<String> matching = new TreeSet<>();
        git.maps("files").stream()
                .filter(each -> !each.flag("exclude"))
                .forEach(each -> matching.addAll(matching(tree, each.textOr("path", ""))));
        git.maps("files").stream()
                .filter(each -> each.flag("exclude"))
                .forEach(each -> matching.removeIf(path -> isMeant(each.textOr("path", ""), path)));
        return matching.stream().flatMap(each -> ofFile(tree, each).stream()).toList();
    }

    /** Git's path specifications: stars cross directories, and a directory stands for all below it. */
    private static List<String> matching(FileTree tree, String pattern) {
        String fixed = pattern.replaceFirst("[*?\\[{].*", "");
        String directory = TreePath.normalise(fixed.substring(0, fixed.lastIndexOf('/') + 1));
        return files(tree, directory).filter(each -> isMeant(pattern, each)).toList();
    }

    private static Stream<String> files(FileTree tree, String directory) {
        return tree.list(directory).stream()
                .filter(each -> !each.name().equals(".git"))
                .flatMap(each -> each.isDirectory()
                        ? files(tree, each.path())
                        : each.isFile() ? Stream.of(each.path()) : Stream.empty());
    }

    private static boolean isMeant(String pattern, String path) {
        return GlobExpression.matches(pattern, path) || path.startsWith(pattern.replaceFirst("/*$", "/"));
    }

    private List<Map<String, @Nullable Object>> ofFile(FileTree tree, String file) {
        List<Map<String, @Nullable Object>> sets = new ArrayList<>();
        for (Fields object : objects(tree, file)) {
            Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
            if (templating.nested()) {
                parameters.putAll(object.content());
            } else {
                parameters.putAll(Parameters.flat(object.content()));
            }
            sets.add(withPath(parameters, TreePath.parent(file), file.substring(file.lastIndexOf('/') + 1)));
        }
        return sets;
    }

    private static List<Fields> objects(FileTree tree, String file) {
        try {
            YamlValue document = YamlReader.core()
                    .documents(file, tree.text(file).orElse(""))
                    .stream()
                    .findFirst()
                    .orElse(null);
            if (document == null) {
                return List.of(Fields.of(null));
            }
            return document instanceof YamlList list
                    ? list.items().stream().map(each -> Fields.of(each.plain())).toList()
                    : List.of(Fields.of(document.plain()));
        } catch (YamlException e) {
            throw new GeneratorException(
                    "The file of parameters " + e.place() + " cannot be read: " + e.reason(),
                    "a map or a list of maps",
                    "Correct the file, or exclude it.");
        }
    }

    /** @param filename null for a directory */
    private Map<String, @Nullable Object> withPath(
            Map<String, @Nullable Object> parameters, String directory, @Nullable String filename) {
        String shown = directory.isEmpty() ? "." : directory;
        String basename = shown.substring(shown.lastIndexOf('/') + 1);
        Map<String, @Nullable Object> path = new LinkedHashMap<>();
        path.put("path", shown);
        path.put("basename", basename);
        path.put("basenameNormalized", Names.normalized(basename));
        if (filename != null) {
            path.put("filename", filename);
            path.put("filenameNormalized", Names.normalized(filename));
        }
        List<String> segments = Arrays.asList(shown.split("/"));
        String prefix = git.textOr("pathParamPrefix", "");
        if (templating.nested()) {
            path.put("segments", segments);
            parameters.put(prefix.isEmpty() ? "path" : prefix, prefix.isEmpty() ? path : Map.of("path", path));
        } else {
            String name = prefix.isEmpty() ? "path" : prefix + ".path";
            path.forEach((key, value) -> parameters.put(key.equals("path") ? name : name + "." + key, value));
            for (int i = 0; i < segments.size(); i++) {
                parameters.put(name + "[" + i + "]", segments.get(i));
            }
        }
        return parameters;
    }
}
