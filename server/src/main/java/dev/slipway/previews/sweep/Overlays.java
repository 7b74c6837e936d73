package dev.slipway.previews.sweep;

import dev.slipway.git.GitContent;
import dev.slipway.git.GitException;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kustomize.Kustomize;
import dev.slipway.kustomize.KustomizeException;
import dev.slipway.kustomize.Overrides;
import dev.slipway.previews.manifests.Entrance;
import dev.slipway.previews.plan.OverlayFact;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What commits say about how they are previewed. A commit never changes its mind, so what was read is kept; that it could not
 * be read is not.
 */
@Component
class Overlays {

    private static final String DIRECTORY = "deploy/overlays/preview";
    private static final int MOST_REMEMBERED = 2000;

    private final GitContent git;
    private final Map<String, Reading> known = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reading> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    /** @param entrance empty unless it renders */
    record Reading(OverlayFact fact, Optional<Entrance> entrance) {}

    Overlays(GitContent git) {
        this.git = git;
    }

    Reading of(RepositoryRef repository, CommitId commit, ServiceName service) {
        String key = repository + " " + commit + " " + service;
        Reading remembered = known.get(key);
        if (remembered != null) {
            return remembered;
        }
        try {
            Reading reading = read(repository, commit, service);
            known.put(key, reading);
            return reading;
        } catch (GitException e) {
            return broken(List.of(String.valueOf(e.getMessage())));
        }
    }

    private Reading read(RepositoryRef repository, CommitId commit, ServiceName service) {
        try {
            Snapshot snapshot = git.snapshot(repository, commit);
            if (!snapshot.isFile(DIRECTORY + "/kustomization.yaml")) {
                return new Reading(new OverlayFact.Missing(), Optional.empty());
            }
            Entrance entrance = Entrance.of(
                    Kustomize.render(snapshot, DIRECTORY, Overrides.none()).objects(), service.value());
            return new Reading(new OverlayFact.Renders(), Optional.of(entrance));
        } catch (KustomizeException e) {
            return broken(e.problems().stream().map(Object::toString).toList());
        }
    }

    private static Reading broken(List<String> problems) {
        return new Reading(new OverlayFact.Broken(problems), Optional.empty());
    }
}
