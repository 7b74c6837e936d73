package dev.slipway.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PushOutcome;
import dev.slipway.git.content.Repositories;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.operations.Checkup;
import dev.slipway.operations.Finding;
import dev.slipway.operations.Finding.Severity;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.ServiceNames;
import dev.slipway.support.SlipwayTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** What the check-up calls good has been looked at. Has a server of its own, whose definition it breaks. */
@SlipwayTest
@TestPropertySource(properties = "slipway.sample=true")
@DirtiesContext
class CheckupIT {

    private static final RepositoryRef PLATFORM = new RepositoryRef("acme", "platform");
    private static final String TEAM = "teams/red.yaml";

    @Autowired
    Checkup checkup;

    @Autowired
    GitContent git;

    @Autowired
    GitHost host;

    @Autowired
    Repositories repositories;

    @Autowired
    Platforms platforms;

    @Autowired
    ServiceNames names;

    @Test
    void doesNotCallADefinitionGoodThatLosesATeamOrPassesOneOver() {
        await().untilAsserted(() -> {
            assertThat(about("Platform definition"))
                    .extracting(Finding::severity)
                    .containsOnly(Severity.GOOD);
            assertThat(about("Application")).extracting(Finding::severity).containsOnly(Severity.GOOD);
        });
        String red = git.snapshot(PLATFORM, main()).text(TEAM).orElseThrow();
        String misspelled = red.replace("type: team", "type: tema");

        push(misspelled);
        assertThat(about("Platform definition"))
                .as("nobody's services are lost")
                .anySatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message()).contains("teams/red.yaml:6:9", "Did you mean \"team\"?");
                });

        push(red);
        names.reserve(new ServiceName("pricing-api"), new TeamName("red"));
        push(misspelled);
        assertThat(about("Platform definition")).anySatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.PROBLEM);
            assertThat(finding.message()).contains("The team \"red\" would be gone", "pricing-api");
        });
    }

    @Test
    void findsABranchThatLeadsNowhere() throws IOException {
        RepositoryRef damaged = new RepositoryRef("acme", "damaged");
        host.create(damaged, "", new Actor.Person("paula"));
        assertThat(about("Repository acme/damaged")).isEmpty();
        Path main = repositories.get(damaged).getDirectory().toPath().resolve("refs/heads/main");

        Files.writeString(main, "0123456789".repeat(4) + "\n");

        assertThat(about("Repository acme/damaged")).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.PROBLEM);
            assertThat(finding.message()).startsWith("It cannot be read:");
        });
        host.delete(damaged, new Actor.Person("paula"));
    }

    private List<Finding> about(String subject) {
        return checkup.findings().stream()
                .filter(finding -> finding.subject().startsWith(subject))
                .toList();
    }

    private CommitId main() {
        return git.resolve(PLATFORM, "refs/heads/main").orElseThrow();
    }

    private void push(String team) {
        await().until(() -> {
            NewCommit commit = new NewCommit(
                    List.of(new FileChange.Put(TEAM, FileContent.text(team))),
                    "Change the team\n",
                    new Commit.Person("Paula", "paula@example.org"));
            return git.push(PLATFORM, BranchUpdate.onto("main", main(), List.of(commit))) instanceof PushOutcome.Pushed;
        });
        assertThat(platforms.newest()).isPresent();
    }
}
