package dev.slipway.gitops;

import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the Applications of ApplicationSets. */
public interface ApplicationSets {

    /**
     * @param file where the set stands
     */
    Made applications(String file, Resource set, Sources sources);

    /** Reads none: each becomes a finding. */
    static ApplicationSets unread() {
        return (file, set, _) -> new Made(
                List.of(),
                List.of(new Remark(
                        Finding.of(file, "The ApplicationSet \"" + set.name() + "\" is not read here.", "Applications"),
                        "")),
                List.of(),
                List.of(),
                Map.of(),
                Set.of(),
                false);
    }

    /**
     * The Applications, and what could not be made.
     *
     * @param findings what could not be made
     * @param flaws what is wrong with what is made all the same
     * @param notes what to look at
     * @param doubts which of the branches and tags that generators read may be others by now
     * @param read the branches and tags that generators read
     * @param byFiles whether files alone decided it; false where a Git host was asked
     */
    record Made(
            List<One> applications,
            List<Remark> findings,
            List<Remark> flaws,
            List<Remark> notes,
            Map<Revision, Finding> doubts,
            Set<Revision> read,
            boolean byFiles) {

        public Made {
            applications = List.copyOf(applications);
            findings = List.copyOf(findings);
            flaws = List.copyOf(flaws);
            notes = List.copyOf(notes);
            doubts = Map.copyOf(doubts);
            read = Set.copyOf(read);
        }
    }

    /**
     * What is said of a set.
     *
     * @param pointer to what of the set it is about; empty for the set as a whole
     */
    record Remark(Finding finding, String pointer) {}

    /**
     * An Application.
     *
     * @param parameters that it was made with, by their dotted names
     * @param read what the set's generator that gave them read of repositories
     */
    record One(Resource application, Map<String, String> parameters, Set<Revision> read) {

        public One {
            read = Set.copyOf(read);
        }
    }
}
