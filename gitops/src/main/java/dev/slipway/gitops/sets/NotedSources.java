package dev.slipway.gitops.sets;

import dev.slipway.gitops.Finding;
import dev.slipway.gitops.Revision;
import dev.slipway.gitops.Sources;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Remembers which branches and tags were found. What a commit holds never changes, so that it is not noted. */
final class NotedSources implements Sources {

    private final Sources sources;
    private final Set<Revision> read = new HashSet<>();
    private final Map<Revision, Finding> doubts = new HashMap<>();

    NotedSources(Sources sources) {
        this.sources = sources;
    }

    Set<Revision> read() {
        return read;
    }

    /** Which of them may be others by now. */
    Map<Revision, Finding> doubts() {
        return doubts;
    }

    @Override
    public Answer find(String repositoryUrl, String revision) {
        Answer answer = sources.find(repositoryUrl, revision);
        if (answer instanceof Answer.Found found && !found.commit().equals(revision)) {
            note(new Revision(repositoryUrl, revision), found);
        }
        return answer;
    }

    private void note(Revision revision, Answer.Found found) {
        read.add(revision);
        if (found.doubt() != null) {
            doubts.put(revision, found.doubt());
        }
    }

    @Override
    public boolean isStill(Answer.Found found) {
        return sources.isStill(found);
    }

    @Override
    public String identity(String repositoryUrl) {
        return sources.identity(repositoryUrl);
    }
}
