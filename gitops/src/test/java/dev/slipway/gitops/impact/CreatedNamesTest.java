package dev.slipway.gitops.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects that get their names only when they are created. */
class CreatedNamesTest {

    private static final String JOB = """
            apiVersion: batch/v1
            kind: Job
            metadata: {generateName: migrate-, annotations: {argocd.argoproj.io/hook: PreSync}}
            spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: "one:1"}]}}}
            """;
    private static final String OTHER = JOB.replace("one:1", "two:1");

    @Test
    void looksAtEveryHookThatHasNoNameYet() {
        String both = Manifests.all(JOB, OTHER);

        assertThat(changes(both, both.replace("one:1", "one:2"))).containsExactly("Job migrate-* CHANGED");
        assertThat(changes(both, both.replace("two:1", "two:2"))).containsExactly("Job migrate-* (2) CHANGED");
        assertThat(changes(both, JOB)).containsExactly("Job migrate-* (2) REMOVED");
        assertThat(changes(both, Manifests.all(both, JOB.replace("migrate-", "seed-"))))
                .containsExactly("Job seed-* ADDED");
    }

    @Test
    void doesNotTakeTheNextJobForAChangeOfTheLastOne() {
        String plain = JOB.replace(", annotations: {argocd.argoproj.io/hook: PreSync}", "");
        Impact impact = Revision.of(plain).to(Revision.of(plain.replace("one:1", "one:2")));

        assertThat(impact.environments().getFirst().groups().getFirst().meanings())
                .extracting(each -> each.words())
                .noneMatch(each -> each.contains("immutable") || each.contains("sync fails"))
                .anyMatch(each -> each.contains("one"));
    }

    private static List<String> changes(String before, String after) {
        Impact impact = Revision.of(before).to(Revision.of(after));
        assertThat(impact.notCompared()).isEmpty();
        return impact.environments().stream()
                .flatMap(environment -> environment.groups().stream())
                .flatMap(group ->
                        group.members().stream().map(each -> group.kind() + " " + each.object() + " " + group.action()))
                .toList();
    }
}
