package dev.slipway.gitops.release;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What shall run in an environment of a service.
 *
 * @param repository of code and configuration, as {@link dev.slipway.gitops.Sources#identity} has it
 * @param commit of that repository, whole
 * @param images digests by the image's repository name
 */
public record WantedRelease(
        String service, String environment, String repository, String commit, SortedMap<String, String> images) {

    public WantedRelease {
        images = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(images));
    }

    /** What people see of the commit where a tag must stand beside a digest. */
    String label() {
        return commit.substring(0, Math.min(10, commit.length()));
    }

    boolean isIn(WrittenRelease written) {
        return repository.equals(written.repository())
                && commit.equals(written.commit())
                && images.equals(written.images());
    }
}
