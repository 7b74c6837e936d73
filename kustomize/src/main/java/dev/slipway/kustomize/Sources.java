package dev.slipway.kustomize;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.GitIds;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.document.ManifestReader;
import dev.slipway.kustomize.problem.Refusal;
import dev.slipway.kustomize.read.Kustomization;
import dev.slipway.kustomize.read.KustomizationReader;
import dev.slipway.kustomize.read.LocalFiles;
import dev.slipway.kustomize.read.Text;
import dev.slipway.kustomize.remote.RemoteBase;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what kustomizations refer to, within the tree, and notes what was read. */
final class Sources {
    private static final List<String> NAMES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    private final FileTree tree;
    private final ParsedFiles parsed;
    private final Set<String> read = new TreeSet<>();

    Sources(FileTree tree, ParsedFiles parsed) {
        this.tree = tree;
        this.parsed = parsed;
    }

    Set<String> read() {
        return read;
    }

    boolean isDirectory(String path) {
        return tree.isDirectory(path);
    }

    /** @param from where the directory is named, for messages */
    Kustomization kustomization(String directory, Place from) {
        List<String> files = NAMES.stream()
                .map(name -> TreePath.join(directory, name))
                .filter(tree::isFile)
                .toList();
        if (files.size() != 1) {
            throw new Refusal(
                    from,
                    "The directory \"" + directory + "\" has "
                            + (files.isEmpty() ? "no kustomization." : "several kustomizations: " + files + "."),
                    "one file called " + String.join(", ", NAMES) + ".",
                    files.isEmpty() ? "Add one, or name the files themselves." : "Remove all but one.");
        }
        read.add(directory);
        String file = files.getFirst();
        return parsed(
                Kustomization.class,
                file,
                new Place(file, 1, 1),
                text -> KustomizationReader.read(file, ManifestReader.documents(file, text)));
    }

    /** What the kustomization in this directory may read. */
    LocalFiles files(String directory) {
        return new LocalFiles() {
            @Override
            public String path(Text written) {
                return resolve(directory, written);
            }

            @Override
            public byte[] bytes(Text written) {
                return Sources.this.bytes(directory, written);
            }

            @Override
            public String text(Text written) {
                return Sources.this.text(directory, written);
            }

            @Override
            public List<YamlValue> documents(Text written) {
                return Sources.this.documents(directory, written);
            }

            @Override
            public String directoryName() {
                return directory.substring(directory.lastIndexOf('/') + 1);
            }
        };
    }

    /** The path that is meant, within the tree. */
    String resolve(String directory, Text path) {
        if (RemoteBase.isRemote(path.text())) {
            return remote(path);
        }
        String resolved;
        try {
            resolved = TreePath.resolve(directory, path.text());
        } catch (TreeException e) {
            throw new Refusal(
                    path.place(),
                    String.valueOf(e.getMessage()),
                    "a relative path within the repository.",
                    "Correct the path.");
        }
        if (!RemoteBase.areTogether(directory, resolved)) {
            throw new Refusal(
                    path.place(),
                    "\"" + path.text() + "\" leads out of the remote base's repository.",
                    "a relative path within the repository.",
                    "Correct the path.");
        }
        return resolved;
    }

    private String remote(Text path) {
        RemoteBase base = RemoteBase.parse(path.text()).orElse(null);
        if (base == null) {
            throw absent(path, "and no base in a repository");
        }
        if (!isThere(base.top(), path)) {
            throw absent(path, "that is not at hand");
        }
        if (!tree.isDirectory(base.mounted())) {
            throw new Refusal(
                    path.place(),
                    "\"" + base.repository() + "\" has no directory \"" + base.path() + "\" at \"" + base.ref() + "\".",
                    "a directory with a kustomization.",
                    "Correct the path, or what stands behind ?ref=.");
        }
        return base.mounted();
    }

    private boolean isThere(RemoteBase repository, Text path) {
        try {
            return tree.isDirectory(repository.mounted());
        } catch (TreeException e) {
            throw new Refusal(
                    path.place(),
                    String.valueOf(e.getMessage()),
                    "a branch, tag or commit.",
                    "Fetch it with git, or correct what stands behind ?ref=.");
        }
    }

    private static Refusal absent(Text path, String why) {
        return new Refusal(
                path.place(),
                "\"" + path.text() + "\" is a remote resource " + why + ". Nothing is fetched while rendering.",
                "a path within the repository, or a base in a repository that is read already.",
                "Bring its repository to hand (git.mirrors of platform.yaml, --source URL=DIR on the command line), or copy it"
                        + " into this one and refer to the copy.");
    }

    byte[] bytes(String directory, Text path) {
        return bytes(readable(directory, path), path.place());
    }

    /** A file that the kustomization in this directory may read: in it or below it. */
    private String readable(String directory, Text path) {
        String resolved = resolve(directory, path);
        boolean below = directory.isEmpty() || resolved.startsWith(directory + "/");
        if (!below && tree.entry(resolved).isEmpty()) {
            throw new Refusal(
                    path.place(),
                    "There is no \"" + path.text() + "\".",
                    "a directory at \"" + resolved + "\".",
                    "Correct the path, or add what it should hold.");
        }
        if (!below) {
            throw new Refusal(
                    path.place(),
                    "The file \"" + path.text() + "\" is not in or below the directory of the kustomization.",
                    "a file in or below \"" + directory + "\".",
                    "Move the file, or make its directory a base.");
        }
        if (!tree.isFile(resolved)) {
            throw new Refusal(
                    path.place(),
                    "There is no file \"" + path.text() + "\".",
                    "a file at \"" + resolved + "\".",
                    "Correct the path, or add the file.");
        }
        return resolved;
    }

    /** The documents of a file that the kustomization in this directory may read. */
    List<YamlValue> documents(String directory, Text path) {
        String file = readable(directory, path);
        return parsed(Documents.class, file, path.place(), text -> new Documents(ManifestReader.documents(file, text)))
                .all();
    }

    private record Documents(List<YamlValue> all) {}

    /** Where the tree tells the id of a content, a file that was parsed before is not even read. */
    private <T> T parsed(Class<T> type, String file, Place from, Function<String, T> parse) {
        read.add(file);
        Supplier<byte[]> bytes = once(() -> bytes(file, from));
        String id = tree.contentId(file).orElseGet(() -> GitIds.blob(bytes.get()));
        return parsed.of(type, file, id, () -> bytes.get().length, () -> parse.apply(new String(bytes.get(), UTF_8)));
    }

    private static Supplier<byte[]> once(Supplier<byte[]> bytes) {
        byte[][] known = new byte[1][];
        return () -> {
            if (known[0] == null) {
                known[0] = bytes.get();
            }
            return known[0];
        };
    }

    String text(String directory, Text path) {
        return new String(bytes(directory, path), UTF_8);
    }

    private byte[] bytes(String file, Place from) {
        read.add(file);
        try {
            return tree.read(file);
        } catch (TreeException e) {
            throw new Refusal(from, String.valueOf(e.getMessage()), "a readable file.", "Correct it.");
        }
    }
}
