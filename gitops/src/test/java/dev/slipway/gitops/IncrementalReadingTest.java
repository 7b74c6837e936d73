package dev.slipway.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.documents.tree.PatchedTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.gitops.Sources.Answer;
import dev.slipway.gitops.store.KeptBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Reads a repository after each of many edits, with all that was kept of the reads before it. */
class IncrementalReadingTest {

    private static final String APPLICATION = """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: %s}
            spec:
              project: everything
              source: {repoURL: http://git/platform, targetRevision: main, path: %s%s}
              destination: {name: dev, namespace: red}
            """;

    private static final String PROJECT = """
            apiVersion: argoproj.io/v1alpha1
            kind: AppProject
            metadata: {name: everything}
            spec: {sourceRepos: ["*"], destinations: [{name: "%s", namespace: "*"}]}
            """;

    private static final String CONFIG = "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s}, data: {a: %s}}\n";

    /** What each path may hold; the empty text stands for no file. */
    private static final Map<String, List<String>> CHOICES = Map.ofEntries(
            Map.entry("README.md", List.of("", "one", "two")),
            Map.entry("projects/everything.yaml", List.of(PROJECT.formatted("*"), PROJECT.formatted("other"), "")),
            Map.entry(
                    "applications/shop/dev.yaml",
                    List.of(
                            APPLICATION.formatted(
                                    "shop", "services/shop/overlays/dev", ", kustomize: {namespace: red}"),
                            APPLICATION.formatted(
                                    "shop", "services/shop/overlays/dev", ", kustomize: {namespace: blue}"),
                            APPLICATION.formatted(
                                    "shop", "services/shop", ", directory: {recurse: true, exclude: '*/c.yaml'}"),
                            "")),
            Map.entry(
                    "applications/other.yaml",
                    List.of(
                            APPLICATION.formatted("other", "services/other", ""),
                            APPLICATION.formatted("a-renamed-one", "services/other", ""),
                            "")),
            Map.entry("services/other/a.yaml", List.of(CONFIG.formatted("other", "1"), "", "[")),
            Map.entry("services/other/deep/a.yaml", List.of("", CONFIG.formatted("deep", "1"))),
            Map.entry(
                    "services/other/kustomization.yaml",
                    List.of("", "resources: [a.yaml, deep]", "resources: [../shop/base]")),
            Map.entry(
                    "services/shop/base/kustomization.yaml",
                    List.of("resources: [c.yaml]", "resources: [c.yaml, more.yaml]", "")),
            Map.entry("services/shop/base/kustomization.yml", List.of("", "resources: [c.yaml]")),
            Map.entry("services/shop/base/c.yaml", List.of(CONFIG.formatted("c", "1"), CONFIG.formatted("c", "2"), "")),
            Map.entry("services/shop/base/more.yaml", List.of("", CONFIG.formatted("more", "1"))),
            Map.entry("services/shop/base/notes.txt", List.of("", "one")),
            Map.entry(
                    "services/shop/overlays/dev/kustomization.yaml",
                    List.of(
                            "resources: [../../base]",
                            "resources: [../../base]\nconfigMapGenerator: [{name: g, files: [extra.txt]}]",
                            "resources: [../../base]\npatches: [{path: patch.yaml}]")),
            Map.entry("services/shop/overlays/dev/extra.txt", List.of("", "x", "y")),
            Map.entry("services/shop/overlays/dev/patch.yaml", List.of("", CONFIG.formatted("c", "9"))));

    private static final String ROOT = PROJECT.formatted("*")
            + "---\n" + APPLICATION.formatted("apps", "applications", ", directory: {recurse: true}")
            + "---\n" + APPLICATION.formatted("projects", "projects", ", directory: {}");

    record Edit(String path, String text) {}

