package dev.slipway.gitops.impact.reading.configuration;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.meaning.ConfigurationMeaning;
import dev.slipway.gitops.impact.meaning.ConfigurationMeaning.Reading;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.frame.ChangeReader;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.kinds.PodTemplates;
import dev.slipway.gitops.impact.reading.world.Mention;
import dev.slipway.gitops.impact.reading.world.Worlds;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keys of ConfigMaps and Secrets, and whether running pods get to know of their change. */
public final class ConfigurationReader implements ChangeReader {

    private static final Set<String> DATA = Set.of("data", "binaryData", "stringData");

    private final Worlds worlds;

    public ConfigurationReader(Worlds worlds) {
        this.worlds = worlds;
    }

    @Override
    public void read(Manifest was, Manifest is, Findings findings) {
        if (!is.is("", "ConfigMap") && !is.is("", "Secret")) {
            return;
        }
        List<Difference> data = findings.open(path -> DATA.contains(path.keys().getFirst()));
        data.stream()
                .filter(each -> each.path().keys().size() > 1)
                .forEach(each -> findings.add(each, entry(is, each)));
        // The hash in its name says nothing of its own.
        findings.claim(path -> path.keys().equals(List.of("metadata", "name")));
        Set<String> keys = keys(was);
        keys.removeAll(keys(is));
        keys.forEach(key -> missed(is, key, findings));
        if (!data.isEmpty() && was.object().name().equals(is.object().name())) {
            unnoticed(is, changed(data))
                    .forEach((reading, workloads) -> findings.add(
                            new ConfigurationMeaning.NotNoticed(is.words(), List.copyOf(workloads), reading)));
        }
    }

    private static Set<String> keys(Manifest source) {
        Set<String> keys = new TreeSet<>();
        DATA.forEach(field -> source.object().at(field).ifPresent(data -> keys.addAll(keys(data))));
        return keys;
    }

    private static Set<String> keys(@Nullable Object data) {
        return data instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
    }

    /** Of data that is new or gone as a whole, all keys. */
    private static Set<String> changed(List<Difference> data) {
        Set<String> changed = new TreeSet<>();
        for (Difference each : data) {
            List<String> path = each.path().keys();
            if (path.size() > 1) {
                changed.add(path.get(1));
            } else {
                changed.addAll(keys(each.before()));
                changed.addAll(keys(each.after()));
            }
        }
        return changed;
    }

    private void missed(Manifest is, String key, Findings findings) {
        List<String> workloads = readers(is, each -> each.needs(key));
        if (!workloads.isEmpty()) {
            findings.add(new ConfigurationMeaning.KeyMissed(is.words(), key, workloads));
        }
    }

    private List<String> readers(Manifest source, Predicate<PodReferences.Read> reads) {
        Resource object = source.object();
        return worlds.after().mentioning(source).stream()
                .filter(each -> PodReferences.of(each, object.kind(), object.name()).stream()
                        .anyMatch(reads))
                .map(each -> Mention.to(each).words())
                .sorted()
                .toList();
    }

    private ConfigurationMeaning entry(Manifest is, Difference each) {
        String key = each.path().keys().get(1);
        boolean read = !readers(is, reference -> reference.reads(key)).isEmpty();
        if (is.object().kind().equals("Secret")) {
            return new ConfigurationMeaning.SecretEntry(key, each.turn(), read);
        }
        String old = each.textBefore();
        String now = each.textAfter();
        boolean several = (old != null && old.contains("\n")) || (now != null && now.contains("\n"));
        return new ConfigurationMeaning.Entry(key, old, now, several, read);
    }

    private Map<Reading, Set<String>> unnoticed(Manifest source, Set<String> keys) {
        Map<Reading, Set<String>> readers = new TreeMap<>();
        for (Resource workload : worlds.after().mentioning(source)) {
            if (!isRestarted(source, workload)) {
                PodReferences.of(
                                workload,
                                source.object().kind(),
                                source.object().name())
                        .stream()
                        .filter(each -> keys.stream().anyMatch(each::reads))
                        .forEach(each -> readers.computeIfAbsent(each.reading(), _ -> new TreeSet<>())
                                .add(Mention.to(workload).words()));
            }
        }
        return readers;
    }

    /** Jobs read anew with each run; a changed template, or stakater's Reloader, replaces the pods. */
    private boolean isRestarted(Manifest source, Resource workload) {
        return workload.kind().equals("Job")
                || workload.kind().equals("CronJob")
                || workload.annotations().keySet().stream().anyMatch(each -> each.contains("reloader.stakater.com"))
                || !worlds.isUnchanged(source, workload, PodTemplates::of);
    }
}
