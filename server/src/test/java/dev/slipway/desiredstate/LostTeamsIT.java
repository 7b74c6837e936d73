package dev.slipway.desiredstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.MergeOutcome;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PushOutcome;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.PlatformState;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.ServiceNames;
import dev.slipway.scheduling.Wakeups;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a change of the definition would take away from under services that are there is refused, and on main never carried out. */
@DesiredStateTest
class LostTeamsIT {

    private static final String CHECK = "slipway/desired-state";
    private static final String TEAM = "teams/red.yaml";
    private static final String DEFINITION = "platform.yaml";
    private static final TeamName RED = new TeamName("red");

    @Autowired
    PlatformPulls pulls;

    @Autowired
    GitHost host;

    @Autowired
    GitContent git;

    @Autowired
    Platforms platforms;

    @Autowired
    ServiceNames names;

    @Autowired
    DesiredState desired;

    @Autowired
    Wakeups wakeups;

    private CommitId sound;

    @BeforeEach
    void declareTheServiceOnce() {
        pulls.declareTheService();
        sound = pulls.main();
    }

    @AfterEach
    void mend() {
        await().until(this::isAsItWas);
        await().until(() -> platforms.newest().orElseThrow().source().equals(pulls.main()));
    }

    /** Slipway itself may write there in the same moment. */
    private boolean isAsItWas() {
        CommitId main = pulls.main();
        Snapshot before = git.snapshot(PlatformPulls.PLATFORM, sound);
        List<FileChange> changes = git.changedPaths(PlatformPulls.PLATFORM, sound, main).stream()
                .map(path -> before.text(path)
                        .<FileChange>map(text -> new FileChange.Put(path, FileContent.text(text)))
                        .orElseGet(() -> new FileChange.Remove(path)))
                .toList();
        return changes.isEmpty() || commit("main", main, changes) instanceof PushOutcome.Pushed;
    }

    @Test
    void refusesAMisspelledTeam() {
        assertThat(refusals(pulls.propose(pulls.changed(TEAM, LostTeamsIT::misspelled))))
                .contains(
                        "teams/red.yaml:6:9",
                        "The group \"red\" has the type \"tema\"",
                        "Did you mean \"team\"?",
                        "The team \"red\" would be gone",
                        "still its own",
                        "pricing-api");
    }

    @Test
    void refusesATeamFileThatIsTakenAwayOrEmptyOrRenamedSoThatNothingReadsIt() {
        String text = text(TEAM);
        FileChange removed = new FileChange.Remove(TEAM);

        assertThat(refusals(pulls.open(branch(removed)))).contains("The team \"red\" would be gone");
        assertThat(refusals(pulls.propose(Map.of(TEAM, "# red\n")))).contains("teams/red.yaml", "The file is empty");
        assertThat(refusals(
                        pulls.open(branch(removed, new FileChange.Put("teams/red.yaml.bak", FileContent.text(text))))))
                .contains("teams/red.yaml.bak", "Nothing reads this", "The team \"red\" would be gone");
        assertThat(pulls.status(
                                pulls.open(branch(
                                        removed, new FileChange.Put("teams/crimson.yaml", FileContent.text(text)))),
                                CHECK)
                        .state())
                .isEqualTo(CommitStatus.State.SUCCESS);
    }

    @Test
    void refusesAnotherNameForAnEnvironmentOrAClusterWithApplications() {
        assertThat(refusals(pulls.propose(pulls.changed(DEFINITION, text -> text.replace("staging", "stage")))))
                .contains("The project \"red-staging\" would be gone", "applications/pricing-api/staging.yaml");
        assertThat(refusals(pulls.propose(pulls.changed(DEFINITION, text -> text.replace("shared-dev", "common")))))
                .contains("\"red-dev\" would no longer admit", "applications/pricing-api/dev.yaml");
    }

    @Test
    void refusesToTakeAwayAProjectThatApplicationsUse() {
        assertThat(refusals(pulls.open(branch(new FileChange.Remove("projects/red-dev.yaml")))))
                .contains("applications/pricing-api/dev.yaml", "is of project \"red-dev\", which is not there");
    }

