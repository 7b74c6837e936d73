package dev.slipway.builds.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.audit.Audit;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditQuery;
import dev.slipway.audit.AuditVerification;
import dev.slipway.builds.Build;
import dev.slipway.builds.BuildFinished;
import dev.slipway.builds.BuildsException;
import dev.slipway.builds.FakeGit;
import dev.slipway.builds.FakeHost;
import dev.slipway.builds.Provenance;
import dev.slipway.builds.store.BuildDirectories;
import dev.slipway.builds.store.BuildLogs;
import dev.slipway.builds.store.BuildRows;
import dev.slipway.builds.store.ShortMaps;
import dev.slipway.builds.store.StepRows;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class RecordedBuildsTest {

    private static final RepositoryRef REPOSITORY = new RepositoryRef("acme", "pricing-api");
    private static final Provenance JENKINS = new Provenance("jenkins", "container", Map.of("run", "17"));
    private static final Actor CI = new Actor.Token("ci", "ci");
    private static final FileTree FILES = MemoryTree.ofTexts("a", "a");

    private final FakeGit git = new FakeGit();
    private final List<Object> events = new ArrayList<>();
    private final RecordedBuilds builds;

    RecordedBuildsTest(@TempDir Path data) {
        JdbcClient database = JdbcClient.create(TestDatabase.migrated().dataSource());
        DefaultBranch branch = new DefaultBranch(git, new FakeHost());
        builds = new RecordedBuilds(
                new BuildRows(database, new ShortMaps(JsonMapper.builder().build())),
                new StepRows(database),
                new BuildLogs(new BuildDirectories(data)),
                new Recording(git, branch, new EverythingAllowed(), new NoServices()),
                branch,
                (name, digest) -> Optional.empty(),
                new NoAudit(),
                events::add,
                name -> {},
                Clock.systemUTC());
    }

    @Test
    void recordingTwiceReturnsTheBuildThereIs() {
        CommitId commit = git.commit(REPOSITORY, "main", FILES);

        Build first = record(commit, "1");
        Build second = record(commit, "1");

        assertThat(second).isEqualTo(first);
        assertThat(events).containsExactly(new BuildFinished(first.id()));
    }

    @Test
    void otherImagesOfTheSameCommitAreAnotherBuild() {
        CommitId commit = git.commit(REPOSITORY, "main", FILES);

        assertThat(record(commit, "2").id()).isNotEqualTo(record(commit, "1").id());
    }

    @Test
    void anOlderCommitThatIsBuiltLaterDoesNotOvertake() {
        CommitId older = git.commit(REPOSITORY, "main", FILES);
        CommitId newer = git.commit(REPOSITORY, "main", FILES);

        Build ofNewer = record(newer, "1");
        Build ofOlder = record(older, "2");

        assertThat(builds.candidates(REPOSITORY, 10)).containsExactly(ofNewer, ofOlder);
    }

    @Test
    void aMergedBranchsOwnCommitsAreNoCandidates() {
        CommitId base = git.commit(REPOSITORY, "main", FILES);
        git.branch(REPOSITORY, "feature", base);
        CommitId feature = git.commit(REPOSITORY, "feature", FILES);
        git.commit(REPOSITORY, "main", FILES, feature);
        record(feature, "1");

        assertThat(builds.candidates(REPOSITORY, 10)).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        git.commit(REPOSITORY, "main", FILES);

        assertThatThrownBy(() -> builds.record(
                        REPOSITORY,
                        new CommitId("f".repeat(40)),
                        Map.of("Not/A Name", digest("1")),
                        new Provenance("local", "none", Map.of()),
                        CI))
                .isInstanceOf(BuildsException.class)
                .hasMessageContaining("has no commit")
                .hasMessageContaining("\"Not/A Name\" is not the name of an image")
                .hasMessageContaining("\"local\" cannot be the name of a builder");
    }

    private Build record(CommitId commit, String digit) {
        return builds.record(
                REPOSITORY, commit, Map.of("registry.example.org/pricing-api", digest(digit)), JENKINS, CI);
    }

    private static ImageDigest digest(String digit) {
        return new ImageDigest("sha256:" + digit.repeat(64));
    }

    private static final class NoAudit implements Audit {
        @Override
        public void record(Actor actor, String action, String subject, Map<String, String> details) {}

        @Override
        public List<AuditEntry> entries(AuditQuery query) {
            return List.of();
        }

        @Override
        public AuditVerification verify() {
            return new AuditVerification.Intact(0);
        }
    }
}
