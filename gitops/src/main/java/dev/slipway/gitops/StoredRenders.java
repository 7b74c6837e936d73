package dev.slipway.gitops;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.ReadRecord;
import dev.slipway.gitops.Output.Declaration;
import dev.slipway.gitops.store.KeptBytes;
import dev.slipway.gitops.store.PlainReader;
import dev.slipway.gitops.store.PlainWriter;
import dev.slipway.kustomize.Resource;
import java.nio.BufferUnderflowException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Renders of kustomizations, and objects of manifests, as they outlive a restart. A source that pins a commit is found by that
 * commit; of others the newest render is held against the tree.
 */
final class StoredRenders {

    /** To be raised whenever rendering comes to something else, or what is stored here is written otherwise. */
    static final String VERSION = "7";

    /** Objects in memory take several times the bytes that they are stored in. */
    private static final int BYTES_PER_STORED = 8;

    private final KeptBytes bytes;

    StoredRenders(KeptBytes bytes) {
        this.bytes = bytes;
    }

    /** A render that holds for this tree, with its remote bases. */
    Optional<Kept> find(ApplicationSource source, String commit, FileTree tree) {
        return read(key(source, commit), StoredRenders::kept)
                .filter(kept -> (source.revision().equals(commit) && kept.isOfOneTree()) || kept.holds(tree));
    }

    void put(ApplicationSource source, String commit, Kept kept) {
        if (kept.folder() == null) {
            bytes.put(key(source, commit), bytes(kept));
        }
    }

    /** @param id Git's of the file */
    Optional<Manifests> manifests(String id, String path) {
        return read(VERSION + " manifests " + id, in -> {
            List<Resource> objects = in.list(() -> Resource.of(in.map()));
            return new Manifests(id, path, objects, in.text(), List.of());
        });
    }

    /** Findings name the file, which may stand elsewhere too, so that only what is whole is stored. */
    void put(Manifests manifests) {
        if (manifests.id() != null && manifests.findings().isEmpty()) {
            PlainWriter out = new PlainWriter();
            objects(out, manifests.objects());
            bytes.put(
                    VERSION + " manifests " + manifests.id(),
                    out.text(manifests.digests()).bytes());
        }
    }

    private static String key(ApplicationSource source, String commit) {
        String pinned = source.revision().equals(commit) ? commit : "";
        return VERSION + " render " + pinned + " " + RenderedApplication.fingerprint(source.toString());
    }

    private static byte[] bytes(Kept kept) {
        Output output = kept.output();
        PlainWriter out = new PlainWriter();
        objects(out, output.resources());
        out.list(
                output.declarations(),
                each -> out.text(each.file()).number(output.resources().indexOf(each.object())));
        out.list(output.filesRead(), out::text);
        out.text(output.fingerprint());
        findings(out, output.findings());
        findings(out, output.doubts());
        out.list(kept.reads().questions(), out::text);
        return out.text(kept.reads().answers()).bytes();
    }

    private static void findings(PlainWriter out, List<Finding> findings) {
        out.list(
                findings,
                each -> out.text(each.where())
                        .text(each.what())
                        .text(each.expected())
                        .text(each.next()));
    }

    private static void objects(PlainWriter out, List<Resource> objects) {
        out.list(
                objects,
                object -> out.list(
                        object.content().entrySet(),
                        entry -> out.text(entry.getKey()).value(entry.getValue())));
    }

    private static Kept kept(PlainReader in) {
        List<Resource> objects = in.list(() -> Resource.of(in.map()));
        List<Declaration> declarations = in.list(() -> new Declaration(in.text(), objects.get(in.number())));
        Set<String> files = new TreeSet<>(in.list(in::text));
        String fingerprint = in.text();
        List<Finding> findings = findings(in);
        List<Finding> doubts = findings(in);
        ReadRecord reads = new ReadRecord(in.list(in::text), in.text());
        return new Kept(
                reads,
                null,
                new Output(objects, declarations, files, fingerprint, findings, doubts),
                (long) in.size() * BYTES_PER_STORED);
    }

    private static List<Finding> findings(PlainReader in) {
        return in.list(() -> new Finding(in.text(), in.text(), in.text(), in.text()));
    }

    private interface Read<T> {
        T from(PlainReader in);
    }

    /** Bytes that cannot be read are as good as none. */
    private <T> Optional<T> read(String key, Read<T> read) {
        try {
            return bytes.get(key).map(found -> Objects.requireNonNull(read.from(new PlainReader(found))));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
