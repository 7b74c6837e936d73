package dev.slipway.git.imports;

import dev.slipway.git.GitException;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.jspecify.annotations.Nullable;

/** Talks to one Git server that somebody named: to it alone, and within an allowance. */
record GuardedTransport(ImportProperties properties) {

    /** Git servers that take tokens take any name with them; this one is what GitHub's documentation uses. */
    private static final String TOKENS_USER = "x-access-token";

    /** What is done with a connection. */
    interface Work<T> {
        T with(Transport transport) throws NotSupportedException, TransportException;
    }

    /** @param token that opens the repository; null when it is open to everybody */
    <T> T over(String url, Repository local, Allowance allowance, @Nullable String token, Work<T> work) {
        List<Problem> problems = ImportAddress.problems(url, allowance.errand());
        if (!problems.isEmpty()) {
            throw new GitException(ProblemCode.REFUSED, problems.getFirst());
        }
        ImportAddress address = ImportAddress.of(url);
        if (token != null && !mayCarryTokens(address)) {
            throw new GitException(
                    ProblemCode.REFUSED,
                    Problem.at("source", "A token is not sent over http, where others on the way could read it.")
                            .next("Give the address with https."));
        }
        FetchFailures failures = new FetchFailures(address, allowance.errand(), token != null);
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
            if (token != null) {
                transport.setCredentialsProvider(new UsernamePasswordCredentialsProvider(TOKENS_USER, token));
            }
            return work.with(transport);
        } catch (IOException | java.net.URISyntaxException e) {
            throw allowance.isOver() ? failures.explain(allowance.tookTooLong()) : failures.explain(e);
        }
    }

    private boolean mayCarryTokens(ImportAddress address) {
        return address.uri().getScheme().equalsIgnoreCase("https")
                || properties.vouchesFor(address.host(), address.port());
    }
}
