package dev.slipway.gitops;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.RecordingTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.gitops.Output.Declaration;
import dev.slipway.gitops.store.KeptBytes;
import dev.slipway.helm.HelmException;
import dev.slipway.kustomize.Kustomize;
import dev.slipway.kustomize.KustomizeException;
import dev.slipway.kustomize.ParsedFiles;
import dev.slipway.kustomize.Rendering;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.ResourceWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Renders sources: kustomizations, charts and plain directories. Keeps what it rendered together with all that it read for it, files
 * and directories as well as what was not there, and renders again only where one of those has changed. Safe for use by
 * several threads.
 */
public final class Renderer {

    private static final long MOST_BYTES = 256L << 20;
    private static final long MOST_BYTES_PARSED = 64L << 20;

    /** Objects in memory take several times the bytes of their text. */
    private static final int BYTES_PER_CHARACTER = 6;

    private static final int BYTES_PER_PART = 64;

    private volatile Remembered remembered = new Remembered();
    private final KeptRenders kept = new KeptRenders(MOST_BYTES);
    private final ParsedFiles parsed = new ParsedFiles(MOST_BYTES_PARSED);
    private final Parallel parallel;
    private final StoredRenders stored;
    private final LongAdder renders = new LongAdder();

    public Renderer() {
        this(Runtime.getRuntime().availableProcessors(), KeptBytes.none());
    }

    /**
     * @param atOnce how many renders run side by side at most; they need processors, so not many more than there are
     * @param stored outlives this renderer
     */
    public Renderer(int atOnce, KeptBytes stored) {
        this.parallel = new Parallel(atOnce);
        this.stored = new StoredRenders(stored);
    }

    /** To be called when something has changed that no tree says: what URLs mean, and which may be read. */
    public void forget() {
        remembered = new Remembered();
    }

    Remembered remembered() {
        return remembered;
    }

    /** How many renders there were that nothing kept could spare. */
    public long renders() {
        return renders.sum();
    }

    /** What each comes to, in their order: what is not known already is made side by side. */
    <T, R> List<R> each(List<T> all, List<@Nullable R> known, Function<T, R> make) {
        List<T> missing = IntStream.range(0, all.size())
                .filter(i -> known.get(i) == null)
                .mapToObj(all::get)
                .toList();
        Iterator<R> made = parallel.map(missing, make).iterator();
        List<R> each = new ArrayList<>(all.size());
        for (R one : known) {
            each.add(one == null ? made.next() : one);
        }
        return each;
    }

    /**
     * What a source comes to.
     *
     * @param commit names the tree: renders of one commit are equal
     * @param remotes which kustomizations may name beside it
     * @throws SourceException if the tree cannot be reached
     */
    Kept render(FileTree tree, String commit, ApplicationSource source, RemoteBases remotes) {
        FileTree whole = remotes.beside(tree);
        Optional<Kept> found = kept.find(source, commit, tree, whole);
        if (found.isPresent()) {
            return found.get();
        }
        Kept now = stored.find(source, commit, whole).orElseGet(() -> renderedNow(tree, whole, commit, source));
        kept.add(commit, tree);
        kept.put(source, commit, now);
        return now;
    }

    private Kept renderedNow(FileTree tree, FileTree whole, String commit, ApplicationSource source) {
        Folder before = kept.newest(source).map(Kept::folder).orElse(null);
        Paths changed = before == null
                ? null
                : kept.changedSinceNewest(source, commit, tree).orElse(null);
        Kept now = rendered(whole, source, before, changed);
        renders.increment();
        stored.put(source, commit, now);
        return now;
    }

    /** The objects of a file. */
    Manifests manifests(FileTree tree, String path) {
        return FolderReader.file(tree, path, remembered, stored);
    }

    private Kept rendered(FileTree tree, ApplicationSource source, @Nullable Folder before, @Nullable Paths changed) {
        RecordingTree recording = new RecordingTree(tree);
        try {
            if (!recording.isDirectory(source.path())) {
                return failed(recording, List.of(missing(source)));
            }
            if (Charts.isOne(recording, source)) {
                return charted(recording, source);
            }
            return !source.directory() && hasKustomization(recording, source.path())
                    ? kustomized(recording, source)
                    : plain(recording, new FolderReader(tree, source, changed, remembered, stored).read(before));
        } catch (KustomizeException e) {
            return failed(recording, Finding.from(e));
        } catch (HelmException e) {
            return failed(recording, Finding.from(e));
        } catch (TreeException e) {
            return failed(recording, List.of(Finding.of(e.path(), String.valueOf(e.getMessage()), "")));
        }
    }

    private static Finding missing(ApplicationSource source) {
        return Finding.of(
                source.path(),
                "There is no directory \"" + source.path() + "\" in \"" + source.repositoryUrl() + "\" at \""
                        + source.revision() + "\".",
                "an overlay or a directory of manifests");
    }

    static boolean hasKustomization(FileTree tree, String path) {
        String prefix = path.isEmpty() ? "" : path + "/";
        return Stream.of("kustomization.yaml", "kustomization.yml", "Kustomization")
                .anyMatch(name -> tree.isFile(prefix + name));
    }

    private Kept kustomized(RecordingTree tree, ApplicationSource source) {
        Rendering rendering = Kustomize.render(tree, source.path(), source.overrides(), parsed);
        List<Declaration> declarations = rendering.objects().stream()
                .filter(Declaration::isOne)
                .map(object -> new Declaration(source.path(), object))
                .toList();
        Output output = new Output(
                rendering.objects(),
                declarations,
                rendering.filesRead(),
                RenderedApplication.fingerprint(rendering.text()),
                List.of());
        return new Kept(tree.record(), null, output, (long) rendering.text().length() * BYTES_PER_CHARACTER);
    }

    private static Kept charted(RecordingTree tree, ApplicationSource source) {
        Charts.Chart chart = Charts.render(tree, source);
        List<Resource> objects = chart.objects();
        List<Declaration> declarations = objects.stream()
                .filter(Declaration::isOne)
                .map(object -> new Declaration(source.path(), object))
                .toList();
        String text = ResourceWriter.text(objects);
        Output output = new Output(
                objects,
                declarations,
                chart.rendering().filesRead(),
                RenderedApplication.fingerprint(text),
                List.of(),
                Finding.from(chart.rendering().warnings()));
        return new Kept(tree.record(), null, output, (long) text.length() * BYTES_PER_CHARACTER);
    }

    private static Kept plain(RecordingTree tree, Folder folder) {
        Output output = folder.output();
        return new Kept(tree.record(), folder, output, (long) output.resources().size() * BYTES_PER_PART);
    }

    private static Kept failed(RecordingTree tree, List<Finding> findings) {
        return new Kept(tree.record(), null, Output.failed(findings), 1024);
    }
}
