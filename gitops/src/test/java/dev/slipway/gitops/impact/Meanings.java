package dev.slipway.gitops.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.impact.meaning.Severity;
import java.util.List;

/** What tests ask of the words about a change of manifests in production. */
public final class Meanings {

    private Meanings() {}

    /** For example {@code risky: Replicas: 3 → 1}. */
    public static List<String> words(String before, String after) {
        return words(Revision.of(before), Revision.of(after));
    }

    public static List<String> words(Revision before, Revision after) {
        Impact impact = before.to(after);
        assertThat(impact.notCompared()).isEmpty();
        return impact.environments().stream()
                .flatMap(each -> each.groups().stream())
                .flatMap(each -> each.meanings().stream())
                .map(each -> each.severity().word() + ": " + each.words())
                .toList();
    }

    public static void means(String before, String after, Severity severity, String words) {
        assertThat(words(before, after))
                .anySatisfy(each ->
                        assertThat(each).startsWith(severity.word() + ": ").contains(words));
    }
}
