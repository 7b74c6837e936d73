package dev.slipway.desiredstate.validation;

import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.reading.Newest;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.git.GitContent;
import dev.slipway.gitops.validation.ValidationReport;
import dev.slipway.kernel.CommitId;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is wrong with the current desired state: found when somebody asks first, and again when it has changed. */
@Component
class CurrentValidation {

    private static final Duration MOMENT = Duration.ofMillis(500);

    private final DesiredState desiredState;
    private final Platforms platforms;
    private final Newest<Subject, Known> newest;

    CurrentValidation(DesiredState desiredState, Platforms platforms, GitContent git, ValidatedTrees trees) {
        this.desiredState = desiredState;
        this.platforms = platforms;
        this.newest = new Newest<>(subject -> {
            CommitId commit = subject.desired().commit();
            FileTree tree = git.snapshot(subject.definition().repository(), commit);
            return new Known(
                    subject.desired(),
                    subject.definition(),
                    trees.validate(subject.definition(), commit.value(), tree));
        });
    }

    private record Subject(Desired desired, PlatformDefinition definition) {}

    /** What was found, and in what. */
    record Known(Desired desired, PlatformDefinition definition, ValidationReport report) {}

    /** Empty before the first commit was read. */
    Optional<Known> find() {
        return subject().map(newest::of);
    }

    /** The same, or of the desired state before where validating the current one takes longer than a moment. */
    Optional<Known> recent() {
        return subject().map(each -> newest.of(each, MOMENT));
    }

    private Optional<Subject> subject() {
        return desiredState.current().flatMap(desired -> platforms.find().map(each -> new Subject(desired, each)));
    }
}
