package dev.slipway.kustomize.document;

import dev.slipway.kustomize.remote.RemoteBase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an object, or a change of it, came from, as {@code buildMetadata} writes it.
 *
 * @param path of a file, relative to the rendered directory; of a remote base its path in the tree
 * @param by what generated or changed it, or null for an object that was read from the file
 */
public record Origin(String path, @Nullable Maker by) {

    /** A generator or transformer; empty where it has no name or namespace. */
    public record Maker(String apiVersion, String kind, String name, String namespace) {

        /** One that a kustomization's field stands for. */
        public static Maker builtIn(String kind) {
            return new Maker("builtin", kind, "", "");
        }
    }

    public static Origin file(String path) {
        return new Origin(path, null);
    }

    /** As YAML, each line ending in a line break. */
    public String text() {
        Optional<RemoteBase> remote = RemoteBase.at(path);
        String file = remote.map(RemoteBase::path).orElse(path);
        String repository = remote.map(Origin::repository).orElse("");
        if (by == null) {
            return "path: " + file + "\n" + repository;
        }
        return repository + "configuredIn: " + file + "\nconfiguredBy:\n  apiVersion: " + by.apiVersion + "\n  kind: "
                + by.kind + "\n" + line("name", by.name) + line("namespace", by.namespace);
    }

    private static String repository(RemoteBase base) {
        return "repo: " + base.repository() + "\n" + (base.isDefaultBranch() ? "" : "ref: " + base.ref() + "\n");
    }

    /** As an entry of a list. */
    public String entry() {
        return "- " + text().strip().replace("\n", "\n  ") + "\n";
    }

    private static String line(String field, String value) {
        return value.isEmpty() ? "" : "  " + field + ": " + value + "\n";
    }
}
