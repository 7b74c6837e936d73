package dev.slipway.gitops.release;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.gitops.Application;
import dev.slipway.gitops.ApplicationSource;
import dev.slipway.gitops.ContainerImages;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.Revision;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.images.ContainerImage;
import dev.slipway.gitops.images.Decision;
import dev.slipway.gitops.images.ImageReader;
import dev.slipway.gitops.images.ReleaseMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads which Release an Application runs: its digests stand where images are decided, its commit in the Application where that
 * pins one, else in a mark beside each digest.
 */
public final class WrittenReleases {

    private static final String MARK = "# slipway: ";

    private final FileTree tree;
    private final Sources sources;
    private final ImageReader images;

    /**
     * @param tree the repository that holds the Applications
     * @param sources the others
     */
    public WrittenReleases(FileTree tree, Sources sources) {
        this.tree = tree;
        this.sources = sources;
        this.images = new ImageReader(tree, sources);
    }

    /**
     * What was found.
     *
     * @param release null when nothing says of which commit it was made
     * @param depends the files that the answer depends on besides what the Application renders from, with their content's ids
     */
    public record Found(@Nullable WrittenRelease release, Map<String, String> depends) {

        public Found {
            depends = Map.copyOf(depends);
        }

        public Optional<WrittenRelease> written() {
            return Optional.ofNullable(release);
        }

        /** Whether the same would be found in this tree, if the Application renders identically from it. */
        public boolean holdsIn(FileTree tree) {
            return depends.entrySet().stream()
                    .allMatch(each -> tree.contentId(each.getKey()).orElse("").equals(each.getValue()));
        }
    }

    /** Whether the Application itself pins commit and digests. */
    public static boolean isPinned(Application application) {
        return Revision.isWholeCommit(application.source().revision())
                && !application.pinnedImages().isEmpty();
    }

    public Found of(RenderedApplication rendered) {
        Application application = rendered.application();
        if (isPinned(application)) {
            return new Found(pinned(application), Map.of());
        }
        return !runsADigest(rendered) || !mayBeMarked(rendered) ? new Found(null, Map.of()) : marked(rendered);
    }

    private WrittenRelease pinned(Application application) {
        TreeMap<String, String> digests = new TreeMap<>();
        application
                .pinnedImages()
                .forEach(image -> digests.put(
                        image.newName() == null ? image.name() : image.newName(), String.valueOf(image.digest())));
        ApplicationSource source = application.source();
        return new WrittenRelease(
                sources.identity(source.repositoryUrl()), source.revision(), digests, List.of(application.file()));
    }

    private static boolean runsADigest(RenderedApplication rendered) {
        return ContainerImages.references(rendered.objects()).stream().anyMatch(each -> each.contains("@sha256:"));
    }

    /** A look at the texts is cheaper than finding out where images are decided. */
    private boolean mayBeMarked(RenderedApplication rendered) {
        Application application = rendered.application();
        boolean more = application.origin().by().startsWith("ApplicationSet")
                || application.sources().stream().anyMatch(ApplicationSource::isReference);
        return more
                || holdsMark(application.file())
                || rendered.parts().stream()
                        .flatMap(part -> part.filesRead().stream())
                        .anyMatch(this::holdsMark);
    }

    private boolean holdsMark(String file) {
        try {
            return tree.isFile(file) && tree.text(file).orElse("").contains(MARK);
        } catch (TreeException _) {
            return false;
        }
    }

    /** An image that this repository decides, with what is noted beside it. */
    private record Noted(ContainerImage image, Decision decision, ReleaseMark mark) {
        String name() {
            return image.image().name();
        }

        String digest() {
            return String.valueOf(image.image().digest());
        }
    }

    private Found marked(RenderedApplication rendered) {
        Map<String, String> depends = new HashMap<>();
        List<Noted> noted = new ArrayList<>();
        for (ContainerImage image : images.images(rendered)) {
            Decision decision = image.decision();
            if (decision != null
                    && decision.repository().isEmpty()
                    && image.image().digest() != null) {
                if (!isRenderedFrom(decision.file(), rendered)) {
                    tree.contentId(decision.file()).ifPresent(id -> depends.put(decision.file(), id));
                }
                images.mark(decision).ifPresent(mark -> noted.add(new Noted(image, decision, mark)));
            }
        }
        return new Found(isOne(noted) ? release(noted, rendered.application().source()) : null, depends);
    }

    /** Whether all that is noted is of one commit, and each image of one digest. */
    private static boolean isOne(List<Noted> noted) {
        long images = noted.stream().map(Noted::name).distinct().count();
        long digests = noted.stream()
                .map(each -> each.name() + "@" + each.digest())
                .distinct()
                .count();
        return noted.stream().map(Noted::mark).distinct().count() == 1 && images == digests;
    }

    private static boolean isRenderedFrom(String file, RenderedApplication rendered) {
        return file.equals(rendered.application().file())
                || rendered.filesRead().contains(file);
    }

    /** The commit that the configuration is read from is the one that counts, where the Application pins it. */
    private WrittenRelease release(List<Noted> noted, ApplicationSource source) {
        TreeMap<String, String> digests = new TreeMap<>();
        noted.forEach(each -> digests.put(each.name(), each.digest()));
        ReleaseMark mark = noted.getFirst().mark();
        boolean pinned = Revision.isWholeCommit(source.revision())
                && sources.identity(source.repositoryUrl()).equals(mark.repository());
        List<String> files = noted.stream()
                .map(each -> each.decision().file())
                .distinct()
                .sorted()
                .toList();
        return new WrittenRelease(mark.repository(), pinned ? source.revision() : mark.commit(), digests, files);
    }
}
