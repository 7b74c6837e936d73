package dev.slipway.gitops.impact.reading.frame;

import dev.slipway.gitops.impact.meaning.ObjectMeaning.Removed;
import dev.slipway.gitops.impact.meaning.Severity;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.world.Mention;
import dev.slipway.kustomize.Resource;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Knows what is lost with objects of some kinds. */
public interface Losses {

    /** What is lost with an object that is gone; empty for kinds that it does not know. */
    Optional<Removed> of(Manifest gone);

    /** Nothing but the object. */
    static Optional<Removed> none(Manifest gone) {
        return Optional.of(new Removed(gone.words(), null, Severity.PLAIN));
    }

    /**
     * Others that are still there lose something; nothing is lost where there are none.
     *
     * @param loss what they lose, as the end of a sentence of which they are the subject
     */
    static Optional<Removed> needed(Manifest gone, Stream<Resource> others, String loss) {
        String names =
                others.map(each -> Mention.to(each).words()).distinct().sorted().collect(Collectors.joining(", "));
        return names.isEmpty() ? none(gone) : breaking(gone, names + " " + loss);
    }

    /** Something that runs or is stored goes away with it. */
    static Optional<Removed> breaking(Manifest gone, String loss) {
        return Optional.of(new Removed(gone.words(), loss, Severity.BREAKS));
    }

    /** A protection or a service goes away with it. */
    static Optional<Removed> risky(Manifest gone, String loss) {
        return Optional.of(new Removed(gone.words(), loss, Severity.RISKY));
    }
}
