package dev.slipway.builds.local;

import dev.slipway.builds.BuildForecast;
import dev.slipway.builds.BuildForecasts;
import dev.slipway.builds.kind.BuildKind;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.git.RefCursors;
import dev.slipway.git.RefMovement;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Asks the kinds of builds that there are. */
@Component
class LocalForecasts implements BuildForecasts {

    private final List<BuildKind> kinds;
    private final RefCursors cursors;
    private final TransactionOperations transactions;

    LocalForecasts(List<BuildKind> kinds, RefCursors cursors, TransactionOperations transactions) {
        this.kinds = kinds;
        this.cursors = cursors;
        this.transactions = transactions;
    }

    @Override
    public BuildForecast of(FileTree sources) {
        return kinds.stream()
                .filter(kind -> kind.recognises(sources))
                .findFirst()
                .map(kind ->
                        new BuildForecast(kind.name(), kind.obstacle(sources).orElse(null)))
                .orElseGet(() -> new BuildForecast(null, null));
    }

    @Override
    public void passOver(RepositoryRef repository, Map<String, CommitId> heads) {
        transactions.executeWithoutResult(_ -> heads.forEach(
                (ref, head) -> cursors.advance(PushedCommits.CONSUMER, new RefMovement(repository, ref, null, head))));
    }
}
