package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.ApplicationId;
import dev.slipway.gitops.Identities;
import dev.slipway.gitops.impact.meaning.Meaning;
import dev.slipway.gitops.impact.objects.ObjectPair;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Says of a pair of objects everything that its differences mean. */
public final class MeaningReader {

    private final List<Reader> readers;

    /**
     * @param applications those that are there after the change
     * @param leaves whether an Application is gone without what it made
     */
    public MeaningReader(
            World before,
            World after,
            Identities identities,
            Function<ApplicationId, Optional<Application>> applications,
            Predicate<Application> leaves) {
        Pruning pruning = new Pruning(identities, applications, leaves);
        this.readers = List.of(
                new LifecycleReader(after, identities, pruning),
                new MoveReader(pruning),
                new IgnoredReader(),
                new AmountReader(),
                new HashedReferenceReader(),
                new SelectorReader(before, after),
                new GuardReader(before, after),
                new TargetPortReader(before, after),
                new BackendReader(after),
                new ClaimRetentionReader(),
                new ScaleTargetReader(after, pruning),
                new EvictionReader(before, after),
                new SizeReader(after),
                new ImmutableReader(),
                new HookReader(),
                new InjectionReader(),
                new HeldBackReader(),
                new DefinitionReader(),
                new SettingReader(),
                new RepeatedVariableReader(),
                new VariableReader(),
                new ContainerReader(),
                new WorkloadReader(after),
                new ConfigurationReader(before, after),
                new ExternalSecretReader(),
                new NetworkReader(),
                new ProtectionReader());
    }

    /** The worst first; at least one for every pair that differs. */
    public List<Meaning> read(ObjectPair pair) {
        Findings findings = new Findings(pair.differences());
        readers.forEach(reader -> reader.read(pair, findings));
        return findings.meanings();
    }
}
