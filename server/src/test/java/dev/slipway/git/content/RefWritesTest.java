package dev.slipway.git.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PushOutcome;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.AtTheSameTime;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefWritesTest {

    private static final RepositoryRef REPOSITORY = new RepositoryRef("acme", "prices");
    private static final String REF = "refs/pull/1/head";

    @TempDir
    private Path data;

    private RefWrites writes;
    private List<CommitId> commits;

    @BeforeEach
    void makeTwoCommits() {
        Repositories repositories = new Repositories(data);
        repositories.create(REPOSITORY);
        writes = new RefWrites(repositories);
        NewCommit commit = new NewCommit(List.of(), "Nothing\n", new Commit.Person("r", "r@x.org"));
        PushOutcome pushed = new JGitContent(repositories, _ -> {})
                .push(REPOSITORY, new BranchUpdate("main", null, null, List.of(commit, commit)));
        commits = ((PushOutcome.Pushed) pushed).commits();
    }

    @Test
    void writersOfOneRefWaitForEachOther() {
        List<Boolean> done = AtTheSameTime.run(8, thread -> {
            for (int i = 0; i < 20; i++) {
                writes.put(REPOSITORY, REF, commits.get((thread + i) % 2));
            }
            return true;
        });

        assertThat(done).hasSize(8);
    }

    @Test
    void ofManyWhoMoveARefFromTheSameCommitOneDoes() {
        writes.put(REPOSITORY, REF, commits.getFirst());

        assertThat(AtTheSameTime.run(8, _ -> writes.move(REPOSITORY, REF, commits.getFirst(), commits.getLast())))
                .containsOnlyOnce(true);
    }

    @Test
    void removesWhatIsLeftLockedFromBeforeTheStartAtOnce() throws IOException {
        Path left = locked(REF, beforeTheStart());
        Path packed = locked("packed-refs", beforeTheStart());
        Path held = locked("refs/heads/main", Instant.now());

        new RefWrites(new Repositories(data)).put(REPOSITORY, REF, commits.getLast());

        assertThat(left).doesNotExist();
        assertThat(packed).doesNotExist();
        assertThat(held).exists();
    }

    private Path locked(String file, Instant since) throws IOException {
        Path lock = data.resolve("repositories/acme/prices.git/" + file + ".lock");
        Files.createDirectories(lock.getParent());
        Files.createFile(lock);
        return Files.setLastModifiedTime(lock, FileTime.from(since));
    }

    private static Instant beforeTheStart() {
        return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime())
                .minusMillis(10);
    }
}
