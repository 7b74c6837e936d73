package dev.slipway.gitops;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells the Applications of one revision apart, or of several revisions that are compared. Where an Application stands counts only
 * where several have its name and namespace: one that moves to another file stays the same. A namespace that is left out is that
 * of whoever applies the manifest, and so may be any.
 */
public final class Identities {

    private final Set<String> severalOfName = new HashSet<>();
    private final Set<String> withoutNamespace = new HashSet<>();
    private final Set<ApplicationId> severalOfNamespace = new HashSet<>();

    private Identities(Stream<Collection<RenderedApplication>> revisions) {
        revisions.forEach(this::take);
    }

    public static Identities of(Declared... revisions) {
        return new Identities(Stream.of(revisions).map(Declared::applications));
    }

    public static Identities of(List<RenderedApplication> revision) {
        return new Identities(Stream.of(revision));
    }

    private void take(Collection<RenderedApplication> revision) {
        Set<String> names = HashSet.newHashSet(revision.size());
        Set<ApplicationId> ids = HashSet.newHashSet(revision.size());
        for (RenderedApplication each : revision) {
            ApplicationId id = each.application().id().withoutPlace();
            if (!names.add(id.name())) {
                severalOfName.add(id.name());
            }
            if (!ids.add(id)) {
                severalOfNamespace.add(id);
            }
            if (id.namespace().isEmpty()) {
                withoutNamespace.add(id.name());
            }
        }
    }

    /** The same for what is the same Application in all revisions, and no other's. */
    public ApplicationId of(Application application) {
        ApplicationId id = application.id();
        if (severalOfNamespace.contains(id.withoutPlace())) {
            return id;
        }
        boolean any = withoutNamespace.contains(id.name()) && !severalOfName.contains(id.name());
        return any ? id.withoutNamespace().withoutPlace() : id.withoutPlace();
    }

    /** What people call it: its name, with what tells it apart where several have that. */
    public String words(Application application) {
        ApplicationId id = of(application);
        return severalOfName.contains(id.name()) ? wordsAmongSeveral(id) : id.name();
    }

    /** A namespace that all of them have tells nothing; where they stand does. */
    private String wordsAmongSeveral(ApplicationId id) {
        return (id.place().isEmpty() ? id : id.withoutNamespace()).words();
    }
}
