package dev.slipway.git.imports;

import dev.slipway.git.GitImports;
import dev.slipway.git.RefsChanged;
import dev.slipway.git.RemoteHistory;
import dev.slipway.git.content.Repositories;
import dev.slipway.git.embedded.PushRecorder;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Imports by Git's own protocol over HTTP. */
@Component
class HttpImports implements GitImports {

    private static final long LARGEST_LOOK = 32L << 20;
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(20);
    private static final List<RefSpec> EVERYTHING = List.of(
            new RefSpec("+refs/heads/*:" + HIDDEN + "heads/*"), new RefSpec("+refs/tags/*:" + HIDDEN + "tags/*"));

    private final Repositories repositories;
    private final ImportProperties properties;
    private final GuardedTransport guarded;
    private final PushRecorder pushes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HttpImports(
            Repositories repositories,
            ImportProperties properties,
            PushRecorder pushes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repositories = repositories;
        this.properties = properties;
        this.guarded = new GuardedTransport(properties);
        this.pushes = pushes;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Problem> problems(String url) {
        return ImportAddress.problems(url, Errand.IMPORT);
    }

    @Override
    public RemoteHistory look(String url) {
        Allowance allowance = new Allowance(Errand.IMPORT, LARGEST_LOOK, LONGEST_LOOK, clock);
        try (Repository nothing = new InMemoryRepository(new DfsRepositoryDescription("look"))) {
            return guarded.over(url, nothing, allowance, null, transport -> {
                try (FetchConnection connection = transport.openFetch()) {
                    return RemoteRefs.history(connection.getRefs(), Errand.IMPORT);
                }
            });
        }
    }

    @Override
    public RemoteHistory fetch(String url, RepositoryRef into, Consumer<String> progress) {
        Allowance allowance = new Allowance(Errand.IMPORT, properties.size().toBytes(), properties.time(), clock);
        return guarded.over(url, repositories.get(into), allowance, null, transport -> {
            FetchResult result = transport.fetch(new FetchProgress(allowance, progress), EVERYTHING);
            return RemoteRefs.history(result.getAdvertisedRefs(), Errand.IMPORT);
        });
    }

    @Override
    public SortedMap<String, CommitId> fetched(RepositoryRef repository, String defaultBranch) {
        return new HiddenRefs(repositories.get(repository), defaultBranch).branches();
    }

    @Override
    public void publish(RepositoryRef repository, String defaultBranch, Actor actor) {
        HiddenRefs hidden = new HiddenRefs(repositories.get(repository), defaultBranch);
        List<ObjectId> tips = hidden.branches().values().stream()
                .<ObjectId>map(tip -> ObjectId.fromString(tip.value()))
                .toList();
        pushes.record(repository, actor, repositories.get(repository), tips);
        hidden.publish();
        events.publishEvent(new RefsChanged(repository));
    }
}