    @Property(tries = 25)
    void readsAfterEachEditWhatWouldBeReadAnew(@ForAll("edits") List<Edit> edits) {
        Bytes disk = new Bytes();
        Renderer renderer = new Renderer(2, disk);
        MemoryTree before = start();

        for (Edit edit : edits) {
            renderer = edit.text().isEmpty() ? new Renderer(2, disk) : renderer;
            MemoryTree after = edited(before, edit);
            PatchedTree patched = edit.text().isEmpty()
                    ? PatchedTree.of(before).remove(edit.path()).build()
                    : PatchedTree.of(before)
                            .put(edit.path(), FileContent.text(edit.text()))
                            .build();

            assertThat(read(patched, patched.contentId("").orElseThrow() + " patched", renderer))
                    .isEqualTo(read(after, "new", new Renderer()));
            assertThat(read(after, after.contentId("").orElseThrow(), renderer))
                    .isEqualTo(read(after, "new", new Renderer()));
            before = after;
        }
    }

    /** What outlives a renderer. */
    private record Bytes(Map<String, byte[]> all) implements KeptBytes {
        Bytes() {
            this(new ConcurrentHashMap<>());
        }

        @Override
        public Optional<byte[]> get(String key) {
            return Optional.ofNullable(all.get(key));
        }

        @Override
        public void put(String key, byte[] value) {
            all.put(key, value);
        }
    }

