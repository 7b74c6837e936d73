package dev.slipway.desiredstate.reading;

import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.NamedImages;
import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads them from the applications as they render now, and from what their files said before. */
@Component
class ReadNamedImages implements NamedImages {

    /** A Release may have brought several commits of its Application's file. */
    private static final int COMMITS_PER_RELEASE = 4;

    private final DesiredState desired;
    private final GitContent git;
    private final Platforms platforms;
    private final int releases;
    private volatile @Nullable History newest;

    ReadNamedImages(
            DesiredState desired,
            GitContent git,
            Platforms platforms,
            @Value("${slipway.retention.releases:10}") int releases) {
        this.desired = desired;
        this.git = git;
        this.platforms = platforms;
        this.releases = releases;
    }

    /** What was found at a commit: history before it does not change. */
    private record History(CommitId tip, Set<ImageDigest> digests) {}

    @Override
    public Answer named(Reach reach) {
        Optional<PlatformDefinition> definition = platforms.find();
        if (definition.isEmpty()) {
            return new Unknown("There is no valid platform definition, so that nobody knows what should run.");
        }
        RepositoryRef platform = definition.get().repository();
        try {
            return git.resolve(platform, "refs/heads/main")
                    .<Answer>map(tip -> named(reach, platform, tip))
                    .orElseGet(() -> new Unknown("The platform repository \"" + platform + "\" has no branch main."));
        } catch (ProblemException e) {
            return new Unknown("The platform repository \"" + platform + "\" cannot be read: " + e.getMessage());
        }
    }

    private Answer named(Reach reach, RepositoryRef platform, CommitId tip) {
        Desired now = desired.at(tip);
        if (!now.problems().isEmpty()) {
            return new Unknown("Not everything in the platform repository can be read: "
                    + now.problems().getFirst());
        }
        Set<ImageDigest> digests = new HashSet<>();
        for (DesiredApplication application : now.applications()) {
            if (isUnknown(application)) {
                return new Unknown("Nobody knows what Application \"" + application.name() + "\" runs: "
                        + application.problems().getFirst());
            }
            digests.addAll(Digests.of(application));
        }
        if (reach == Reach.HISTORY) {
            digests.addAll(history(platform, now));
        }
        return new Known(digests);
    }

    /** It does not render, and pins no image either. */
    private static boolean isUnknown(DesiredApplication application) {
        return application.objects().isEmpty()
                && application.release() == null
                && !application.problems().isEmpty();
    }

    private Set<ImageDigest> history(RepositoryRef platform, Desired now) {
        History known = newest;
        if (known != null && known.tip().equals(now.commit())) {
            return known.digests();
        }
        Set<ImageDigest> digests = new HashSet<>();
        now.applications().stream()
                .filter(application -> application.service() != null && application.environment() != null)
                .flatMap(application -> application.releaseFiles().stream())
                .distinct()
                .forEach(file -> digests.addAll(history(platform, now.commit(), file)));
        newest = new History(now.commit(), digests);
        return digests;
    }

    /** What the file named in its newest states, each distinct one counted once. */
    private Set<ImageDigest> history(RepositoryRef platform, CommitId tip, String file) {
        Set<Set<ImageDigest>> states = new HashSet<>();
        List<Commit> commits = git.log(platform, tip, null, file, releases * COMMITS_PER_RELEASE);
        for (Commit commit : commits) {
            git.snapshot(platform, commit.id())
                    .text(file)
                    .map(Digests::in)
                    .filter(found -> !found.isEmpty() && states.size() <= releases)
                    .ifPresent(states::add);
        }
        Set<ImageDigest> digests = new HashSet<>();
        states.forEach(digests::addAll);
        return digests;
    }
}
