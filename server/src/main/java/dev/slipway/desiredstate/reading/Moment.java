package dev.slipway.desiredstate.reading;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.KubernetesVersions;
import dev.slipway.gitops.Sources.Answer;
import dev.slipway.platform.PlatformDefinition;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What lies outside a tree that is read: branches elsewhere and the clusters' versions of Kubernetes. All who ask while something is
 * read or compared must see the same, of a branch that moves meanwhile too. Safe for use by several threads.
 */
public final class Moment {

    private final PlatformDefinition definition;
    private final @Nullable KubernetesVersions kubernetes;
    private final Map<Place, Answer> answers = new ConcurrentHashMap<>();

    /**
     * Charts are rendered for what each tree says of its clusters.
     *
     * @param definition which says what URLs mean
     */
    public Moment(PlatformDefinition definition) {
        this(definition, null);
    }

    private Moment(PlatformDefinition definition, @Nullable KubernetesVersions kubernetes) {
        this.definition = definition;
        this.kubernetes = kubernetes;
    }

    /** Charts of all trees are rendered for these versions, whatever the trees say. */
    public static Moment with(PlatformDefinition definition, KubernetesVersions kubernetes) {
        return new Moment(definition, kubernetes);
    }

    private record Place(String repositoryUrl, String revision) {}

    public PlatformDefinition definition() {
        return definition;
    }

    KubernetesVersions kubernetes(FileTree tree) {
        return kubernetes == null ? KubernetesVersions.read(tree) : kubernetes;
    }

    /** Several may look at once, the first answer is everybody's. */
    Answer find(String repositoryUrl, String revision, Supplier<Answer> look) {
        Place place = new Place(repositoryUrl, revision);
        Answer known = answers.get(place);
        if (known != null) {
            return known;
        }
        Answer found = look.get();
        Answer first = answers.putIfAbsent(place, found);
        return first == null ? found : first;
    }
}
