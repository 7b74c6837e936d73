package dev.slipway.git.imports;

import dev.slipway.git.content.Repositories;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TrackingRefUpdate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a bare repository the same as one elsewhere: its branches and tags, its HEAD, and nothing else. */
@Component
public class MirrorTransfer {

    private static final List<RefSpec> EVERYTHING =
            List.of(new RefSpec("+refs/heads/*:refs/heads/*"), new RefSpec("+refs/tags/*:refs/tags/*"));

    private final Repositories repositories;
    private final ImportProperties properties;
    private final GuardedTransport guarded;
    private final Clock clock;

    MirrorTransfer(Repositories repositories, ImportProperties properties, Clock clock) {
        this.repositories = repositories;
        this.properties = properties;
        this.guarded = new GuardedTransport(properties);
        this.clock = clock;
    }

    /** Everything that is wrong with the address itself. */
    public List<Problem> problems(String url) {
        return ImportAddress.problems(url, Errand.MIRROR);
    }

    /**
     * @param token that opens the repository; null when it is open to everybody
     * @return whether anything moved
     */
    public boolean fetch(String url, RepositoryRef into, @Nullable String token) {
        Allowance allowance = new Allowance(Errand.MIRROR, properties.size().toBytes(), properties.time(), clock);
        Repository copy = repositories.get(into);
        FetchResult result = guarded.over(
                url,
                copy,
                allowance,
                token,
                transport -> transport.fetch(new FetchProgress(allowance, _ -> {}), EVERYTHING));
        pointHead(
                copy,
                RemoteRefs.history(result.getAdvertisedRefs(), Errand.MIRROR).defaultBranch());
        boolean moved = result.getTrackingRefUpdates().stream()
                .map(TrackingRefUpdate::getResult)
                .anyMatch(each -> each != RefUpdate.Result.NO_CHANGE);
        if (moved) {
            copy.autoGC(NullProgressMonitor.INSTANCE);
        }
        return moved;
    }

    private static void pointHead(Repository copy, String branch) {
        try {
            copy.updateRef(Constants.HEAD).link(Constants.R_HEADS + branch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
