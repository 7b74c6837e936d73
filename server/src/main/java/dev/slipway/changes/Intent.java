package dev.slipway.changes;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.ServiceName;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What shall hold in a branch: never bytes to replay. Stored before anything happens, planned on the newest tip. */
public sealed interface Intent {

    /** This Release runs in this environment. */
    record SetRelease(ServiceName service, EnvironmentName environment, Release release) implements Intent {}

    /** Each tree, by path, holds exactly these files (by path below the tree). */
    record PutTrees(SortedMap<String, Map<String, FileContent>> trees) implements Intent {
        public PutTrees(Map<String, Map<String, FileContent>> trees) {
            this(new TreeMap<>(trees));
        }
    }

    /** There is a file at each of these paths: this one, unless there is another already, which stays. */
    record AddFiles(SortedMap<String, FileContent> files) implements Intent {
        public AddFiles(Map<String, FileContent> files) {
            this(new TreeMap<>(files));
        }
    }

    /** Nothing is at or below these paths. */
    record RemoveTrees(SortedSet<String> paths) implements Intent {
        public RemoveTrees(Set<String> paths) {
            this(new TreeSet<>(paths));
        }
    }

    /** What this commit did is undone. */
    record Revert(CommitId commit) implements Intent {}

    /**
     * The value at this place of a YAML file is this one.
     *
     * @param pointer JSON pointer; a missing last key is added
     * @param value String, Long, Double, Boolean, or null to remove the key
     */
    record SetValue(String file, String pointer, @Nullable Object value) implements Intent {}

    /**
     * This variable has this value in an environment of the service whose repository it is.
     *
     * @param before its value when this was asked for, null when the environment did not set it: another one by now is
     *     somebody else's, and a conflict
     * @param value null to take the variable away
     */
    record SetVariable(
            EnvironmentName environment,
            String name,
            @Nullable String before,
            @Nullable String value) implements Intent {}

    /** The service's Applications take along what they made when they go. */
    record AddFinalizers(ServiceName service) implements Intent {}
}