    /** Who may push to main, or a host without the required check, brings it there all the same. */
    @Test
    void keepsTheLastGoodDefinitionWhenATeamIsLostOnMain() {
        PlatformDefinition before = platforms.current();

        push(Map.of(TEAM, misspelled(text(TEAM))));

        assertKept(before, "teams/red.yaml:6:9", "The team \"red\" would be gone");
    }

    @Test
    void keepsTheLastGoodDefinitionWhenAnEnvironmentIsLostOnMain() {
        PlatformDefinition before = platforms.current();

        push(Map.of(DEFINITION, text(DEFINITION).replace("staging", "stage")));

        assertKept(before, "The project \"red-staging\" would be gone");
    }

    /** Without another commit: the service's end is what was waited for. */
    @Test
    void letsATeamGoAfterItsLastService() {
        String team = text(TEAM).replace("red", "green").replace("Red", "Green");
        push(Map.of("teams/green.yaml", team));
        await().until(() -> platforms.current().team(new TeamName("green")).isPresent());
        ServiceName service = new ServiceName("green-service");
        names.reserve(service, new TeamName("green"));
        push(List.of(new FileChange.Remove("teams/green.yaml")));
        assertThat(refused()).contains("\"green\" would be gone, and a service is still its own: green-service");

        names.release(service);

        await().untilAsserted(() -> assertThat(refused()).isEmpty());
        assertThat(platforms.current().team(new TeamName("green"))).isEmpty();
    }

    private void assertKept(PlatformDefinition before, String... words) {
        assertThat(refused()).contains(words);
        assertThat(platforms.current()).isEqualTo(before);
        CommitId tip = pulls.main();
        wakeups.wake("platform-upkeep");
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .until(() -> pulls.main().equals(tip));
        assertThat(platforms.current().team(RED)).isPresent();
        assertThat(git.snapshot(PlatformPulls.PLATFORM, tip).isFile("projects/red-staging.yaml"))
                .isTrue();
        assertThat(desired.at(tip).of(PlatformPulls.SERVICE))
                .isNotEmpty()
                .allSatisfy(application -> assertThat(application.problems()).isEmpty());
    }

    /** What is wrong with main. */
    private String refused() {
        platforms.newest();
        PlatformState state = platforms.state();
        return state.problems().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    /** What the check and the merge say of it. */
    private String refusals(PullRequest pull) {
        CommitStatus status = pulls.status(pull, CHECK);
        assertThat(status.state()).isEqualTo(CommitStatus.State.FAILURE);
        MergeOutcome merged = host.merge(pull.ref(), pull.head(), Actor.system("test"));
        assertThat(merged).isInstanceOf(MergeOutcome.Refused.class);
        return merged.toString() + pulls.comments(pull);
    }

    private static String misspelled(String team) {
        return team.replace("type: team", "type: tema");
    }

    private String text(String file) {
        return git.snapshot(PlatformPulls.PLATFORM, pulls.main()).text(file).orElseThrow();
    }

    private String branch(FileChange... changes) {
        String branch = "test-" + UUID.randomUUID();
        assertThat(commit(branch, null, List.of(changes))).isInstanceOf(PushOutcome.Pushed.class);
        return branch;
    }

    private void push(Map<String, String> files) {
        push(files.entrySet().stream()
                .<FileChange>map(file -> new FileChange.Put(file.getKey(), FileContent.text(file.getValue())))
                .toList());
    }

    private void push(List<FileChange> changes) {
        await().until(() -> commit("main", pulls.main(), changes) instanceof PushOutcome.Pushed);
    }

    private PushOutcome commit(String branch, @Nullable CommitId onto, List<FileChange> changes) {
        NewCommit commit =
                new NewCommit(changes, "Change something\n", new Commit.Person("Paula", "paula@example.org"));
        return git.push(
                PlatformPulls.PLATFORM,
                new BranchUpdate(branch, onto, onto == null ? pulls.main() : onto, List.of(commit)));
    }
}
