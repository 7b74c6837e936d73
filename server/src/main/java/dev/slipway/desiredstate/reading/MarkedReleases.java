package dev.slipway.desiredstate.reading;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.Derived;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.release.WrittenRelease;
import dev.slipway.gitops.release.WrittenReleases;
import dev.slipway.gitops.release.WrittenReleases.Found;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.RepositoryRef;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The Applications of a pass with the Releases of those that pin none themselves, read where their images are decided. Those that
 * render as in the pass before are not looked into again, unless a file that decides has changed.
 */
final class MarkedReleases {

    private final Derived<RenderedApplication, Known> known;
    private final List<DesiredApplication> all;

    private MarkedReleases(Derived<RenderedApplication, Known> known, List<DesiredApplication> all) {
        this.known = known;
        this.all = all;
    }

    /** What was found, in the platform's words. */
    private record Known(Found found, @Nullable Release release) {

        static final Known NOTHING = new Known(new Found(null, Map.of()), null);

        /** What an Application pins is translated with it. */
        static Known of(RenderedApplication rendered, WrittenReleases releases) {
            if (WrittenReleases.isPinned(rendered.application())) {
                return NOTHING;
            }
            Found found = releases.of(rendered);
            WrittenRelease written = found.release();
            return new Known(found, written == null ? null : MarkedReleases.release(written));
        }

        DesiredApplication in(DesiredApplication application) {
            WrittenRelease written = found.release();
            return written == null || release == null ? application : application.running(release, written.files());
        }
    }

    static MarkedReleases nothing() {
        return new MarkedReleases(Derived.nothing(), List.of());
    }

    /** @param translated the same in the platform's words, in the same order */
    MarkedReleases next(
            List<RenderedApplication> rendered, List<DesiredApplication> translated, FileTree tree, Sources sources) {
        WrittenReleases releases = new WrittenReleases(tree, sources);
        Iterator<DesiredApplication> same = translated.iterator();
        Derived<RenderedApplication, Known> now = known.next(rendered, (each, before) -> {
            if (isNobodys(same.next())) {
                return Known.NOTHING;
            }
            return before != null && before.found().holdsIn(tree) ? before : Known.of(each, releases);
        });
        List<DesiredApplication> running = new ArrayList<>(translated.size());
        for (int i = 0; i < translated.size(); i++) {
            running.add(now.made().get(i).in(translated.get(i)));
        }
        return new MarkedReleases(now, running);
    }

    List<DesiredApplication> all() {
        return all;
    }

    private static boolean isNobodys(DesiredApplication application) {
        return application.service() == null || application.environment() == null;
    }

    /** Names that break the rules of names are nobody's. */
    private static @Nullable Release release(WrittenRelease written) {
        try {
            TreeMap<String, ImageDigest> images = new TreeMap<>();
            written.images().forEach((name, digest) -> images.put(name, new ImageDigest(digest)));
            return new Release(RepositoryRef.parse(written.repository()), new CommitId(written.commit()), images);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