    @Test
    void rendersNothingAgainAfterARestart() {
        Bytes disk = new Bytes();
        MemoryTree tree = start();
        Declared first = read(tree, "1", new Renderer(2, disk));
        Renderer restarted = new Renderer(2, disk);

        assertThat(read(tree, "1", restarted)).isEqualTo(first);
        // The directories of manifests, whose files are stored one by one.
        assertThat(restarted.renders()).isEqualTo(3);
        disk.all().replaceAll((_, bytes) -> Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(read(tree, "1", new Renderer(2, disk))).isEqualTo(first);
    }

    /** Raise the version when this fails because renders have changed: else what was kept before an upgrade stays. */
    @Test
    void keepsTheVersionOfWhatIsStoredInStepWithRenders() {
        String fingerprint =
                application(read(start(), "1", new Renderer()), "shop").fingerprint();

        assertThat(StoredRenders.VERSION + " " + fingerprint.substring(0, 12)).isEqualTo("7 c9838d5fd8b9");
    }

    @Test
    void rendersOnlyWhatReadsTheChangedFile() {
        Renderer renderer = new Renderer();
        MemoryTree before = start();
        Declared first = read(before, "1", renderer);
        long renders = renderer.renders();

        Declared noise = read(edited(before, new Edit("services/shop/base/notes.txt", "two")), "2", renderer);
        assertThat(renderer.renders()).isEqualTo(renders);
        assertThat(application(noise, "shop").objects())
                .isSameAs(application(first, "shop").objects());

        Edit edit = new Edit("services/shop/base/c.yaml", CONFIG.formatted("c", "3"));
        Declared changed = read(edited(before, edit), "3", renderer);
        assertThat(renderer.renders()).isEqualTo(renders + 1);
        assertThat(application(changed, "other").objects())
                .isSameAs(application(first, "other").objects());
        assertThat(application(changed, "shop").fingerprint())
                .isNotEqualTo(application(first, "shop").fingerprint());
    }

    @Test
    void asksNothingAboutCommitsThatAreStillThere() {
        Renderer renderer = new Renderer();
        MemoryTree tree = start();
        List<String> asked = new ArrayList<>();
        AtomicBoolean still = new AtomicBoolean(true);
        Sources pinned = new Sources() {
            @Override
            public Answer find(String repositoryUrl, String revision) {
                asked.add(revision);
                return new Answer.Found(tree, revision);
            }

            @Override
            public boolean isStill(Answer.Found found) {
                return still.get();
            }
        };

        Declared first = DeclaredReader.read(tree, pinned, renderer);
        asked.clear();
        Declared again = DeclaredReader.read(tree, pinned, renderer);
        // Whether what makes Applications is the tree itself.
        assertThat(asked).hasSize(2);
        still.set(false);
        Declared doubted = DeclaredReader.read(tree, pinned, renderer);

        assertThat(again).isEqualTo(first);
        assertThat(doubted).isEqualTo(first);
        assertThat(asked).hasSizeGreaterThan(2 + first.applications().size());
        assertThat(first.commit(application(first, "shop"))).isEqualTo("main");
    }

    @Test
    void doesNotRememberThatARepositoryIsNotThere() {
        Renderer renderer = new Renderer();
        MemoryTree tree = start();
        Declared missing = DeclaredReader.read(tree, (_, _) -> new Answer.Missing("gone"), renderer);
        Declared unreachable = DeclaredReader.read(
                tree,
                (_, _) -> {
                    throw new SourceException("away", new IllegalStateException());
                },
                renderer);

        assertThat(missing.applications())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.findings()).isNotEmpty());
        assertThat(unreachable.applications())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.findings()).isNotEmpty());
        assertThat(read(tree, "1", renderer)).isEqualTo(read(tree, "1", new Renderer()));
    }

    @Test
    void doesNotRememberThatATreeCouldNotBeReached() {
        AtomicBoolean away = new AtomicBoolean(true);
        MemoryTree tree = start();
        Sources sources = (_, _) -> new Answer.Found(new Unsteady(tree, away), "main");
        Renderer renderer = new Renderer();

        Declared unreachable = DeclaredReader.read(tree, sources, renderer);
        away.set(false);

        assertThat(unreachable.applications())
                .allSatisfy(each -> assertThat(each.findings()).isNotEmpty());
        assertThat(DeclaredReader.read(tree, sources, renderer).applications())
                .extracting(RenderedApplication::fingerprint)
                .isEqualTo(read(tree, "main", new Renderer()).applications().stream()
                        .map(RenderedApplication::fingerprint)
                        .toList());
    }

    /** A tree of a repository that is not always there. */
    private record Unsteady(FileTree tree, AtomicBoolean away) implements FileTree {

        private FileTree reached() {
            if (away.get()) {
                throw new SourceException("away", new IllegalStateException());
            }
            return tree;
        }

        @Override
        public Optional<TreeEntry> entry(String path) {
            return reached().entry(path);
        }

        @Override
        public List<TreeEntry> list(String directory) {
            return reached().list(directory);
        }

        @Override
        public byte[] read(String path) {
            return reached().read(path);
        }
    }

    private static RenderedApplication application(Declared declared, String name) {
        return declared.applications().stream()
                .filter(each -> each.application().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Declared read(FileTree tree, String commit, Renderer renderer) {
        return withoutCommit(DeclaredReader.read(tree, (_, _) -> new Answer.Found(tree, commit), renderer));
    }

    /** Trees have other names where they are read anew. */
    private static Declared withoutCommit(Declared declared) {
        return new Declared(
                declared.applications().stream()
                        .map(each -> new RenderedApplication(
                                each.application(),
                                each.revision(),
                                each.objects(),
                                each.filesRead(),
                                each.fingerprint(),
                                each.findings(),
                                each.doubts(),
                                List.of()))
                        .toList(),
                declared.projects(),
                declared.sets(),
                declared.findings(),
                Map.of(),
                Map.of());
    }

    private static MemoryTree start() {
        Map<String, FileContent> files = new TreeMap<>();
        files.put("bootstrap/root.yaml", FileContent.text(ROOT));
        CHOICES.forEach((path, choices) -> {
            if (!choices.getFirst().isEmpty()) {
                files.put(path, FileContent.text(choices.getFirst()));
            }
        });
        return MemoryTree.of(files);
    }

    private static MemoryTree edited(MemoryTree before, Edit edit) {
        Map<String, FileContent> files = new TreeMap<>(before.files());
        files.remove(edit.path());
        if (!edit.text().isEmpty()) {
            files.put(edit.path(), FileContent.text(edit.text()));
        }
        return MemoryTree.of(files);
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        return Arbitraries.of(CHOICES.keySet().stream().sorted().toList())
                .flatMap(path -> Arbitraries.of(CHOICES.get(path)).map(text -> new Edit(path, text)))
                .list()
                .ofSize(25);
    }
}
