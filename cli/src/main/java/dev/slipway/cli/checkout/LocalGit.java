package dev.slipway.cli.checkout;

import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.TaggedVersions;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** Revisions of a checkout, read with the git command line. What several revisions share is read once. Safe for use by several threads. */
public final class LocalGit {

    /** No manifest is larger; what is, nobody renders. */
    private static final long MOST_BYTES = 8L << 20;

    private final Path directory;
    private final Map<String, byte[]> contents = new HashMap<>();
    private final Map<String, FileTree> trees = new HashMap<>();

    public LocalGit(Path directory) {
        this.directory = directory;
    }

    public boolean isRepository() {
        return text("rev-parse", "--git-dir").isPresent();
    }

    /** The commit of a revision as people write it; empty when there is none. */
    public Optional<String> commit(String revision) {
        return revision.startsWith("-")
                ? Optional.empty()
                : text("rev-parse", "--verify", "--quiet", revision + "^{commit}")
                        .map(String::strip);
    }

    /** The commit of a revision as Argo CD reads it at this checkout's origin. */
    Optional<String> named(String revision) {
        return TaggedVersions.highest(revision, this::tags)
                .flatMap(tag -> commit("refs/tags/" + tag))
                .or(() -> commit(revision))
                .or(() -> commit("refs/remotes/origin/" + revision));
    }

    private List<String> tags() {
        return text("tag", "--list").stream().flatMap(String::lines).toList();
    }

    /** Whether there is a branch of this name, here or at {@code origin}. */
    public boolean isBranch(String name) {
        return commit("refs/heads/" + name).isPresent()
                || commit("refs/remotes/origin/" + name).isPresent();
    }

    /** The branch that is checked out; empty where none is. */
    public Optional<String> branch() {
        return text("symbolic-ref", "--quiet", "--short", "HEAD").map(String::strip);
    }

    /** The files of a commit below the directory. */
    public synchronized FileTree tree(String commit) {
        return trees.computeIfAbsent(commit, this::read);
    }

    private record Entry(FileMode mode, String id, long size, String path) {}

    private FileTree read(String commit) {
        List<Entry> entries = Stream.of(text("ls-tree", "-r", "-l", "-z", commit)
                        .orElseThrow(() -> failed("the files of " + commit + " cannot be listed"))
                        .split("\0"))
                .filter(line -> !line.isEmpty())
                .map(LocalGit::entry)
                .filter(each -> each.mode() != FileMode.SUBMODULE && each.size() <= MOST_BYTES)
                .toList();
        LinkedHashSet<String> missing = new LinkedHashSet<>();
        entries.stream().map(Entry::id).filter(id -> !contents.containsKey(id)).forEach(missing::add);
        if (!missing.isEmpty()) {
            contents.putAll(blobs(new ArrayList<>(missing)));
        }
        Map<String, FileContent> files = new TreeMap<>();
        for (Entry each : entries) {
            byte[] bytes = contents.get(each.id());
            if (bytes != null) {
                files.put(each.path(), new FileContent(bytes, each.mode()));
            }
        }
        return MemoryTree.of(files);
    }

    /** {@code <mode> <type> <id> <size>TAB<path>}: git-ls-tree's documentation. */
    private static Entry entry(String line) {
        int tab = line.indexOf('\t');
        String[] words = line.substring(0, tab).split(" +");
        FileMode mode = switch (words[0]) {
            case "100755" -> FileMode.EXECUTABLE;
            case "120000" -> FileMode.SYMBOLIC_LINK;
            case "160000" -> FileMode.SUBMODULE;
            default -> FileMode.REGULAR;
        };
        long size = words[3].equals("-") ? 0 : Long.parseLong(words[3]);
        return new Entry(mode, words[2], size, line.substring(tab + 1));
    }

    /** {@code <id> <type> <size>LF<content>LF} for each: git-cat-file's documentation. */
    private Map<String, byte[]> blobs(List<String> ids) {
        Process process = start("cat-file", "--batch");
        FutureTask<Boolean> asking = new FutureTask<>(() -> {
            try (var out = process.getOutputStream()) {
                out.write((String.join("\n", ids) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return true;
        });
        Thread.ofVirtual().start(asking);
        Map<String, byte[]> read = new HashMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            for (String id : ids) {
                String[] words = line(in).split(" ");
                byte[] bytes = new byte[Integer.parseInt(words[2])];
                in.readFully(bytes);
                in.readByte();
                read.put(id, bytes);
            }
            asking.get();
            process.waitFor();
            return read;
        } catch (IOException | ExecutionException | IndexOutOfBoundsException | NumberFormatException e) {
            throw failed("its objects cannot be read (" + e.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("interrupted");
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    /** What a git command prints; empty when it fails. */
    private Optional<String> text(String... arguments) {
        Process process = start(arguments);
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
        } catch (IOException e) {
            throw failed(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("interrupted");
        }
    }

    private Process start(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new CliException(
                    ExitCode.REFUSED,
                    CliProblem.of("git could not be started: " + e.getMessage() + ".", "Install git."));
        }
    }

    private CliException failed(String why) {
        return new CliException(
                ExitCode.FAILED,
                CliProblem.of("The checkout \"" + directory + "\" cannot be read: " + why + ".", "See git fsck."));
    }
}
