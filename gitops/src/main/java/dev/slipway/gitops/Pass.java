package dev.slipway.gitops;

import dev.slipway.gitops.Judgement.Judged;
import dev.slipway.gitops.Output.Declaration;
import dev.slipway.gitops.Sources.Answer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What reading a tree came to, step by step, so that reading another one takes over all that the same was read for.
 *
 * @param bootstrapped whether the tree has a root
 * @param kubernetes what charts were rendered for
 * @param statements what each maker's declarations say
 * @param levels Applications with what they come to, each level made by the one before
 * @param found what the revisions that move came to
 * @param order of all of them
 */
record Pass(
        boolean bootstrapped,
        KubernetesVersions kubernetes,
        Map<Maker, Derived<Declaration, Statement>> statements,
        List<Derived<Application, Read>> levels,
        Map<Revision, Answer.Found> found,
        NameOrder order,
        Derived<RenderedApplication, Judged> judged) {

    /**
     * What declarations come from.
     *
     * @param application null for the root
     * @param part which of its sources
     * @param repository what the tree itself is not called
     */
    record Maker(@Nullable Application application, int part, String repository) {
        @Override
        @SuppressWarnings("ReferenceEquality") // an Application that is made anew may say something else
        public boolean equals(@Nullable Object other) {
            return other instanceof Maker maker
                    && application == maker.application
                    && part == maker.part
                    && repository.equals(maker.repository);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(application) + part;
        }
    }

    static Pass none(boolean bootstrapped, KubernetesVersions kubernetes) {
        return new Pass(
                bootstrapped, kubernetes, Map.of(), List.of(), Map.of(), NameOrder.nothing(), Derived.nothing());
    }

    /** How many Applications it found. */
    int size() {
        return judged.of().size();
    }

    Derived<Declaration, Statement> statements(Maker maker) {
        return statements.getOrDefault(maker, Derived.nothing());
    }

    Derived<Application, Read> level(int number) {
        return number < levels.size() ? levels.get(number) : Derived.nothing();
    }
}
