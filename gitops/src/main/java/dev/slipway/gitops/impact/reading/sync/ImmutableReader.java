package dev.slipway.gitops.impact.reading.sync;

import dev.slipway.gitops.CreatedNames;
import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.meaning.SyncMeaning;
import dev.slipway.gitops.impact.meaning.WorkloadMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.frame.ChangeReader;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.kinds.PodTemplates;
import java.util.List;
import java.util.Objects;

/** Changes that the API server refuses, of objects that stay where they are. */
public final class ImmutableReader implements ChangeReader {

    private static final String SYNC_OPTIONS = "argocd.argoproj.io/sync-options";
    private static final List<String> FROZEN = List.of("data", "binaryData", "stringData", "immutable");

    @Override
    public void read(Manifest before, Manifest after, Findings findings) {
        if (!isSameLiveObject(before, after) || HookReader.isHook(after)) {
            return;
        }
        ImmutableRule.ALL.stream()
                .filter(rule -> after.is(rule.group(), rule.kind()))
                .filter(rule -> rule.when().test(before.object(), after.object()))
                .forEach(rule -> refused(rule, after, findings));
        if (before.object().at("immutable").filter(Boolean.TRUE::equals).isPresent()) {
            frozen(after, findings);
        }
        orphans(after, findings);
    }

    /** With another generated name, one that is made for each sync, in another namespace or cluster, it is made anew. */
    private static boolean isSameLiveObject(Manifest before, Manifest after) {
        return !CreatedNames.isOne(after.object())
                && before.object().name().equals(after.object().name())
                && before.namespace().equals(after.namespace())
                && before.application().cluster().equals(after.application().cluster());
    }

    private static void refused(ImmutableRule rule, Manifest after, Findings findings) {
        List<Difference> refused = findings.open().stream().filter(rule.field()).toList();
        if (refused.isEmpty()) {
            return;
        }
        List<String> fields = refused.stream()
                .map(each -> each.path().toString())
                .distinct()
                .limit(3)
                .toList();
        findings.add(
                isReplaced(after)
                        ? new SyncMeaning.Recreated(after.words(), fields)
                        : new SyncMeaning.Immutable(after.words(), fields, rule.next()));
        refused.stream().filter(ImmutableReader::isWhollySaid).forEach(findings::claim);
    }

    /** What stands in a pod template is told in words as well. */
    private static boolean isWhollySaid(Difference each) {
        return !each.path().has("template") && !each.path().has("containers");
    }

    private static boolean isReplaced(Manifest after) {
        String options = Objects.requireNonNullElse(after.object().annotations().get(SYNC_OPTIONS), "");
        return options.contains("Force=true") && options.contains("Replace=true");
    }

    private static void frozen(Manifest after, Findings findings) {
        List<String> fields = findings.open(path -> FROZEN.stream().anyMatch(path::has)).stream()
                .map(each -> each.path().toString())
                .limit(3)
                .toList();
        if (!fields.isEmpty()) {
            findings.add(new SyncMeaning.Immutable(
                    after.words(), fields, "It says immutable: true; give the new one another name"));
        }
    }

    /** Where a selector can be changed, what it selected before has nobody any more. */
    private static void orphans(Manifest after, Findings findings) {
        List<Difference> selector = findings.open(path -> path.startsWith("spec", "selector"));
        if (!selector.isEmpty() && PodTemplates.of(after.object()).isPresent()) {
            findings.add(new WorkloadMeaning.OrphansPods(after.words()));
            selector.forEach(findings::claim);
        }
    }
}
