package dev.slipway.scaffolder;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the template of a repository makes of the answers that are recorded in it, and of others: dry, so that nothing is made
 * anywhere. Reads Git: never inside a transaction.
 */
public interface Replays {

    /**
     * Carries the template out twice, as its repository has it at the recorded commit.
     *
     * @param repository what the template made, with {@code .slipway/origin.yaml}
     * @param others the answers that differ from the recorded ones
     * @return empty when nothing says which template made it
     * @throws ScaffolderException when the record cannot be read, or its template is not there or cannot be carried out any more
     */
    Optional<Replay> of(FileTree repository, Map<String, ? extends @Nullable Object> others, Actor actor);

    /**
     * Both results, by path.
     *
     * @param before of the recorded answers
     * @param after with the others
     */
    record Replay(
            String template,
            CommitId commit,
            SortedMap<String, FileContent> before,
            SortedMap<String, FileContent> after) {
        public Replay {
            before = new TreeMap<>(before);
            after = new TreeMap<>(after);
        }
    }
}
