package dev.slipway.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PushOutcome;
import dev.slipway.identity.Role;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import dev.slipway.support.SlipwayTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A definition that is broken on main is told on every page until it is mended. */
@SlipwayTest
@TestPropertySource(
        properties = {"slipway.test.modules=scheduling,audit,ui,identity,git,changes,platform", "slipway.sample=true"})
class BrokenDefinitionIT {

    private static final RepositoryRef PLATFORM = new RepositoryRef("acme", "platform");

    @Autowired
    GitContent git;

    @Autowired
    Platforms platforms;

    @Autowired
    Callers callers;

    @Test
    void isToldOnEveryPageUntilItIsMended() {
        Caller viewer = callers.browserOf("banner-viewer", Role.VIEWER);
        await().until(() -> platforms.find().isPresent());
        String good = git.snapshot(PLATFORM, main()).text("platform.yaml").orElseThrow();
        assertThat(viewer.get("/repositories").body()).doesNotContain("is broken");

        push(good.replace("trigger: manual", "trigger: maual"));
        await().until(() -> !platforms.state().problems().isEmpty());

        assertThat(viewer.get("/repositories").body())
                .contains(
                        "The platform definition on main",
                        "is broken: 1 problem",
                        "stays in force",
                        "href=\"/platform\"");
        assertThat(callers.anybody().get("/sign-in").body()).doesNotContain("is broken");
        push(good);
        await().until(() -> platforms.state().problems().isEmpty());
        assertThat(viewer.get("/repositories").body()).doesNotContain("is broken");
    }

    @Test
    void tellsWithTheNewestCommitOfMainAtOnceWhoseDefinitionIsInForce() {
        await().until(() -> platforms.find().isPresent());
        String good = git.snapshot(PLATFORM, main()).text("platform.yaml").orElseThrow();
        push(good + "# Good\n");
        CommitId mended = main();
        assertThat(platforms.newest().orElseThrow())
                .isEqualTo(new DefinitionAtMain(mended, mended, platforms.current()));

        push(good.replace("trigger: manual", "trigger: maual"));
        assertThat(platforms.newest().orElseThrow())
                .isEqualTo(new DefinitionAtMain(main(), mended, platforms.current()));
        push(good);
        assertThat(platforms.newest().orElseThrow().source()).isEqualTo(main());
    }

    private CommitId main() {
        return git.resolve(PLATFORM, "refs/heads/main").orElseThrow();
    }

    private void push(String definition) {
        NewCommit commit = new NewCommit(
                List.of(new FileChange.Put("platform.yaml", FileContent.text(definition))),
                "Change the definition\n",
                new Commit.Person("Paula", "paula@example.org"));
        assertThat(git.push(PLATFORM, BranchUpdate.onto("main", main(), List.of(commit))))
                .isInstanceOf(PushOutcome.Pushed.class);
    }
}
