package dev.slipway.scaffolder.templates;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.scaffolder.StoredTemplate;
import dev.slipway.scaffolding.action.TemplateTree;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Templates with their files, as commits have them: those that were asked for last stay in memory. */
@Component
class ReadTemplates {

    /** Of files, of all templates together. */
    private static final long MOST_BYTES = 32L << 20;

    private static final long LARGEST = 4L << 20;
    private static final int MOST_FILES = 2_000;

    private final Map<Place, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param file the template's own */
    record Place(RepositoryRef repository, CommitId commit, String file) {}

    private record Kept(StoredTemplate template, long bytes) {}

    /** @param read called when it is not in memory; one that is too large is read each time */
    StoredTemplate get(Place place, Supplier<StoredTemplate> read) {
        Optional<StoredTemplate> known = find(place);
        return known.isPresent() ? known.get() : keep(place, read.get());
    }

    private synchronized Optional<StoredTemplate> find(Place place) {
        return Optional.ofNullable(kept.get(place)).map(Kept::template);
    }

    private StoredTemplate keep(Place place, StoredTemplate template) {
        Optional<MemoryTree> loaded = loaded(template.tree());
        if (loaded.isEmpty()) {
            return template;
        }
        long size = loaded.get().files().values().stream()
                .mapToLong(file -> file.bytes().length)
                .sum();
        StoredTemplate whole = new StoredTemplate(
                template.key(), template.definition(), kept(template.tree(), loaded.get()), template.commit());
        add(place, new Kept(whole, size));
        return whole;
    }

    /** Files around the template are read when they are asked for. */
    private static FileTree kept(FileTree tree, FileTree loaded) {
        return tree instanceof TemplateTree template ? template.withOwn(loaded) : loaded;
    }

    private synchronized void add(Place place, Kept one) {
        Kept before = kept.put(place, one);
        bytes += one.bytes() - (before == null ? 0 : before.bytes());
        Iterator<Kept> oldest = kept.values().iterator();
        while (bytes > MOST_BYTES) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    /** Empty when there is too much of it, or anything but files. */
    private static Optional<MemoryTree> loaded(FileTree tree) {
        Map<String, FileContent> files = new HashMap<>();
        long size = 0;
        for (TreeEntry entry : tree.walk("")) {
            if (!entry.isFile() || files.size() >= MOST_FILES || size > LARGEST) {
                return Optional.empty();
            }
            byte[] content = tree.read(entry.path());
            size += content.length;
            files.put(entry.path(), new FileContent(content, entry.mode()));
        }
        return Optional.of(MemoryTree.of(files));
    }
}
