package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.meaning.ConfigurationMeaning;
import dev.slipway.gitops.impact.meaning.ConfigurationMeaning.Reading;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keys of ConfigMaps and Secrets, and whether running pods get to know of their change. */
final class ConfigurationReader implements Reader {

    private static final Set<String> DATA = Set.of("data", "binaryData", "stringData");

    private final World before;
    private final World after;

    ConfigurationReader(World before, World after) {
        this.before = before;
        this.after = after;
    }

    @Override
    public void read(ObjectPair pair, Findings findings) {
        Manifest is = pair.after();
        Manifest was = pair.before();
        if (is == null || was == null || !(is.is("", "ConfigMap") || is.is("", "Secret"))) {
            return;
        }
        List<Difference> data = findings.open().stream()
                .filter(each -> each.path().keys().size() > 1
                        && DATA.contains(each.path().keys().getFirst()))
                .toList();
        data.forEach(each -> findings.add(each, entry(is, each)));
        renamed(findings);
        if (!data.isEmpty() && was.object().name().equals(is.object().name())) {
            unnoticed(is)
                    .forEach((reading, workloads) -> findings.add(
                            new ConfigurationMeaning.NotNoticed(is.words(), List.copyOf(workloads), reading)));
        }
    }

    private static ConfigurationMeaning entry(Manifest is, Difference each) {
        String key = each.path().keys().get(1);
        if (is.object().kind().equals("Secret")) {
            return new ConfigurationMeaning.SecretEntry(key, ContainerReader.turn(each));
        }
        String old = ContainerReader.text(each.before());
        String now = ContainerReader.text(each.after());
        boolean several = (old != null && old.contains("\n")) || (now != null && now.contains("\n"));
        return new ConfigurationMeaning.Entry(key, old, now, several);
    }

    /** The hash in its name says nothing of its own. */
    private static void renamed(Findings findings) {
        findings.open().stream()
                .filter(each -> each.path().keys().equals(List.of("metadata", "name")))
                .forEach(findings::claim);
    }

    private Map<Reading, Set<String>> unnoticed(Manifest source) {
        Map<Reading, Set<String>> readers = new TreeMap<>();
        for (Resource workload : after.workloadsBeside(source)) {
            if (!isRestarted(source, workload)) {
                PodReferences.readings(
                                workload,
                                source.object().kind(),
                                source.object().name())
                        .forEach(reading -> readers.computeIfAbsent(reading, _ -> new TreeSet<>())
                                .add(workload.kind() + " \"" + workload.name() + "\""));
            }
        }
        return readers;
    }

    /** Jobs read anew with each run; a changed template, or stakater's Reloader, replaces the pods. */
    private boolean isRestarted(Manifest source, Resource workload) {
        return workload.kind().equals("Job")
                || workload.kind().equals("CronJob")
                || workload.annotations().keySet().stream().anyMatch(each -> each.contains("reloader.stakater.com"))
                || before.same(source, workload)
                        .map(same -> !Objects.equals(PodTemplates.of(same), PodTemplates.of(workload)))
                        .orElse(true);
    }
}
