package dev.slipway.desiredstate.parity;

import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.Landscapes;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitException;
import dev.slipway.gitops.parity.Parity;
import dev.slipway.gitops.parity.dependencies.Declaration;
import dev.slipway.gitops.parity.dependencies.DependenciesReader;
import dev.slipway.gitops.parity.fleet.Fleet;
import dev.slipway.gitops.parity.fleet.FleetComparison;
import dev.slipway.gitops.parity.fleet.Member;
import dev.slipway.gitops.parity.fleet.Pair;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.PlatformDefinition;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sees a desired state as services by environment. Declarations of dependencies are kept by commit. */
@Component
class Fleets {

    private static final int MOST_KEPT = 10_000;

    private final GitContent git;
    private final Clock clock;
    private final Map<Key, Declaration> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Declaration> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Key(RepositoryRef repository, CommitId commit, String path) {}

    Fleets(GitContent git, Clock clock) {
        this.git = git;
        this.clock = clock;
    }

    FleetComparison of(Desired desired, PlatformDefinition definition) {
        List<Member> members = new ArrayList<>();
        IdentityHashMap<Member, DesiredApplication> applications = new IdentityHashMap<>();
        for (DesiredApplication each : desired.applications()) {
            Member member = member(each);
            members.add(member);
            applications.put(member, each);
        }
        Fleet fleet = new Fleet(members, Landscapes.of(definition), member -> declaration(applications.get(member)));
        return new FleetComparison(fleet, new Parity(definition.parity(), today()), pairs(definition));
    }

    LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static List<Pair> pairs(PlatformDefinition definition) {
        return definition.environments().stream()
                .flatMap(each -> each.promotion().stream()
                        .map(rule -> new Pair(rule.from().value(), each.name().value())))
                .toList();
    }

    private static Member member(DesiredApplication application) {
        return new Member(
                application.name(),
                text(application.service()),
                text(application.team()),
                text(application.environment()),
                application.cluster() == null ? "" : application.cluster().value(),
                application.namespace(),
                application.commit() == null ? "" : application.commit().value(),
                application.objects(),
                trouble(application));
    }

    private static @Nullable String text(@Nullable Object name) {
        return name == null ? null : name.toString();
    }

    private static @Nullable String trouble(DesiredApplication application) {
        if (application.release() == null && !application.automated()) {
            return "Nothing has been released there yet.";
        }
        if (!application.objects().isEmpty()) {
            return null;
        }
        return "The Application \"" + application.name() + "\" "
                + Stream.ofNullable(
                                application.problems().isEmpty()
                                        ? null
                                        : application.problems().getFirst())
                        .findFirst()
                        .map(each -> "does not render: " + each)
                        .orElse("renders to nothing.");
    }

    private Declaration declaration(@Nullable DesiredApplication application) {
        Key key = application == null ? null : key(application);
        if (key == null) {
            return new Declaration.Missing("Its repository is not at hand, so nobody can say what it calls.");
        }
        synchronized (kept) {
            Declaration found = kept.get(key);
            if (found != null) {
                return found;
            }
        }
        Declaration read = read(key);
        synchronized (kept) {
            kept.put(key, read);
        }
        return read;
    }

    /** A service says what it calls in its own repository, wherever its overlays are. */
    private static @Nullable Key key(DesiredApplication application) {
        Release release = application.release();
        RepositoryRef repository = application.repository();
        CommitId commit = application.commit();
        if (release != null && !release.repository().equals(repository)) {
            return new Key(release.repository(), release.commit(), "");
        }
        return repository == null || commit == null ? null : new Key(repository, commit, application.path());
    }

    private Declaration read(Key key) {
        try {
            return DependenciesReader.read(git.snapshot(key.repository(), key.commit()), key.path());
        } catch (GitException e) {
            return new Declaration.Missing(
                    "Its repository \"" + key.repository() + "\" cannot be read: " + e.getMessage());
        }
    }
}
