package dev.slipway.gitops;

import java.util.Comparator;
import java.util.Objects;

/**
 * Which Application is meant. Argo CD tells them apart by namespace and name; a repository with a folder for each Argo CD has several
 * of both, which where they stand tells apart.
 *
 * @param namespace of the Application itself, not of what it renders; empty where none is written
 * @param place the file, and what makes it there where the file alone does not tell; empty where name and namespace tell enough
 */
public record ApplicationId(String name, String namespace, String place) implements Comparable<ApplicationId> {

    private static final Comparator<ApplicationId> ORDER = Comparator.comparing(ApplicationId::name)
            .thenComparing(ApplicationId::namespace)
            .thenComparing(ApplicationId::place);

    /** With its place: what no other Application of the same revision has. */
    static ApplicationId of(Application application) {
        String scope = application.origin().scope();
        return new ApplicationId(
                application.name(),
                Objects.requireNonNullElse(application.object().namespace(), ""),
                application.file() + (scope.isEmpty() ? "" : " of " + scope));
    }

    /** Whether one Argo CD could not have both. */
    public boolean isNamedLike(ApplicationId other) {
        return withoutPlace().equals(other.withoutPlace());
    }

    ApplicationId withoutPlace() {
        return new ApplicationId(name, namespace, "");
    }

    ApplicationId withoutNamespace() {
        return new ApplicationId(name, "", place);
    }

    /** The name, with as much of the rest as this holds: {@code shop}, {@code team-x/shop}, {@code shop (clusters/a/shop.yaml)}. */
    public String words() {
        return (namespace.isEmpty() ? "" : namespace + "/") + name + (place.isEmpty() ? "" : " (" + place + ")");
    }

    @Override
    public int compareTo(ApplicationId other) {
        return ORDER.compare(this, other);
    }
}
