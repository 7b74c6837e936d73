package dev.slipway.gitops.release;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Release that stands in the files of an environment.
 *
 * @param repository as the mark beside an image, or {@link dev.slipway.gitops.Sources#identity}, has it
 * @param images digests by the image's repository name, at least one
 * @param files in which it stands, in order of path
 */
public record WrittenRelease(String repository, String commit, SortedMap<String, String> images, List<String> files) {

    public WrittenRelease {
        images = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(images));
        files = List.copyOf(files);
    }
}
