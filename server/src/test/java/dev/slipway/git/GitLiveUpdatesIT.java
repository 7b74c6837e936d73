package dev.slipway.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.Callers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** Open pages hear of pushes and of what happens to pull requests. */
@GitTest
@Timeout(60)
class GitLiveUpdatesIT {

    private static final Actor ROSA = new Actor.Person("live-rosa");

    @Autowired
    private GitHost host;

    @Autowired
    private GitContent git;

    @Autowired
    private Callers callers;

    private final RepositoryRef repository =
            new RepositoryRef("acme", "l-" + UUID.randomUUID().toString().substring(0, 8));

    @Test
    void tellsOfPushesAndComments() throws IOException {
        host.create(repository, "", ROSA);
        CommitId main = push("main", null);
        push("change", main);
        PullRequest pull = host.open(new NewPullRequest(repository, "change", "main", "Do it", ""), ROSA);
        try (BufferedReader events = listen("repository/" + repository + ",pull/" + repository)) {
            readUntil(events, "event:hello");

            push("change", null);
            assertThat(readUntil(events, "data:repo")).isEqualTo("data:repository/" + repository);
            host.comment(pull.ref(), null, "Good", ROSA);
            assertThat(readUntil(events, "data:pull"))
                    .isEqualTo("data:pull/" + repository + "/" + pull.ref().number());
        }
    }

    private CommitId push(String branch, @Nullable CommitId base) {
        CommitId head = git.resolve(repository, "refs/heads/" + branch).orElse(null);
        NewCommit commit = new NewCommit(
                List.of(new FileChange.Put(UUID.randomUUID() + ".txt", FileContent.text("x"))),
                "Work\n",
                new Commit.Person("Rosa", "rosa@example.org"));
        BranchUpdate update = new BranchUpdate(branch, head, head == null ? base : head, List.of(commit));
        return ((PushOutcome.Pushed) git.push(repository, update)).commits().getLast();
    }

    private BufferedReader listen(String topics) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                callers.address().resolve("/live?topics=" + topics).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + callers.token("live-listener", Set.of()));
        return new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String readUntil(BufferedReader events, String start) throws IOException {
        String line = events.readLine();
        while (!line.startsWith(start)) {
            line = events.readLine();
        }
        return line;
    }
}
