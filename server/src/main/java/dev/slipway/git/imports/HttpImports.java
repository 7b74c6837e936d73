package dev.slipway.git.imports;

import dev.slipway.git.GitException;
import dev.slipway.git.GitImports;
import dev.slipway.git.RefsChanged;
import dev.slipway.git.RemoteHistory;
import dev.slipway.git.content.Repositories;
import dev.slipway.git.embedded.PushRecorder;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
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
        this.pushes = pushes;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Problem> problems(String url) {
        return ImportAddress.problems(url);
    }

    @Override
    public RemoteHistory look(String url) {
        Allowance allowance = new Allowance(LARGEST_LOOK, LONGEST_LOOK, clock);
        try (Repository nothing = new InMemoryRepository(new DfsRepositoryDescription("look"))) {
            return over(url, nothing, allowance, transport -> {
                try (FetchConnection connection = transport.openFetch()) {
                    return RemoteRefs.history(connection.getRefs());
                }
            });
        }
    }

    @Override
    public RemoteHistory fetch(String url, RepositoryRef into, Consumer<String> progress) {
        Allowance allowance = new Allowance(properties.size().toBytes(), properties.time(), clock);
        return over(url, repositories.get(into), allowance, transport -> {
            FetchResult result = transport.fetch(new FetchProgress(allowance, progress), EVERYTHING);
            return RemoteRefs.history(result.getAdvertisedRefs());
        });
    }

    /** What is done with a connection. */
    private interface Work {
        RemoteHistory with(Transport transport) throws NotSupportedException, TransportException;
    }

    private RemoteHistory over(String url, Repository local, Allowance allowance, Work work) {
        List<Problem> problems = problems(url);
        if (!problems.isEmpty()) {
            throw new GitException(ProblemCode.REFUSED, problems.getFirst());
        }
        ImportAddress address = ImportAddress.of(url);
        try (GuardedConnections connections = new GuardedConnections(address, properties, allowance);
                Transport transport =
                        Transport.open(local, new URIish(address.uri().toString()))) {
            if (!(transport instanceof TransportHttp http)) {
                throw new IllegalStateException("Not a transport over HTTP: " + transport);
            }
            http.setHttpConnectionFactory(connections);
            transport.setTagOpt(TagOpt.NO_TAGS);
            transport.setRemoveDeletedRefs(true);
            transport.setCheckFetchedObjects(true);
            return work.with(transport);
        } catch (IOException | java.net.URISyntaxException e) {
            throw allowance.isOver()
                    ? FetchFailures.explain(address, new Allowance.Exceeded("The import took longer than it may."))
                    : FetchFailures.explain(address, e);
        }
    }

    @Override
    public SortedMap<String, CommitId> fetched(RepositoryRef repository, String defaultBranch) {
        return new HiddenRefs(repositories.get(repository), defaultBranch).branches();
    }

    @Override
    public void publish(RepositoryRef repository, String defaultBranch, Actor actor) {
        HiddenRefs hidden = new HiddenRefs(repositories.get(repository), defaultBranch);
        Optional<CommitId> main = Optional.ofNullable(hidden.branches().get("refs/heads/main"));
        hidden.publish();
        main.ifPresent(tip -> pushes.record(repository, actor, List.of(tip)));
        events.publishEvent(new RefsChanged(repository));
    }
}
