package dev.slipway.desiredstate.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.DesiredStateTest;
import dev.slipway.desiredstate.Recent;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.NewCommit;
import dev.slipway.gitops.inspect.Inspection;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.Platforms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said of an inspection when main moves on. */
@DesiredStateTest
class CurrentInspectionIT {

    @Autowired
    DesiredState desired;

    @Autowired
    Platforms platforms;

    @Autowired
    DesiredReader reader;

    @Autowired
    GitContent git;

    private final Frozen state = new Frozen();

    @Test
    void saysThatANewerCommitIsBeingRead() {
        List<String> told = new ArrayList<>();
        CurrentInspection inspections = new CurrentInspection(state, platforms, reader, git, told::add);
        assertThat(inspections.recent(Recent.MOMENT)).isInstanceOf(Recent.Nothing.class);

        await().atMost(Duration.ofMinutes(1)).until(this::isAtMain);
        await().atMost(Duration.ofMinutes(1)).until(() -> known(inspections).isPresent());
        assertThat(known(inspections))
                .hasValueSatisfying(known -> assertThat(known.newest()).isTrue());
        assertThat(told).containsExactly("applications");

        push();
        assertThat(known(inspections))
                .hasValueSatisfying(known -> assertThat(known.newest()).isFalse());
    }

    private static Optional<Recent.Known<Inspection>> known(CurrentInspection inspections) {
        return inspections.recent(Recent.MOMENT) instanceof Recent.Known<Inspection> known
                ? Optional.of(known)
                : Optional.empty();
    }

    private boolean isAtMain() {
        state.held = desired.current().orElse(null);
        return state.held != null && state.held.commit().equals(main());
    }

    private RepositoryRef repository() {
        return platforms.current().repository();
    }

    private CommitId main() {
        return git.resolve(repository(), "refs/heads/main").orElseThrow();
    }

    private void push() {
        CommitId main = main();
        NewCommit commit = new NewCommit(
                List.of(new FileChange.Put("docs/note.md", FileContent.text("Words.\n"))),
                "Add words",
                new Commit.Person("paula", "paula@example.com"));
        git.push(repository(), new BranchUpdate("main", main, main, List.of(commit)));
    }

    /** Stays as it is. */
    private static final class Frozen implements DesiredState {

        private @Nullable Desired held;

        @Override
        public Optional<Desired> current() {
            return Optional.ofNullable(held);
        }

        @Override
        public Desired at(CommitId platformCommit) {
            throw new UnsupportedOperationException();
        }
    }
}
